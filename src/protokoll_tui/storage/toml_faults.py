"""What can be wrong in a TOML file, in Swedish for one who only knows the meeting.

The messages are those of ``tomllib`` in Python 3.11 to 3.14. A test holds the list against the
library that runs it.
"""

from __future__ import annotations

import re

FAULTS = (
    (r"Invalid statement", "Raden börjar med ett tecken som inte kan stå där."),
    (
        r"Expected newline or end of document after a statement",
        "Efter värdet står något mer. Där ska det vara en radbrytning.",
    ),
    (r"Expected '=' after a key in a key/value pair", "Efter nyckeln saknas ett likhetstecken."),
    (
        r"Invalid initial character for a key part",
        "Här ska en nyckel stå: bokstäver utan å, ä och ö, siffror, - och _, eller ord inom "
        "citattecken.",
    ),
    (r"Expected ']' at the end of a table declaration", "Rubriken ska sluta med ]."),
    (r"Expected ']]' at the end of an array declaration", "Rubriken ska sluta med ]]."),
    (
        r"Cannot declare (.*) twice",
        "Rubriken [{0}] kan inte stå här: det som den gäller är redan skrivet längre upp.",
    ),
    (
        r"Cannot redefine namespace (.*)",
        "{0} har redan en egen rubrik. Skriv raden under den rubriken.",
    ),
    (
        r"Cannot mutate immutable namespace (.*)",
        "{0} är redan avslutad längre upp. Skriv allt på samma ställe.",
    ),
    (r"Cannot overwrite a value", "Nyckeln har redan ett värde. Ta bort det ena."),
    (r"Duplicate inline table key (.*)", "Nyckeln {0} står två gånger inom samma klammer."),
    (r"Unclosed array", "Mellan två värden i listan saknas ett komma, eller ] sist."),
    (r"Unclosed inline table", "Mellan två värden saknas ett komma, eller sist en klammer: }}."),
    (
        r"Unescaped '\\' in a string",
        "Ett omvänt snedstreck (\\) i texten måste skrivas två gånger.",
    ),
    (r"Invalid hex value", "Efter \\u ska en teckenkod med fyra siffror stå, efter \\U åtta."),
    (
        r"Escaped character is not a Unicode scalar value",
        "Den teckenkoden efter \\u finns inte.",
    ),
    (r"Unterminated string", "Texten saknar avslutande citattecken."),
    (r"Expected \"(.*)\"", "Texten saknar avslutande tecken: {0}."),
    (r"Expected '(.*)'", "Texten saknar avslutande tecken: {0}."),
    (
        r"Illegal character '\\n'",
        "Texten slutar inte med citattecken på samma rad. Text med radbrytning ska stå mellan "
        '""" och """.',
    ),
    (
        r"Found invalid character '\\n'",
        'Texten slutar inte med \' på samma rad. Text med radbrytning ska stå mellan """ och """.',
    ),
    (r"(?:Illegal|Found invalid) character .*", "Här står ett tecken som inte syns. Ta bort det."),
    (r"Invalid date or datetime", "Datumet finns inte i kalendern."),
    (
        r"Invalid value",
        "Värdet går inte att läsa. Text ska stå inom citattecken, tal, datum och klockslag utan.",
    ),
    (
        r"(?:maximum recursion depth exceeded|TOML inline arrays/tables are nested).*",
        "Listor ligger för djupt i varandra.",
    ),
)
"""The library's messages, as patterns for the whole message, and ours; ``{0}`` is what varies."""

UNKNOWN = "Raden följer inte reglerna för TOML. Jämför med raderna omkring."
"""For a message that is not in the list."""

_KNOWN = tuple((re.compile(pattern), sentence) for pattern, sentence in FAULTS)
_PART = re.compile(r"'([^']*)'|\"([^\"]*)\"")


def in_swedish(message: str) -> str:
    """One of the library's messages, without its place, as a Swedish sentence."""
    for pattern, sentence in _KNOWN:
        found = pattern.fullmatch(message)
        if found:
            return sentence.format(*map(_as_written, found.groups()))
    return UNKNOWN


def _as_written(part: str) -> str:
    """``('a', 'b')`` and ``'a'`` of a message as the reader wrote them: ``a.b`` and ``a``."""
    names = [a or b for a, b in _PART.findall(part)]
    return ".".join(names) if names else part
