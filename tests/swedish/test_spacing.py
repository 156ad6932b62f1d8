"""What may not part at the end of a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.swedish.spacing import bind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("800 000 kronor", "800~000~kronor"),
        ("1 250 000", "1~250~000"),
        ("1\u00a0250 000", "1~250~000"),
        ("Kostnaden, 3 050,5 kr.", "Kostnaden, 3~050,5~kr."),
        ("§ 118 och §§ 118–120", "§~118 och §§~118–120"),
        ("den 14 maj 2031 § 12", "den 14~maj 2031 §~12"),
        ("kl. 14.20", "kl.~14.20"),
        ("enligt 5 kap. 33 § kommunallagen", "enligt 5~kap.~33~§ kommunallagen"),
        ("10 kap. och 3 a §", "10~kap. och 3~a~§"),
        ("den 3 juni 2031", "den 3~juni 2031"),
        ("27 procent", "27~procent"),
        ("3,4 miljoner kronor", "3,4~miljoner kronor"),
    ],
)
def test_what_belongs_together_is_bound(text: str, expected: str) -> None:
    assert bind(text) == expected.replace("~", NBSP)


@pytest.mark.parametrize(
    "text",
    [
        "1250 000",
        "år 2031 120 personer",
        "12 34",
        "1 2345",
        "60 lägenheter",
        "punkt 2 och 3",
        "kr 12",
        "12 kronofogdar",
    ],
)
def test_other_figures_are_left_as_they_are(text: str) -> None:
    assert bind(text) == text


@given(st.text(alphabet="0123456789 \u00a0§kl.ap jun"))
def test_nothing_but_spaces_is_changed_and_twice_is_as_once(text: str) -> None:
    made = bind(text)
    assert made.replace(NBSP, " ") == text.replace(NBSP, " ")
    assert bind(made) == made
