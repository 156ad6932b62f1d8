"""Small repairs of sentences: first letter, final stop, quotation marks."""

from collections.abc import Callable

_FINAL = (".", "!", "?", ":", "…")
_CLOSING_QUOTES = "”’\"'»"
_DOUBLE_QUOTES = str.maketrans(dict.fromkeys('"”“„‟»«', "’"))


def capitalize(text: str) -> str:
    """The sentence with its first letter upper case and the rest as it was.

    Signs before the letter are passed over; a figure first leaves the sentence unchanged.
    Source: Myndigheternas skrivregler.
    """
    return _with_first(text, str.upper)


def decapitalize(text: str) -> str:
    """The sentence with its first letter lower case, unless an initialism stands first.

    Source: Myndigheternas skrivregler.
    """
    at = _first_letter(text)
    if text[at + 1 : at + 2].isupper():
        return text
    return _with_first(text, str.lower)


def sentence(text: str) -> str:
    """The text with a final full stop, unless it already ends as a sentence.

    A stop inside a closing quotation mark counts; an empty text stays empty. Space at the end is
    dropped. Source: Myndigheternas skrivregler.
    """
    trimmed = text.rstrip()
    ends = not trimmed or trimmed.rstrip(_CLOSING_QUOTES).endswith(_FINAL)
    return trimmed if ends else f"{trimmed}."


def quote(text: str) -> str:
    """The text in Swedish quotation marks: ”…”; double marks inside become single ones: ’…’.

    Source: Myndigheternas skrivregler.
    """
    return f"”{text.translate(_DOUBLE_QUOTES)}”"


def _first_letter(text: str) -> int:
    """The place of the first letter or figure; the length of the text when there is none."""
    return next((at for at, char in enumerate(text) if char.isalnum()), len(text))


def _with_first(text: str, change: Callable[[str], str]) -> str:
    at = _first_letter(text)
    return text[:at] + change(text[at : at + 1]) + text[at + 1 :]
