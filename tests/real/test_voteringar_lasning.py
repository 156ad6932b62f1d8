"""Reads all votings out of the protocols of a city, and holds them against the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from tests.real.arende import Arendet, Fragan, Rostningen, Svaret
from tests.real.facit import FACIT, UR, Rad
from tests.real.voteringar import arenden

VOTERINGAR = 159
LEDAMOTER = {True: 81, False: 13}
"""The seats of fullmäktige (True) and of kommunstyrelsen."""


@dataclass(frozen=True, repr=False)
class Votering:
    """A voting in its §, with its question, and its row of the key."""

    arende: Arendet
    fraga: Fragan
    rostning: Rostningen
    rad: Rad

    @property
    def vinnare(self) -> Svaret:
        """The answer that won by the key."""
        return self.rostning.ja if self.rad.vann == "ja" else self.rostning.nej

    @property
    def kullkastad(self) -> bool:
        """Whether the voting overturned what the chair had found."""
        return not self.fraga.funnet or not self.vinnare.ryms_i(self.fraga.funnet)

    def __repr__(self) -> str:
        return f"{self.rad.fil} § {self.rad.paragraf} voting {self.rad.nummer}"


@cache
def _read() -> tuple[Arendet, ...]:
    return tuple(arenden())


@pytest.fixture(scope="module")
def lasta() -> tuple[Votering, ...]:
    """The votings of the protocols, each with its row of the key."""
    key = {(row.fil, row.paragraf, row.nummer): row for row in FACIT}
    read = {
        (arende.fil, arende.paragraf, nummer): (arende, arende.fragor[index])
        for arende in _read()
        for nummer, index in enumerate(arende.voteringar, 1)
    }
    assert read.keys() == key.keys()
    return tuple(_votings(read, key))


def _votings(
    read: dict[tuple[str, int, int], tuple[Arendet, Fragan]], key: dict[tuple[str, int, int], Rad]
) -> Iterator[Votering]:
    for place, (arende, fraga) in read.items():
        assert fraga.rostning
        yield Votering(arende, fraga, fraga.rostning, key[place])


def test_the_key_has_a_row_per_voting() -> None:
    """It can be checked without the protocols."""
    places = {(row.fil, row.paragraf, row.nummer) for row in FACIT}
    assert len(FACIT) == len(places) == VOTERINGAR
    assert {row.vann for row in FACIT} == {"ja", "nej"}
    assert {row.grund for row in FACIT} <= {"", "minoritet", "utslagsröst"}
    assert {row.ur for row in FACIT} <= UR.keys()
    assert all(row.anmarkning for row in FACIT if row.ur == "inget")


def test_every_voting_is_found_in_the_order_of_the_key(lasta: tuple[Votering, ...]) -> None:
    """The fixture matches file, § and number; a question is voted on at most once."""
    assert [votering.rad for votering in lasta] == list(FACIT)


def test_the_sides_are_two_answers_to_the_question(lasta: tuple[Votering, ...]) -> None:
    """Each side is one of the answers that were put, or is that answer on some of its labels."""
    for votering in lasta:
        ja, nej = votering.rostning.ja, votering.rostning.nej
        of_ja = [one for one in votering.fraga.svar if ja.ryms_i(one)]
        of_nej = [one for one in votering.fraga.svar if nej.ryms_i(one)]
        assert len(of_ja) == len(of_nej) == 1, votering
        assert of_ja != of_nej, votering
        assert votering.fraga.funnet in votering.fraga.svar, votering


def test_every_label_is_a_proposal_of_its_paragraph() -> None:
    """Also in the yrkanden, in questions without a voting and in the Beslut."""
    for arende in _read():
        labels = [one.label for one in arende.forslag]
        assert len(labels) == len(set(labels))
        answers = [svar for fraga in arende.fragor for svar in fraga.svar] + [*arende.beslut.svar]
        used = {label for svar in answers for label in svar.pa}
        used |= {one.label for yrkande in arende.yrkanden for one in yrkande.stallningar}
        assert used <= set(labels), f"{arende.fil} § {arende.paragraf}"
        assert all(svar.pa for svar in answers), f"{arende.fil} § {arende.paragraf}"


def test_a_counter_proposal_is_chosen_among_what_the_chair_did_not_find() -> None:
    """It stands for the answers left of the question above, of which the chair finds one."""
    chosen = 0
    for arende in _read():
        for fraga in arende.fragor:
            if fraga.motforslag_i is None:
                continue
            above = arende.fragor[fraga.motforslag_i]
            assert set(fraga.svar) == set(above.svar) - {above.funnet}
            assert len(fraga.svar) >= 2
            chosen += 1
    assert chosen


def test_the_lists_of_names_are_as_long_as_printed(lasta: tuple[Votering, ...]) -> None:
    """Kommunstyrelsen lists who votes how, the chair among them, and nobody twice."""
    for votering in lasta:
        rostning = votering.rostning
        if votering.arende.fullmaktige:
            assert not rostning.namn_ja, votering
            continue
        assert len(rostning.namn_ja) == rostning.antal_ja, votering
        assert len(rostning.namn_nej) == rostning.antal_nej, votering
        assert len(rostning.namn_avstar) == (rostning.avstar or 0), votering
        names = [*rostning.namn_ja, *rostning.namn_nej, *rostning.namn_avstar]
        assert len({name for name, _ in names}) == len(names), votering
        assert rostning.ordforande in {name for name, _ in names}, votering


def test_the_marks_are_as_many_as_the_seats(lasta: tuple[Votering, ...]) -> None:
    """No mark is left unsaid: what is not printed is 0 in every voting."""
    for votering in lasta:
        assert votering.rostning.summa == LEDAMOTER[votering.arende.fullmaktige], votering


def test_the_count_decides_but_for_the_grounds_of_the_key(lasta: tuple[Votering, ...]) -> None:
    """The key was made without the counts: it agrees with them wherever it gives no ground."""
    for votering in lasta:
        ja, nej = votering.rostning.antal_ja, votering.rostning.antal_nej
        assert (ja == nej) == (votering.rad.grund == "utslagsröst"), votering
        by_count = "ja" if ja > nej else "nej"
        minority = votering.rad.grund == "minoritet"
        assert (votering.rad.vann != by_count) == minority, votering
        assert votering.fraga.minoritet == minority, votering


def test_the_beslut_agrees_with_the_key(lasta: tuple[Votering, ...]) -> None:
    """It follows what won, and nothing that lost by avslag."""
    for votering in lasta:
        beslut = votering.arende.beslut.svar
        if votering.fraga.motforslag_i is not None or not beslut:
            continue
        carried = {label for one in beslut if one.verkan == "bifall" for label in one.pa}
        won = set(votering.vinnare.pa)
        if votering.vinnare.verkan == "bifall":
            assert won <= carried, votering
        else:
            assert not won & carried, votering


def test_what_was_read_in_numbers(lasta: tuple[Votering, ...]) -> None:
    """Told with -s."""
    won = Counter(votering.rad.vann for votering in lasta)
    grounds = Counter(votering.rad.grund for votering in lasta if votering.rad.grund)
    questions = [fraga for arende in _read() for fraga in arende.fragor]
    overturned = [str(votering) for votering in lasta if votering.kullkastad]
    print(f"\n{len(lasta)} votings in {len(_read())} §§, {len(questions)} questions")
    print(f"won: {dict(won)}, grounds: {dict(grounds)}")
    print("counter-proposals:", sum(one.motforslag_i is not None for one in questions))
    print(f"against what the chair found ({len(overturned)}):", *overturned, sep="\n  ")
    assert won == Counter(row.vann for row in FACIT)
