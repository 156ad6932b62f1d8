"""Where the tables of a TOML text begin, and its comments; strings are seen for what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STRING = (
    r'(?P<string>"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+')"
)
_INNER = (
    rf"{_STRING}"
    r"|(?P<comment>\#[^\n]*+)"
    r"|(?P<space>[ \t\r]++|\n++)"
    r"|(?P<open>[\[{])|(?P<close>[\]}])"
    r"""|(?P<bare>[^\n"'\#\[\]{}]++|.)"""
)
_HEADER = r"(?P<header>^[ \t\r]*+\[\[?[ \t]*(?P<name>[^\[\]\n]*?)[ \t]*\]\]?)|"
_TOKEN = re.compile(_INNER, re.DOTALL)
_TOP_TOKEN = re.compile(_HEADER + _INNER, re.DOTALL | re.MULTILINE)
"""What may stand outside every bracket; inside them a line that begins with ``[`` is no header."""
_PART = re.compile(r"""[ \t]*([A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')[ \t]*(?:\.|$)""")


@dataclass(frozen=True)
class Chunk:
    """A table's text: the comments above its header, the header, its statements.

    ``path`` is the header's dotted name, () for what stands before the first header; ``array``
    tells ``[[x]]`` from ``[x]``.
    """

    path: tuple[str, ...]
    array: bool
    text: str


def split_chunks(text: str) -> tuple[Chunk, ...]:
    """A TOML text at its headers; joined again it is the same text.

    Comments and blank lines right above a header belong to that header; comments that stand
    right below a statement, with a blank line after them, belong to the statement.
    """
    heads = list(_headers(text))
    starts = [_with_lead(text, end, at) for end, at, _, _ in heads]
    chunks = [Chunk((), False, text[: starts[0] if starts else len(text)])]
    for n, (_, _, path, array) in enumerate(heads):
        end = starts[n + 1] if n + 1 < len(starts) else len(text)
        chunks.append(Chunk(path, array, text[starts[n] : end]))
    return tuple(chunks)


def comments(text: str) -> tuple[str, ...]:
    """The comments of a TOML text, in order, ``#`` included."""
    if "#" not in text:
        return ()
    return tuple(m[0].rstrip() for m in _TOKEN.finditer(text) if m.lastgroup == "comment")


def _headers(text: str) -> Iterator[tuple[int, int, tuple[str, ...], bool]]:
    """Each header: where the statement before it ends, where it begins, its path, whether [[ ]]."""
    depth, content_end, at = 0, 0, 0
    while at < len(text):
        token = (_TOKEN if depth else _TOP_TOKEN).match(text, at)
        assert token is not None
        kind, at = token.lastgroup, token.end()
        if kind in ("space", "comment"):
            continue
        if kind == "header":
            yield content_end, token.start(), _path(token["name"]), token[0].endswith("]]")
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        content_end = at


def _path(name: str) -> tuple[str, ...]:
    return tuple(m[1].strip("\"'") for m in _PART.finditer(name))


def _with_lead(text: str, content_end: int, header: int) -> int:
    """Where a header's own comments begin: after the line that ends the statement before it."""
    line_end = text.find("\n", content_end, header)
    start = 0 if content_end == 0 else (header if line_end < 0 else line_end + 1)
    lines = text[start:header].splitlines(keepends=True)
    below = 0
    while below < len(lines) and lines[below].strip().startswith("#"):
        below += 1
    if start and 0 < below < len(lines) and not lines[below].strip():
        start += sum(map(len, lines[:below]))
    return start
