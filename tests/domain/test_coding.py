"""Records to plain values and back: nothing is lost, what cannot be read is kept and marked."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.coding import Marke, decode, encode, from_json, to_json
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.records import Term, Varde
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.votering import Rostetal, Rostmarke
from protokoll_tui.domain.yrkande import Instammande, Stallning, Verkan, Yrkande
from protokoll_tui.swedish.folding import fold
from tests.domain.strategies import all_classes, any_record

CLASSES = [*all_classes(Sammantrade), *all_classes(Kommun)]
FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def read(cls: type[Varde], plain: dict[str, Any]) -> tuple[Any, list[Marke]]:
    marken: list[Marke] = []
    return decode(cls, plain, "möte", marken), marken


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: str(cls.__name__))
@FEW
@given(data=st.data())
def test_a_record_of_any_class_comes_back(cls: type[Varde], data: st.DataObject) -> None:
    record = data.draw(any_record(cls))
    assert read(cls, encode(record)) == (record, [])


@pytest.mark.parametrize("cls", [Sammantrade, Kommun], ids=["meeting", "municipality"])
@FEW
@given(data=st.data())
def test_a_record_comes_back_through_json(cls: type[Varde], data: st.DataObject) -> None:
    record = data.draw(any_record(cls))
    text = json.dumps(to_json(encode(record)))
    assert read(cls, from_json(json.loads(text))) == (record, [])


def test_every_record_class_is_tried() -> None:
    names = {cls.__name__ for cls in CLASSES}
    assert {"Sammantrade", "Paragraf", "Votering", "Sluten", "Avgorande", "Mandat"} <= names


@pytest.mark.parametrize(
    ("aktor", "plain"),
    [
        (Aktor(person="ab"), "ab"),
        (Aktor(person="åö9"), "åö9"),
        (Aktor(person="Anna Berg"), {"person": "Anna Berg"}),
        (Aktor(ord="arbetsutskottet"), "arbetsutskottet"),
        (Aktor(ord="Ledamöterna från SD"), "Ledamöterna från SD"),
        (Aktor(ord="byn"), {"ord": "byn"}),
        (Aktor(ord=""), {}),
        (Aktor(grupp="S", namn=("cd", "ef")), {"grupp": "S", "namn": ["cd", "ef"]}),
        (Aktor(person="ab", okant=(("roll", "x"),)), {"person": "ab", "roll": "x"}),
    ],
)
def test_an_actor_is_as_short_as_it_can_be_told_apart(aktor: Aktor, plain: Any) -> None:
    yrkande = Yrkande(av=(aktor,))
    assert encode(yrkande) == {"av": [plain]}
    assert read(Yrkande, {"av": [plain]}) == (yrkande, [])


@pytest.mark.parametrize(
    ("instammande", "plain"),
    [
        (Instammande(vem=Aktor(person="ab")), "ab"),
        (
            Instammande(vem=Aktor(person="ab"), tid=time(15, 42)),
            {"vem": "ab", "tid": time(15, 42)},
        ),
        (Instammande(vem=Aktor(ord="byn")), {"vem": {"ord": "byn"}}),
        (Instammande(), {}),
    ],
)
def test_one_who_joins_is_a_word_unless_there_is_more(instammande: Instammande, plain: Any) -> None:
    yrkande = Yrkande(instammer=(instammande,))
    assert encode(yrkande) == {"instammer": [plain]}
    assert read(Yrkande, {"instammer": [plain]}) == (yrkande, [])


def test_an_aim_is_an_id_unless_points_are_meant() -> None:
    stands = (Stallning(pa=Mal(pa="f-1")), Stallning(pa=Mal(pa="f-1", punkter=(2,))))
    plain = encode(Yrkande(stallning=stands))["stallning"]
    assert [p["pa"] for p in plain] == ["f-1", {"pa": "f-1", "punkter": [2]}]


def test_a_term_is_written_even_when_it_is_the_default() -> None:
    assert encode(Stallning()) == {"verkan": "bifall"}


@pytest.mark.parametrize("word", ["aterremiss", "återremiss", "Aterremiss", "ÅTERREMISS"])
def test_a_folded_term_is_understood_and_written_in_full(word: str) -> None:
    forslag, marken = read(Forslag, {"slag": word})
    assert (forslag.slag, marken) == (ForslagSlag.ATERREMISS, [])
    assert encode(forslag) == {"slag": "återremiss"}


@pytest.mark.parametrize("cls", Term.__subclasses__(), ids=lambda cls: str(cls.__name__))
def test_no_two_words_of_a_closed_list_fold_into_one(cls: type[Term]) -> None:
    assert len({fold(term.value) for term in cls}) == len(cls)


def test_unknown_keys_at_any_depth_survive() -> None:
    plain = {
        "id": "p-1",
        "slag": "ärende",
        "framtid": {"a": [1, "b"], "dag": date(2031, 6, 17)},
        "yrkande": [{"id": "y-1", "av": [{"person": "ab", "stol": 4}], "färg": "röd"}],
    }
    record, marken = read(Paragraf, plain)
    assert marken == []
    assert encode(record) == plain


@pytest.mark.parametrize(
    ("cls", "plain"),
    [
        (Paragraf, {"slag": "ärende", "nr": "hundra"}),
        (Paragraf, {"slag": "ärende", "nr": True}),
        (Paragraf, {"slag": "ärende", "sekretess": 1}),
        (Paragraf, {"slag": "hemligt slag"}),
        (Paragraf, {"slag": 7}),
        (Paragraf, {"slag": ["ärende"]}),
        (Paragraf, {"slag": "ärende", "klubbslag": "halv fyra"}),
        (Paragraf, {"slag": "ärende", "yrkande": "ab"}),
        (Paragraf, {"slag": "ärende", "yrkande": [{"id": "y-1"}, "ab"]}),
        (Paragraf, {"slag": "ärende", "foredragande": ["ab", 3]}),
        (Sammantrade, {"datum": datetime(2031, 6, 17, 9, 0)}),
        (Sammantrade, {"datum": "17 juni"}),
        (Sammantrade, {"start": date(2031, 6, 17)}),
        (Yrkande, {"av": "ab"}),
        (Yrkande, {"av": [3]}),
        (Stallning, {"verkan": "kanske"}),
    ],
)
def test_an_unreadable_value_is_marked_with_its_key_and_stands_in_the_file(
    cls: type[Varde], plain: dict[str, Any]
) -> None:
    record, marken = read(cls, plain)
    wrong = next(key for key in reversed(plain))
    assert [marke.plats for marke in marken] == ["möte"]
    assert f"som {wrong}" in marken[0].text
    assert encode(record) == plain


def test_a_value_set_in_the_program_replaces_the_unreadable_one() -> None:
    record, _ = read(Forslag, {"slag": "okänt slag"})
    assert record.slag is ForslagSlag.HUVUD
    mended = Forslag(slag=ForslagSlag.TILLAGG, okant=record.okant)
    assert encode(mended) == {"slag": "tillägg"}


def test_a_mark_names_the_paragraph_by_number_and_the_record_by_id() -> None:
    plain = {"paragraf": [{"id": "p-1", "nr": 118, "yrkande": [{"id": "y-7k", "tid": "sent"}]}]}
    _, marken = read(Sammantrade, plain)
    assert [marke.plats for marke in marken] == ["§ 118 · yrkande y-7k"]


def test_a_long_unreadable_value_is_quoted_in_part() -> None:
    _, marken = read(Paragraf, {"nr": "x" * 5000})
    assert len(marken[0].text) < 200


def test_texts_are_cleaned_where_they_are_read_also_in_unknown_keys() -> None:
    record, _ = read(Paragraf, {"rubrik": "A\u030a\u202e", "x": {"y\u200b": ["o\u0308\r\n"]}})
    assert record.rubrik == "Å"
    assert record.okant == (("x", {"y": ["ö\n"]}),)


def test_a_time_is_kept_to_the_second() -> None:
    record, _ = read(Yrkande, {"tid": time(15, 38, 20, 123456)})
    assert record.tid == time(15, 38, 20)


@pytest.mark.parametrize("nar", [True, False, time(15, 38)])
def test_when_is_a_time_or_yes_or_no(nar: time | bool) -> None:
    record, marken = read(Yrkande, {"atertaget": nar})
    assert (record.atertaget, marken) == (nar, [])


def test_not_stated_is_not_nought() -> None:
    assert encode(Rostetal(ja=0)) == {"ja": 0}
    assert read(Rostetal, {"ja": 0})[0].nej is None


def test_the_marks_of_a_vote_never_merge() -> None:
    assert len(set(Rostmarke)) == 6
    assert read(Stallning, {"verkan": "avslag"})[0].verkan is Verkan.AVSLAG
    assert ParagrafSlag("arende") is ParagrafSlag.ARENDE


PLAIN = st.recursive(
    st.one_of(
        st.text(max_size=5),
        st.integers(),
        st.booleans(),
        st.dates(),
        st.times().map(lambda t: t.replace(microsecond=0)),
        st.datetimes(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["$", "a", "b"]), inner, max_size=2),
    ),
    max_leaves=8,
)


@given(PLAIN)
def test_json_gives_back_dates_times_and_tables_of_any_make(value: Any) -> None:
    assert from_json(json.loads(json.dumps(to_json(value)))) == value


@given(PLAIN)
def test_a_table_of_anything_is_read_without_a_fault_and_written_back(value: Any) -> None:
    keys = ["id", "slag", "yrkande", "forslag", "nr", "klubbslag", "okänd"]
    for key in keys:
        record, _ = read(Paragraf, {"slag": "ärende", key: value})
        assert read(Paragraf, encode(record))[0] == record


@pytest.mark.parametrize("text", ["i dag", "2031-02-30", "25:00", ""])
def test_a_date_in_json_that_is_none_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json({"$": text})
