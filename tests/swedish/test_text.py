"""Small repairs of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.swedish.text import capitalize, decapitalize, quote, sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kommunstyrelsen godkänner SKR:s avtal", "Kommunstyrelsen godkänner SKR:s avtal"),
        ("ärendet utgår", "Ärendet utgår"),
        ("åtgärder", "Åtgärder"),
        ("övrigt", "Övrigt"),
        ("”nytt förslag” läggs fram", "”Nytt förslag” läggs fram"),
        ("(se bilaga)", "(Se bilaga)"),
        ("2 förslag", "2 förslag"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_only_the_first_letter_becomes_a_capital(text: str, expected: str) -> None:
    assert capitalize(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arbetsutskottets förslag", "arbetsutskottets förslag"),
        ("Ärendet om SKR", "ärendet om SKR"),
        ("SKR:s förslag", "SKR:s förslag"),
        ("”Förslaget”", "”förslaget”"),
    ],
)
def test_the_first_letter_becomes_small_unless_it_is_an_initialism(
    text: str, expected: str
) -> None:
    assert decapitalize(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ärendet utgår", "Ärendet utgår."),
        ("Ärendet utgår ", "Ärendet utgår."),
        ("Ärendet utgår.", "Ärendet utgår."),
        ("Varför?", "Varför?"),
        ("Nej!", "Nej!"),
        ("Följande röstar ja:", "Följande röstar ja:"),
        ("Punkt 2 ska lyda: ”Så här.”", "Punkt 2 ska lyda: ”Så här.”"),
        ("Punkt 2 ska lyda: ”så här”", "Punkt 2 ska lyda: ”så här”."),
        ("Enligt lag (5 kap. 57 §)", "Enligt lag (5 kap. 57 §)."),
        ("", ""),
    ],
)
def test_a_sentence_has_one_final_stop(text: str, expected: str) -> None:
    assert sentence(text) == expected


@given(st.text())
def test_a_sentence_made_twice_is_the_same(text: str) -> None:
    assert sentence(sentence(text)) == sentence(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ja", "”Ja”"),
        ('en "trygg" skola', "”en ’trygg’ skola”"),
        ("en ”trygg” skola", "”en ’trygg’ skola”"),
        ("en “trygg” skola", "”en ’trygg’ skola”"),
        ("barnens’ val", "”barnens’ val”"),
    ],
)
def test_marks_inside_a_quotation_become_single(text: str, expected: str) -> None:
    assert quote(text) == expected


@given(st.text())
def test_a_quotation_has_exactly_one_pair_of_double_marks(text: str) -> None:
    quoted = quote(text)
    assert quoted.count("”") == 2
    assert '"' not in quoted
