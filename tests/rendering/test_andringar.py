"""Ändringar and stands on points: what is put, how it is counted, what stands when one is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Fraga, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import Reservation
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.rendering import decision_text, load_style, sentence_for
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    KOMMUN,
    eget,
    huvud,
    mal,
    mote,
    paragraf,
    stand,
    svar,
    yrkande,
)

STIL = load_style("standard")
HUVUD = huvud("1. Policyn antas.\n2. Den gäller från 2032.\n3. Nämnden följer upp.")
AU = "arbetsutskottets förslag"


def change(id: str, av: str, *punkter: int, text: str = "Den gäller genast.") -> Forslag:
    return eget(id, ForslagSlag.ANDRING, av, text, mot=mal("f-h", *punkter))


def on(verkan: object, *punkter: int) -> Svar:
    return Svar(verkan=verkan, pa=(mal("f-h", *punkter),))  # type: ignore[arg-type]


def put(
    forslag: tuple[Forslag, ...],
    yrkanden: tuple[Yrkande, ...],
    answers: tuple[Svar, ...],
    found: Svar | None,
) -> str:
    q = Fraga(id="q-1", svar=answers, satt=Satt.VART_FOR_SIG, funnet=found)
    p = paragraf(forslag=(HUVUD, *forslag), yrkande=yrkanden, fraga=(q,))
    return sentence_for(mote(p), "q-1", KOMMUN, STIL)


BOS = change("f-b", "bo", 2)
BO = yrkande("y-b", "bo", stand(BIFALL, "f-b"))
H, B = svar(BIFALL, "f-h"), svar(BIFALL, "f-b")


def test_an_andring_stands_against_its_point_and_the_rest_of_the_forslag_is_decided() -> None:
    assert put((BOS,), (BO,), (H, B), B) == (
        f"Ordföranden ställer punkt 2 i {AU} mot Bo Eks ändringsyrkande och finner att "
        "kommunstyrelsen bifaller Bo Eks ändringsyrkande. I övrigt beslutar kommunstyrelsen "
        f"enligt {AU}."
    )


def test_when_the_forslag_wins_over_an_andring_all_of_it_is_decided() -> None:
    assert put((BOS,), (BO,), (H, B), H) == (
        f"Ordföranden ställer punkt 2 i {AU} mot Bo Eks ändringsyrkande och finner att "
        f"kommunstyrelsen beslutar enligt punkt 2 i {AU}. I övrigt beslutar kommunstyrelsen enligt "
        f"{AU}."
    )


def test_without_a_finding_it_is_said_that_none_is_recorded() -> None:
    assert put((BOS,), (BO,), (H, B), None) == (
        f"Ordföranden ställer punkt 2 i {AU} mot Bo Eks ändringsyrkande (inte registrerat)."
    )


def test_an_andring_of_every_point_leaves_nothing_else_to_decide() -> None:
    whole = change("f-b", "bo", 1, 2, 3)
    assert put((whole,), (BO,), (H, B), B).endswith(
        f"ställer punkterna 1, 2 och 3 i {AU} mot Bo Eks ändringsyrkande och finner att "
        "kommunstyrelsen bifaller Bo Eks ändringsyrkande."
    )


@pytest.mark.parametrize("punkter", [(), (9,)])
def test_an_andring_without_a_point_to_find_stands_against_the_whole(
    punkter: tuple[int, ...],
) -> None:
    made = put((change("f-b", "bo", *punkter),), (BO,), (H, B), B)
    assert made.startswith(f"Ordföranden ställer {AU} mot Bo Eks ändringsyrkande och finner")


def test_of_several_andringar_the_forslag_stands_with_the_one_that_won() -> None:
    annas = change("f-a", "ab", 1)
    anna = yrkande("y-a", "ab", stand(BIFALL, "f-a"))
    made = put((BOS, annas), (BO, anna), (H, B, svar(BIFALL, "f-a")), B)
    assert made == (
        f"Det finns tre förslag till beslut, i denna ordning: {AU}, Bo Eks ändringsyrkande och "
        "Anna Bergs ändringsyrkande. Ordföranden prövar förslagen vart för sig och finner att "
        f"kommunstyrelsen beslutar enligt {AU} med den ändring som Bo Ek yrkar."
    )


def test_two_changes_of_one_yrkande_are_one_forslag() -> None:
    forslag = (change("f-1", "ab", 1), change("f-2", "ab", 2))
    anna = yrkande("y-a", "ab", stand(BIFALL, "f-1"), stand(BIFALL, "f-2"))
    answers = (H, svar(BIFALL, "f-1"), svar(BIFALL, "f-2"))
    assert put(forslag, (anna,), answers, answers[1]) == (
        f"Ordföranden ställer punkterna 1 och 2 i {AU} mot Anna Bergs ändringsyrkande och finner "
        "att kommunstyrelsen bifaller Anna Bergs ändringsyrkande. I övrigt beslutar "
        f"kommunstyrelsen enligt {AU}."
    )
    made = put(forslag, (anna,), (*answers, svar(AVSLAG, "f-h")), answers[1])
    assert made.startswith("Det finns tre förslag till beslut")
    assert made.endswith("med de ändringar som Anna Berg yrkar.")


def test_two_changes_of_one_yrkande_are_decided_together() -> None:
    forslag = (HUVUD, change("f-1", "ab", 1, text="Policyn gäller"), change("f-2", "ab", 2))
    anna = yrkande("y-a", "ab", stand(BIFALL, "f-1"), stand(BIFALL, "f-2"))
    p = paragraf(forslag=forslag, yrkande=(anna,))
    assert decision_text(mote(p), p, svar(BIFALL, "f-1"), KOMMUN, STIL) == (
        "1. Policyn gäller.\n2. Den gäller genast.\n3. Nämnden följer upp."
    )


def test_a_yrkande_on_bifall_to_some_points_and_avslag_on_others_is_one_forslag() -> None:
    bo = yrkande("y-b", "bo", stand(BIFALL, "f-h", 1), stand(AVSLAG, "f-h", 2))
    anna = yrkande("y-a", "ab", stand(AVSLAG, "f-h"))
    answers = (H, on(BIFALL, 1), on(AVSLAG, 2), svar(AVSLAG, "f-h"))
    assert put((), (bo, anna), answers, answers[1]) == (
        f"Det finns tre förslag till beslut, i denna ordning: {AU}, Bo Eks yrkande och avslag på "
        f"{AU}. Ordföranden prövar förslagen vart för sig och finner att kommunstyrelsen beslutar "
        "enligt Bo Eks yrkande."
    )


def test_an_own_forslag_with_avslag_on_the_other_is_one_forslag() -> None:
    own = eget("f-a", ForslagSlag.ALTERNATIV, "ab", "Policyn avskrivs.")
    anna = yrkande("y-a", "ab cd", stand(BIFALL, "f-a"), stand(AVSLAG, "f-h"))
    answers = (H, svar(BIFALL, "f-a"), svar(AVSLAG, "f-h"))
    assert put((own,), (anna,), answers, answers[1]) == (
        f"Ordföranden ställer {AU} mot Anna Berg och Cia Dahls yrkande och finner att "
        "kommunstyrelsen beslutar enligt Anna Berg och Cia Dahls yrkande."
    )


def test_among_three_the_forslag_is_named_after_its_sender_in_every_style() -> None:
    answers = (H, B, svar(AVSLAG, "f-h"))
    q = Fraga(id="q-1", svar=answers, satt=Satt.VART_FOR_SIG, funnet=B)
    p = paragraf(forslag=(HUVUD, BOS), yrkande=(BO,), fraga=(q,))
    assert sentence_for(mote(p), "q-1", KOMMUN, load_style("nacka")) == (
        f"Det fanns tre förslag till beslut, i denna ordning: {AU}, Bo Eks ändringsyrkande och "
        f"avslag på {AU}. Ordföranden prövade förslagen vart för sig och fann att kommunstyrelsen "
        f"beslutade enligt {AU} med den ändring som Bo Ek yrkade."
    )


def test_first_and_second_hand_are_two_forslag() -> None:
    own = eget("f-a", ForslagSlag.ALTERNATIV, "ab", "Policyn avskrivs.")
    anna = yrkande("y-a", "ab", stand(BIFALL, "f-a", hand=1), stand(AVSLAG, "f-h", hand=2))
    answers = (H, svar(BIFALL, "f-a"), svar(AVSLAG, "f-h"))
    assert put((own,), (anna,), answers, H).startswith("Det finns tre förslag")


def test_what_someone_else_asks_for_too_is_counted_for_itself() -> None:
    own = eget("f-a", ForslagSlag.ALTERNATIV, "ab", "Policyn avskrivs.")
    anna = yrkande("y-a", "ab", stand(BIFALL, "f-a"), stand(AVSLAG, "f-h"))
    bo = yrkande("y-b", "bo", stand(AVSLAG, "f-h"))
    answers = (H, svar(BIFALL, "f-a"), svar(AVSLAG, "f-h"))
    assert put((own,), (anna, bo), answers, H).startswith("Det finns tre förslag")


def test_avslag_on_a_point_stands_against_that_point() -> None:
    bo = yrkande("y-b", "bo", stand(AVSLAG, "f-h", 2))
    assert put((), (bo,), (H, on(AVSLAG, 2)), on(AVSLAG, 2)) == (
        f"Ordföranden ställer bifall till punkt 2 i {AU} mot avslag och finner att "
        f"kommunstyrelsen avslår punkt 2. I övrigt beslutar kommunstyrelsen enligt {AU}."
    )
    assert put((), (bo,), (H, on(AVSLAG, 2)), H).endswith(
        f"kommunstyrelsen bifaller punkt 2. I övrigt beslutar kommunstyrelsen enligt {AU}."
    )


def test_avslag_on_a_point_leaves_the_rest_of_the_forslag_in_the_decision() -> None:
    q = Fraga(id="q-1", svar=(H, on(AVSLAG, 2)), funnet=on(AVSLAG, 2))
    p = paragraf(forslag=(HUVUD,), fraga=(q,))
    assert decision_text(mote(p), p, on(AVSLAG, 2), KOMMUN, STIL) == (
        "1. Policyn antas.\n3. Nämnden följer upp.\n\n"
        "Kommunstyrelsen avslår punkt 2 i arbetsutskottets förslag."
    )


def test_among_several_avslag_on_a_point_leaves_the_rest_too() -> None:
    bo = yrkande("y-b", "bo", stand(AVSLAG, "f-h", 2))
    anna = yrkande("y-a", "ab", stand(AVSLAG, "f-h"))
    answers = (H, on(AVSLAG, 2), svar(AVSLAG, "f-h"))
    assert put((), (bo, anna), answers, on(AVSLAG, 2)).endswith(
        f"kommunstyrelsen avslår punkt 2 i {AU}. I övrigt beslutar kommunstyrelsen enligt {AU}."
    )
    assert put((), (bo, anna), answers, svar(AVSLAG, "f-h")).endswith(f"avslår {AU}.")


def test_a_lone_andring_is_the_forslag_with_the_change() -> None:
    assert put((BOS,), (BO,), (B,), B) == (
        f"Det finns ett förslag till beslut: {AU} med den ändring som Bo Ek yrkar. Ordföranden "
        "frågar om kommunstyrelsen antar det och finner att svaret är ja."
    )


def moved(*stands: object, forslag: tuple[Forslag, ...] = (HUVUD,)) -> str:
    p: Paragraf = paragraf(forslag=forslag, yrkande=(yrkande("y-1", "ab", *stands),))  # type: ignore[arg-type]
    return sentence_for(mote(p), "y-1", KOMMUN, STIL)


def test_a_point_is_said_with_the_forslag_that_it_is_a_point_of() -> None:
    assert moved(stand(AVSLAG, "f-h", 2)) == f"Anna Berg (M) yrkar avslag på punkt 2 i {AU}."
    assert moved(stand(AVSLAG, "", 2), forslag=()) == (
        "Anna Berg (M) yrkar avslag på punkt 2 i förslaget."
    )


def test_two_stands_on_points_name_the_forslag_once() -> None:
    assert moved(stand(BIFALL, "f-h", 1), stand(AVSLAG, "f-h", 2)) == (
        f"Anna Berg (M) yrkar bifall till punkt 1 och avslag på punkt 2 i {AU}."
    )


def test_stands_on_points_of_two_forslag_name_both() -> None:
    other = replace(HUVUD, id="f-2", slag=ForslagSlag.ALTERNATIV, fran=None)
    made = moved(stand(BIFALL, "f-h", 1), stand(AVSLAG, "f-2", 2), forslag=(HUVUD, other))
    assert (
        made == f"Anna Berg (M) yrkar bifall till punkt 1 i {AU} och avslag på punkt 2 i förslaget."
    )


def test_a_decision_says_which_forslag_a_point_belongs_to() -> None:
    p = paragraf(forslag=(HUVUD,))
    found = on(AVSLAG, 2)
    assert decision_text(mote(p), p, found, KOMMUN, STIL) == (
        "Kommunstyrelsen avslår punkt 2 i arbetsutskottets förslag."
    )


def row(*found: Svar | None, stil: str = "standard") -> list[str]:
    """Points 1 and 2 put each for itself, after Anna's and Bo's changes of them."""
    annas, bos = change("f-a", "ab", 1), change("f-b", "bo", 2)
    answers = ((on(BIFALL, 1), svar(BIFALL, "f-a")), (on(BIFALL, 2), B))
    asked = tuple(
        Fraga(id=f"q-{n}", svar=svar_, funnet=f)
        for n, (svar_, f) in enumerate(zip(answers, found, strict=True), 1)
    )
    yrkanden = (yrkande("y-a", "ab", stand(BIFALL, "f-a")), BO)
    p = paragraf(forslag=(HUVUD, annas, bos), yrkande=yrkanden, fraga=asked)
    return [sentence_for(mote(p), q.id, KOMMUN, load_style(stil)) for q in asked]


def test_point_by_point_the_rest_is_decided_after_the_last_question() -> None:
    first, last = row(svar(BIFALL, "f-a"), on(BIFALL, 2))
    assert first == (
        "Ordföranden tar upp förslaget punkt för punkt. Ordföranden ställer punkt 1 mot Anna Bergs "
        "ändringsyrkande och finner att kommunstyrelsen bifaller Anna Bergs ändringsyrkande."
    )
    assert last == (
        "Ordföranden ställer punkt 2 mot Bo Eks ändringsyrkande och finner att kommunstyrelsen "
        f"beslutar enligt punkt 2 i {AU}. I övrigt beslutar kommunstyrelsen enligt {AU}."
    )


def test_while_the_last_point_is_open_nothing_is_said_of_the_rest() -> None:
    assert "övrigt" not in "".join(row(on(BIFALL, 1), None))


BOS_3 = change("f-b3", "bo", 3, text="Nämnden följer inte upp.")
BO_3 = yrkande("y-b3", "bo", stand(BIFALL, "f-b3"))
B_3 = svar(BIFALL, "f-b3")


def test_two_andringar_by_one_person_are_told_apart_by_their_points() -> None:
    assert put((BOS, BOS_3), (BO, BO_3), (on(BIFALL, 3), B_3), B_3) == (
        f"Ordföranden ställer punkt 3 i {AU} mot Bo Eks ändringsyrkande på punkt 3 och finner att "
        "kommunstyrelsen bifaller Bo Eks ändringsyrkande på punkt 3. I övrigt beslutar "
        f"kommunstyrelsen enligt {AU}."
    )


def test_two_andringar_put_alone_are_told_apart_by_their_points() -> None:
    assert put((BOS, BOS_3), (BO, BO_3), (B,), B) == (
        f"Det finns ett förslag till beslut: {AU} med den ändring av punkt 2 som Bo Ek yrkar. "
        "Ordföranden frågar om kommunstyrelsen antar det och finner att svaret är ja."
    )


@pytest.mark.parametrize(
    ("forslag", "yrkanden"),
    [
        ((BOS, change("f-a", "ab", 3)), (BO, yrkande("y-a", "ab", stand(BIFALL, "f-a")))),
        ((BOS, BOS_3), (replace(BO, stallning=(*BO.stallning, *BO_3.stallning)),)),
        ((BOS, BOS_3), (BO, replace(BO_3, atertaget=True))),
        ((BOS, replace(BOS_3, mot=mal("f-h", 2))), (BO, BO_3)),
    ],
    ids=["av två", "i ett yrkande", "taget tillbaka", "samma punkt"],
)
def test_points_are_not_named_where_they_tell_nothing(
    forslag: tuple[Forslag, ...], yrkanden: tuple[Yrkande, ...]
) -> None:
    assert "ändringsyrkande på" not in put(forslag, yrkanden, (H, B), B)


def test_the_style_nacka_too_tells_two_andringar_by_one_person_apart() -> None:
    q = Fraga(id="q-1", svar=(on(BIFALL, 3), B_3), satt=Satt.VART_FOR_SIG, funnet=B_3)
    p = paragraf(forslag=(HUVUD, BOS, BOS_3), yrkande=(BO, BO_3), fraga=(q,))
    made = sentence_for(mote(p), "q-1", KOMMUN, load_style("nacka"))
    assert made.count("Bo Eks ändringsyrkande på punkt 3") == 2


@pytest.mark.parametrize(
    ("av", "forman", "expected"),
    [
        (
            "bo",
            ("y-b3",),
            "Bo Ek reserverar sig mot beslutet till förmån för sitt ändringsyrkande på punkt 3.",
        ),
        (
            "cd",
            ("y-b",),
            "Cia Dahl (S) reserverar sig mot beslutet till förmån för Bo Eks "
            "ändringsyrkande på punkt 2.",
        ),
        (
            "cd",
            ("y-b", "y-b3"),
            "Cia Dahl (S) reserverar sig mot beslutet till förmån för Bo Eks yrkanden.",
        ),
    ],
)
def test_a_reservation_says_which_of_two_andringar_it_is_for(
    av: str, forman: tuple[str, ...], expected: str
) -> None:
    made = Reservation(id="r-1", av=(Aktor(person=av),), till_forman=forman)
    p = paragraf(forslag=(HUVUD, BOS, BOS_3), yrkande=(BO, BO_3), reservation=(made,))
    assert sentence_for(mote(p), "r-1", KOMMUN, STIL) == expected


BACK = yrkande("y-a", "bo", stand(BIFALL, "f-a"))


@pytest.mark.parametrize("mine", [replace(BACK, atertaget=True), replace(BACK, id="y-x")])
def test_a_forslag_whose_yrkande_was_taken_back_or_replaced_is_no_other_forslag(
    mine: Yrkande,
) -> None:
    other = eget("f-a", ForslagSlag.ALTERNATIV, "bo", "Policyn antas inte.")
    later = replace(yrkande("y-n", "ab", stand(BIFALL, "f-h")), ersatter=("y-x",))
    p = paragraf(forslag=(HUVUD, other), yrkande=(mine, later))
    said = sentence_for(mote(p), "y-n", KOMMUN, load_style("nacka"))
    assert said == "Anna Berg (M) yrkade att kommunstyrelsen beslutar i enlighet med förslaget."
