"""Text as someone without Swedish letters types it."""

import unicodedata

_TWINS = str.maketrans({"æ": "a", "ø": "o", "đ": "d", "ð": "d", "ł": "l"})


def fold(text: str) -> str:
    """The text as someone without Swedish letters types it: "Åkesson" gives "akesson".

    Casefolded, composed (NFC), and without accents: å and ä become a, ö becomes o, é becomes e.
    Folding twice changes nothing. Source: Unicode Standard Annex 15.
    """
    apart = unicodedata.normalize("NFD", plain(text))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare.translate(_TWINS))


def plain(text: str) -> str:
    """The text composed and without capitals: NFC and casefolded.

    Source: Unicode Standard Annex 15.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
