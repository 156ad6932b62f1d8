"""Who is meant: signatures, parts of names, parties, and names that nobody has."""

from __future__ import annotations

import unicodedata

import pytest

from protokoll_tui.domain.aktor import Aktor
from tests.quickline.people import RUM, S_GROUP, p, read, words


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("ab", p("ab")),
        ("AB", p("ab")),
        ("Eva", p("ef")),
        ("fal", p("ef")),
        ("dahl", p("cd")),
        ("anna berg", p("ab")),
        ("anna l", p("al")),
        ("Anna Lind", p("al")),
        ("anna b cia", p("ab", "cd")),
        ("carl-johan", p("cu")),
        ("johan", p("cu")),
        ("af ugglas", p("cu")),
        ("carl-johan af ugglas cia dahl", p("cu", "cd")),
        ("åberg", p("öå")),
        ("aberg öst", p("öå")),
        ("öå", p("öå")),
        ("zz", p("zz")),
        ("ab cd ef", p("ab", "cd", "ef")),
        ("ab dahl", p("ab", "cd")),
        ("dahl ab", p("cd", "ab")),
        ("ab ab", p("ab")),
        ("S", (S_GROUP,)),
        ("ab S", (*p("ab"), S_GROUP)),
        ("KD", (Aktor(grupp="KD", namn=()),)),
        ("X", words("X")),
        ("Okänd", words("Okänd")),
        ("Sven Svensson", words("Sven Svensson")),
        ("Sven Svensson ab", (*words("Sven Svensson"), *p("ab"))),
        ("ab Sven Svensson", (*p("ab"), *words("Sven Svensson"))),
        ('"Anna Berg"', words("Anna Berg")),
        ('"ett byalag" sven', words("ett byalag", "sven")),
        ('sven "ett byalag"', words("sven", "ett byalag")),
        ('"ej slutet citat', words("ej slutet citat")),
        ('""', ()),
        ("a", words("a")),
    ],
)
def test_a_mover_is(typed: str, who: tuple[Aktor, ...]) -> None:
    assert read(f"av {typed}").av == who
    assert read(f"av cu +{typed}").stod == tuple(a for a in who if a != Aktor(person="cu"))


@pytest.mark.parametrize("name", ["Östen Åberg", "öå", "åberg"])
def test_a_name_typed_in_pieces_is_the_same_name(name: str) -> None:
    assert read("av " + unicodedata.normalize("NFD", name)).av == p("öå")


@pytest.mark.parametrize("sig", sorted(RUM.namn))
def test_a_signature_always_means_its_person(sig: str) -> None:
    assert read(f"av {sig}").av == p(sig)
    assert read(f"{sig} av").av == p(sig)


def test_a_group_is_frozen_to_those_who_serve_now() -> None:
    (group,) = read("av S").av
    assert group.namn == ("cd", "ef")
    (empty,) = read("av V").av
    assert empty == Aktor(grupp="V", namn=())


def test_letters_of_no_party_here_are_words() -> None:
    assert read("av s").av == words("s")


def test_all_are_those_who_serve_but_not_the_mover() -> None:
    assert read("av cd +alla").stod == p("ab", "ef", "zz")
    assert read("av alla").av == words("alla")


def test_a_second_party_after_a_name_is_kept_as_one_who_acts() -> None:
    line = read("an ab S M : text")
    assert (line.grupp, line.av) == ("S", (*p("ab"), Aktor(grupp="M", namn=("ab",))))
