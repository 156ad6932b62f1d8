"""Numbers as words and nouns that follow their number."""

_WORDS = (
    "noll",
    "en",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)


def number_word(n: int, capital: bool = False, *, neuter: bool = False) -> str:
    """A number as a word up to twelve, in figures above: 12 gives "tolv", 13 gives "13".

    `capital` is for the start of a sentence ("Tolv ledamöter"), `neuter` for one ett-word ("ett
    förslag"). Source: Myndigheternas skrivregler.
    """
    if not 0 <= n < len(_WORDS):
        return str(n)
    word = "ett" if n == 1 and neuter else _WORDS[n]
    return word.capitalize() if capital else word


def count_noun(n: int, singular: str, plural: str, *, neuter: bool = False) -> str:
    """A number with its noun: "1 ja-röst", "2 ja-röster", "ingen ja-röst", "inget yrkande".

    Source: Myndigheternas skrivregler.
    """
    if n == 0:
        return f"{'inget' if neuter else 'ingen'} {singular}"
    return f"{n} {singular if n == 1 else plural}"
