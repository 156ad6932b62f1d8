"""Errors in house styles and templates, told in Swedish with file and line."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from protokoll_tui.errors import ProtokollError
from protokoll_tui.rendering import texter


class MallFel(ProtokollError):
    """A template or stil.toml that cannot be used. ``plats`` is file and line where known."""


class OkandStil(ProtokollError):
    """A house style that does not exist; the message lists those that do."""


class OkantFormat(ProtokollError):
    """A format that no writer makes."""


class OkandParagraf(ProtokollError):
    """The § to render is not in the meeting."""


_NAMES = (
    re.compile(r"^'([^']*)' is undefined$"),
    re.compile(r"has no attribute '([^']*)'$"),
    re.compile(r"has no element '?([^']*)'?$"),
)
_TEMPLATE_FILE = (".j2",)


@contextmanager
def in_swedish() -> Iterator[None]:
    """Turn every error of a template into ``MallFel``; errors that are ours pass through."""
    try:
        yield
    except ProtokollError:
        raise
    except TemplateSyntaxError as error:
        plats = short_place(error.filename or error.name or "", error.lineno)
        raise MallFel(texter.template_syntax(error.message or ""), plats) from error
    except Exception as error:
        plats = _template_frame(error)
        if not plats and not isinstance(error, TemplateNotFound):
            raise
        raise MallFel(_message(error), plats) from error


def _message(error: Exception) -> str:
    if isinstance(error, SecurityError | OverflowError | MemoryError):
        return texter.template_forbidden(str(error))
    if isinstance(error, TemplateNotFound):
        return texter.template_missing(str(error.name))
    if isinstance(error, UndefinedError):
        found = (pattern.search(str(error)) for pattern in _NAMES)
        name = next((match[1] for match in found if match), str(error))
        return texter.unknown_name(name)
    return texter.template_failed(str(error))


def _template_frame(error: Exception) -> str:
    """File and line of the innermost frame that is a template, or nothing."""
    frames = traceback.extract_tb(error.__traceback__)
    inner = [frame for frame in frames if frame.filename.endswith(_TEMPLATE_FILE)]
    return short_place(inner[-1].filename, inner[-1].lineno) if inner else ""


def short_place(filename: str, line: int | None) -> str:
    """Style, folder and file, and the line where it is known."""
    path = Path(filename)
    # Style and section folder say which file it is; the way there is nobody's business.
    depth = 3 if path.parent.name == "delar" else 2
    short = "/".join(path.parts[-depth:])
    return f"{short}, rad {line}" if line else short
