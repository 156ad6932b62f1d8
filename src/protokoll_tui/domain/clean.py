"""Text that people write, made clean at every border."""

from __future__ import annotations

import re
import unicodedata

# The patterns are compiled when first needed: a start seldom meets a text that is not clean.

# CSI, then OSC and its kin with their end on the same line, then two characters. A sequence
# without end loses its beginning only: what follows may be someone's words.
_ESCAPE = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[@-Z\\-_]"
)
# Vertical tab and form feed part lines in what is pasted from word processors and PDF.
_BREAK = "\r\n|[\r\x0b\x0c\x85\u2028]"
# C0 without \n, C1, soft hyphen, zero-width and bidi marks, line separators, BOM, non-characters.
_UNWANTED = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_SURROGATE = "[\ud800-\udfff]"


def clean(text: str) -> str:
    """The text as we keep it: NFC, ``\\n`` between lines, no control, bidi or surrogate characters.

    No-break spaces stay. A tab becomes a space, a lone surrogate U+FFFD, an escape sequence of a
    terminal goes away whole. ``clean(clean(t)) == clean(t)``.
    """
    # Nearly every text: all in it can be printed, so nothing below would change it.
    seen = text.replace("\n", "").replace("\xa0", "")
    if seen.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    text = re.sub(_BREAK, "\n", text).replace("\u2029", "\n\n").replace("\t", " ")
    text = re.sub(_SURROGATE, "\ufffd", text)
    previous = None
    # Taking one piece away can put two halves of another side by side.
    while previous != text:
        previous = text
        text = unicodedata.normalize("NFC", re.sub(_UNWANTED, "", re.sub(_ESCAPE, "", text)))
    return text


def clean_line(text: str) -> str:
    """``clean`` for a field of one line: line breaks become spaces, the ends are trimmed."""
    parts = (part.strip(" ") for part in clean(text).split("\n"))
    return " ".join(part for part in parts if part)
