"""How added words join the sentence before them."""

import pytest

from protokoll_tui.swedish.clauses import CONNECTORS, Tail, tail, without_stop


@pytest.mark.parametrize(
    "text",
    [
        "med hänvisning till kostnaden",
        "för att ärendet ska utredas",
        "för kostnadens skull",
        "eftersom kostnaden är hög",
        "då kostnaden är hög",
        "enligt tjänsteskrivelsen",
        "i enlighet med förslaget",
        "på grund av kostnaden",
        "till förmån för sitt yrkande",
        "utan vidare utredning",
        "under förutsättning att pengarna räcker",
        "och uppdrag till förvaltningen",
        "samt att frågan utreds",
        "om återremissen faller",
        "av kostnadsskäl",
        "p.g.a. kostnaden",
    ],
)
def test_a_text_that_begins_with_a_connector_follows_the_clause(text: str) -> None:
    assert tail(text) is Tail.FOLLOWS


@pytest.mark.parametrize("text", ["Det är för dyrt.", "Åren går", "Eftersom kostnaden är hög."])
def test_a_text_with_a_capital_is_a_sentence(text: str) -> None:
    assert tail(text) is Tail.SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "det är för dyrt",
        "för dyrt",
        "för många",
        "förslaget är dyrt",
        "var försiktiga",
        "medborgarna vill inte",
        "12 miljoner",
        "”Nej”",
        "",
    ],
)
def test_any_other_text_is_words_to_quote(text: str) -> None:
    assert tail(text) is Tail.WORDS


@pytest.mark.parametrize("word", CONNECTORS)
def test_every_connector_is_known_and_only_as_a_whole_word(word: str) -> None:
    assert tail(f"{word} x") is Tail.FOLLOWS
    assert word == word.lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("det är dyrt.", "det är dyrt"),
        ("det är dyrt. ", "det är dyrt"),
        ("buller m.m.", "buller m.m."),
        ("buller osv.", "buller osv."),
        ("så här …", "så här …"),
        ("så här...", "så här..."),
        ("nej!", "nej!"),
        ("", ""),
    ],
)
def test_only_a_full_stop_goes(text: str, expected: str) -> None:
    assert without_stop(text) == expected
