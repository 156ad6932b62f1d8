"""Verb forms, and that the table can build what the phrases need."""

import pytest

from protokoll_tui.swedish.verb_table import VERBS
from protokoll_tui.swedish.verbs import (
    MissingForm,
    Tense,
    UnknownVerb,
    find_verb,
    infinitive,
    passive,
    passive_infinitive,
    passive_supine,
    supine,
    verb,
)

IN_TENSE = [
    ("yrka", "yrkar", "yrkade"),
    ("avslå", "avslår", "avslog"),
    ("bifalla", "bifaller", "biföll"),
    ("besluta", "beslutar", "beslutade"),
    ("bordlägga", "bordlägger", "bordlade"),
    ("instämma", "instämmer", "instämde"),
    ("ta tillbaka", "tar", "tog"),
    ("ge i uppdrag", "ger", "gav"),
    ("fråga", "frågar", "frågade"),
    ("finna", "finner", "fann"),
    ("ställa", "ställer", "ställde"),
    ("pröva", "prövar", "prövade"),
    ("lämna", "lämnar", "lämnade"),
    ("reservera", "reserverar", "reserverade"),
    ("delta", "deltar", "deltog"),
    ("begära", "begär", "begärde"),
    ("medge", "medger", "medgav"),
    ("avgöra", "avgör", "avgjorde"),
    ("justera", "justerar", "justerade"),
    ("ajournera", "ajournerar", "ajournerade"),
    ("anmäla", "anmäler", "anmälde"),
    ("enas", "enas", "enades"),
    ("tjänstgöra", "tjänstgör", "tjänstgjorde"),
    ("komma", "kommer", "kom"),
    ("redovisa", "redovisar", "redovisade"),
    ("innebära", "innebär", "innebar"),
    ("förlora", "förlorar", "förlorade"),
    ("utgå", "utgår", "utgick"),
    ("lägga", "lägger", "lade"),
]

AUXILIARIES = [
    ("ska", "ska", "skulle"),
    ("vill", "vill", "ville"),
    ("får", "får", "fick"),
    ("kan", "kan", "kunde"),
    ("bör", "bör", "borde"),
    ("måste", "måste", "måste"),
    ("är", "är", "var"),
    ("har", "har", "hade"),
    ("blir", "blir", "blev"),
    ("finns", "finns", "fanns"),
]

IN_PASSIVE = [
    ("bordlägga", "bordläggs", "bordlades"),
    ("ändra", "ändras", "ändrades"),
    ("föreslå", "föreslås", "föreslogs"),
    ("godkänna", "godkänns", "godkändes"),
    ("begära", "begärs", "begärdes"),
    ("avgöra", "avgörs", "avgjordes"),
    ("anmäla", "anmäls", "anmäldes"),
    ("anse", "anses", "ansågs"),
    ("medge", "medges", "medgavs"),
    ("väcka", "väcks", "väcktes"),
    ("behandla", "behandlas", "behandlades"),
    ("hålla", "hålls", "hölls"),
]


@pytest.mark.parametrize(("key", "present", "past"), IN_TENSE + AUXILIARIES)
def test_a_verb_is_told_in_present_and_past(key: str, present: str, past: str) -> None:
    assert verb(key, Tense.PRESENS) == present
    assert verb(key, Tense.PRETERITUM) == past


@pytest.mark.parametrize(("key", "present", "past"), IN_PASSIVE)
def test_a_passive_is_told_in_present_and_past(key: str, present: str, past: str) -> None:
    assert passive(key, Tense.PRESENS) == present
    assert passive(key, Tense.PRETERITUM) == past


def test_a_key_with_a_pattern_gives_the_verb_alone() -> None:
    assert infinitive("lägga till handlingarna") == "lägga"
    assert supine("ta del av") == "tagit"


def test_the_passive_infinitive_follows_ska() -> None:
    assert f"ska {passive_infinitive('återremittera')}" == "ska återremitteras"
    assert f"ska {passive_infinitive('lägga fram')}" == "ska läggas"


def test_the_passive_supine_follows_hade() -> None:
    assert f"hade inte {passive_supine('lämna in')}" == "hade inte lämnats"


def test_the_pattern_shows_where_objects_stand() -> None:
    assert find_verb("uppdra åt").pattern == "åt {mottagare} att {sats}"


def test_an_unknown_verb_is_named_in_the_error() -> None:
    with pytest.raises(UnknownVerb, match="hemställa") as caught:
        verb("hemställa", Tense.PRESENS)
    assert caught.value.key == "hemställa"
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize("key", ["rösta", "finna", "delta", "ska"])
def test_a_verb_without_passive_says_so(key: str) -> None:
    with pytest.raises(MissingForm, match=key):
        passive(key, Tense.PRETERITUM)
    with pytest.raises(MissingForm, match="s-passiv"):
        passive_infinitive(key)


def test_a_tense_is_accepted_by_its_name_and_no_other_word_is() -> None:
    assert verb("yrka", Tense("preteritum")) == "yrkade"
    with pytest.raises(ValueError, match="perfekt"):
        verb("yrka", "perfekt")  # type: ignore[arg-type]


def test_every_infinitive_in_the_table_is_itself_a_key() -> None:
    assert {row.infinitive for row in VERBS.values()} - VERBS.keys() == {"skola"}


def test_no_row_of_the_table_is_lost_to_a_repeated_key() -> None:
    assert len(VERBS) == 164
    assert all(row.key == key for key, row in VERBS.items())


def test_a_verb_with_several_patterns_has_the_same_forms_in_each() -> None:
    forms: dict[str, set[tuple[str, ...]]] = {}
    for row in VERBS.values():
        told = (row.present, row.past, row.supine)
        forms.setdefault(row.infinitive, set()).add(told)
    assert [infinitive for infinitive, told in forms.items() if len(told) > 1] == []


def test_no_passive_is_of_the_archaic_kind() -> None:
    archaic = {"bordlägges", "godkännes", "ersättes", "föreslåes", "begäres"}
    assert archaic.isdisjoint(row.passive_present for row in VERBS.values())
    assert [key for key, row in VERBS.items() if row.passive_present.endswith("ers")] == []
