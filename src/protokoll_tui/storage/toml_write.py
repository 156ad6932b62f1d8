"""TOML out, in the one shape of our files: what is written is what both our readers read.

Values that are records (lists named in the domain) become ``[[paragraf.yrkande]]`` tables, other
tables and lists stand inline, and text of several lines stands as it looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from protokoll_tui.domain.tree import post_classes

WIDTH = 100
"""A list wider than this gets one line per part."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
# Besides what TOML forbids: characters that no one sees, and those that editors take for newlines.
_UNSEEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
_UNSEEN += "\ufeff\ufff9-\uffff"
_IN_LINE = re.compile(f'[{_UNSEEN}\\t\\n"\\\\]')
_IN_BLOCK = re.compile(f'[{_UNSEEN}\\t\\\\]|"{{3,}}|"+\\Z| (?=\\n)')
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\", " ": "\\u0020"}


def render_document(table: dict[str, Any]) -> str:
    """A whole file from plain values."""
    return render_keys(table) + "".join(render_children((), table))


def render_record(path: tuple[str, ...], record: dict[str, Any]) -> str:
    """A record with all below it, under its ``[[path]]``; a blank line stands before it."""
    return render_own(path, record) + "".join(render_children(path, record))


def render_own(path: tuple[str, ...], record: dict[str, Any]) -> str:
    """A record's header and own keys, without the records below it."""
    return f"\n[[{'.'.join(render_key(part) for part in path)}]]\n{render_keys(record)}"


def render_children(path: tuple[str, ...], record: dict[str, Any]) -> Iterator[str]:
    """The records below a record, each as text."""
    for key, value in record.items():
        if is_record_list(key, value):
            yield from (render_record((*path, key), child) for child in value)


def render_keys(table: dict[str, Any]) -> str:
    """The own keys of a table, one statement each."""
    return "".join(render_pair(k, v) for k, v in table.items() if not is_record_list(k, v))


def render_pair(key: str, value: Any) -> str:
    """One statement, with its line break."""
    name = render_key(key)
    if isinstance(value, str) and "\n" in value:
        return f"{name} = {_block_string(value)}\n"
    line = f"{name} = {render_value(value)}\n"
    if isinstance(value, list) and len(line) > WIDTH:
        return f"{name} = [\n" + "".join(f"    {render_value(v)},\n" for v in value) + "]\n"
    return line


def is_record_list(key: str, value: Any) -> bool:
    """Whether a value is written as ``[[key]]`` tables."""
    return (
        key in post_classes()
        and isinstance(value, list)
        and bool(value)
        and all(isinstance(part, dict) for part in value)
    )


def render_key(key: str) -> str:
    """A key, quoted where it must be."""
    return key if _BARE.fullmatch(key) else _line_string(key)


def render_value(value: Any) -> str:
    """A value on one line. Raises TypeError for what TOML cannot hold."""
    match value:
        case str():
            return _line_string(value)
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(render_value(part) for part in value)}]"
        case dict():
            return _inline_table(value)
    raise TypeError(type(value).__name__)


def _inline_table(table: dict[str, Any]) -> str:
    pairs = ", ".join(f"{render_key(k)} = {render_value(v)}" for k, v in table.items())
    return f"{{ {pairs} }}" if pairs else "{}"


def _line_string(text: str) -> str:
    return f'"{_IN_LINE.sub(_escaped, str(text))}"'


def _block_string(text: str) -> str:
    return f'"""\n{_IN_BLOCK.sub(_escaped, text)}"""'


def _escaped(match: re.Match[str]) -> str:
    return "".join(_SHORT.get(char) or f"\\u{ord(char):04X}" for char in match[0])
