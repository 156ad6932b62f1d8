"""The Jinja2 environment: sandboxed, strict, escaping, and layered user – style – standard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, TypeAlias

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
)
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from protokoll_tui.domain.text import Run, parse_runs, print_runs
from protokoll_tui.rendering import narvaroposter, rostposter, texter, vy
from protokoll_tui.rendering.mallfel import short_place
from protokoll_tui.rendering.stil import BAS, Stil
from protokoll_tui.resources import templates
from protokoll_tui.swedish.genitive import genitive
from protokoll_tui.swedish.lists import join_list
from protokoll_tui.swedish.text import capitalize, decapitalize

FILTER = (
    "batch",
    "count",
    "default",
    "e",
    "escape",
    "first",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "select",
    "selectattr",
    "sort",
    "string",
    "trim",
    "unique",
    "upper",
)
"""Jinja's own filters that a template may use; those that can grow text without bound are out."""

LONGEST = 100_000
"""Longest text or list that ``*`` may make in a template."""

LITERAL_MARK = "\ue001"
"""Stands for a ``==`` that is not a mask, so that it cannot pair with one of another field."""


Signature: TypeAlias = tuple[tuple[str, int, int], ...]
"""The user's files with time and size; another signature means that something has changed."""


class Fraser:
    """The phrases of a style: the user's own, else the style's, else those of ``standard``."""

    def __init__(self, modules: list[TemplateModule]) -> None:
        self._modules = modules

    def has(self, name: str) -> bool:
        """Whether some layer has a macro of that name."""
        return name[0] != "_" and any(name in module.__dict__ for module in self._modules)

    def __getattr__(self, name: str) -> Any:
        for module in self.__dict__["_modules"]:
            if name in module.__dict__:
                return module.__dict__[name]
        raise AttributeError(name)


LAGER = ("egen/fraser.j2", "stil/fraser.j2", "standard/fraser.j2")
"""Where a phrase is looked for, in order."""

FIELDS = {
    cls: frozenset(cls.__dataclass_fields__)
    for room in (vy, narvaroposter, rostposter)
    for cls in vars(room).values()
    if isinstance(cls, type) and is_dataclass(cls)
}
"""The fields of every view: plain values that need no look from the sandbox."""


class Kompilerat(BytecodeCache):
    """Templates as they were compiled, for every meeting of one run; a changed text is another.

    Each meeting has an environment of its own, since it may have phrases of its own beside the
    shipped ones: without this all of them would be compiled again.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code of a file whose text is the same as when it was compiled."""
        text, code = self._kept.get(bucket.key, ("", None))
        if text == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a file, in place of what was there."""
        self._kept[bucket.key] = (bucket.checksum, bucket.code)


KOMPILERAT = Kompilerat()
"""Every environment is made with the same settings, so code can be shared between them."""


class MallMiljo(ImmutableSandboxedEnvironment):
    """The sandbox, with a limit on the operators that can fill the memory."""

    intercepted_binops = frozenset(("*", "**", "%"))
    seen: Signature = ()
    layers: tuple[str, ...] | None = None
    namn: str = BAS

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As the sandbox does it, with a short way to phrases and to the fields of views."""
        kind = type(obj)
        if attribute in FIELDS.get(kind, ()) or (kind is Fraser and obj.has(attribute)):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """``*`` up to ``LONGEST``; ``**`` and formatting by ``%`` of texts not at all."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(texter.TOO_LARGE)
        if operator == "*" and _product(left, right) > LONGEST:
            raise SecurityError(texter.TOO_LARGE)
        return super().call_binop(context, operator, left, right)


def phrase_layers(env: MallMiljo) -> tuple[str, ...]:
    """The files of phrases that there are, the nearest first."""
    if env.layers is None:
        names = LAGER if env.namn != BAS else (LAGER[0], LAGER[2])
        env.layers = tuple(name for name in names if _exists(env, name))
    return env.layers


def _exists(env: MallMiljo, name: str) -> bool:
    try:
        env.get_template(name)
    except TemplateNotFound:
        return False
    return True


def _product(left: Any, right: Any) -> int:
    sizes = [len(x) if hasattr(x, "__len__") else abs(int(x)) for x in (left, right)]
    return sizes[0] * sizes[1]


def environment(stil: Stil) -> MallMiljo:
    """The environment of a style, made once. A new or changed file of the user is seen at once."""
    env = _environment(stil.namn, stil.extra)
    if stil.extra is not None:
        _forget_if_changed(env, stil.extra)
    return env


@lru_cache(maxsize=32)
def _environment(namn: str, extra: Path | None) -> MallMiljo:
    env = MallMiljo(
        loader=_loader(namn, extra),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shielded,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=KOMPILERAT,
    )
    env.filters = {name: env.filters[name] for name in FILTER}
    env.filters |= {
        "genitiv": genitive,
        "lista": join_list,
        "versal": capitalize,
        "gemen": decapitalize,
    }
    env.namn = namn
    for name in ("lipsum", "cycler", "joiner", "dict", "namespace"):
        env.globals.pop(name, None)
    return env


def _shielded(value: Any) -> Any:
    """Data as a template prints it: a ``==`` without a partner in its own field is kept literal."""
    if type(value) is not str or "==" not in value:
        return value
    runs = parse_runs(value)
    return print_runs(tuple(Run(run.text.replace("==", LITERAL_MARK), run.masked) for run in runs))


def _loader(namn: str, extra: Path | None) -> BaseLoader:
    """User, style, standard; ``!/`` is what is shipped, ``egen/``, ``stil/``, ``standard/`` one."""
    user = _folder(lambda: extra)
    style = _folder(lambda: templates() / namn)
    base = _folder(lambda: templates() / BAS)
    shipped = ChoiceLoader([style, base])
    layers: dict[str, BaseLoader] = {"!": shipped, "egen": user, "stil": style, "standard": base}
    return ChoiceLoader([user, shipped, PrefixLoader(layers)])


def _folder(root: Callable[[], Any]) -> BaseLoader:
    """A loader for a folder of the file system or of the wheel; never leaves the folder."""

    def load(name: str) -> tuple[str, str, None] | None:
        pieces = split_template_path(name)
        file = root()
        if file is None:
            return None
        for piece in pieces:
            file = file / piece
        if not file.is_file() or (isinstance(file, Path) and file.is_symlink()):
            return None
        return file.read_text(encoding="utf-8"), str(file), None

    return FunctionLoader(load)


def _forget_if_changed(env: MallMiljo, extra: Path) -> None:
    """Empty the cache when a file of the user is new, changed or gone."""
    now = _signature(extra)
    if env.seen != now:
        env.seen = now
        env.layers = None
        if env.cache is not None:
            env.cache.clear()


def _signature(folder: Path) -> Signature:
    found: list[tuple[str, int, int]] = []
    for place in (folder, folder / "delar"):
        if place.is_dir():
            stats = [(file, file.stat()) for file in place.glob("*.j2") if file.is_file()]
            found.extend((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in stats)
    return tuple(sorted(found))


def locate(env: Environment, template: str, snippet: str) -> str:
    """File and line where a piece of text stands in a template; the file alone if it is data."""
    if not template or env.loader is None:
        return template
    try:
        source, filename, _ = env.loader.get_source(env, template)
    except TemplateNotFound:
        return template
    lines = source.split("\n")
    line = next((n for n, text in enumerate(lines, 1) if snippet in text), None)
    return short_place(filename or template, line)
