"""Invented items that were settled by vote, one for each way of settling it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import (
    Avgorande,
    Fraga,
    Grund,
    Metod,
    Propositionsordning,
    Satt,
)
from protokoll_tui.domain.kommun import Kommun, Organ, OrganSlag, Person
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostetal, Rostmarke, Votering
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    aktor,
    eget,
    huvud,
    paragraf,
    stand,
    svar,
    yrkande,
)

KOMMUN = Kommun(
    namn="Sjöviks kommun",
    organ=(
        Organ(id="ks", namn="kommunstyrelsen"),
        Organ(id="kf", namn="kommunfullmäktige", slag=OrganSlag.FULLMAKTIGE),
    ),
    person=(
        Person(sig="ab", namn="Anna Berg", parti="M"),
        Person(sig="cd", namn="Cia Dahl", parti="S"),
        Person(sig="ef", namn="Eva Falk", parti="V"),
        Person(sig="hp", namn="Hans Peters", parti="C"),
        Person(sig="bo", namn="Bo Ek", parti="L"),
        Person(sig="ul", namn="Ulla Lind", parti="S"),
        Person(sig="ne", namn="Nina Ek", parti="KD"),
    ),
)

H = svar(BIFALL, "f-h")
A = svar(BIFALL, "f-a")
B = svar(BIFALL, "f-b")
C = svar(BIFALL, "f-c")
NEJ_H = svar(AVSLAG, "f-h")
ALTERNATIV = {
    "f-a": eget("f-a", ForslagSlag.ALTERNATIV, "ab", "Policyn prövas i ett år."),
    "f-b": eget("f-b", ForslagSlag.ALTERNATIV, "ef", "Policyn skrivs om."),
    "f-c": eget("f-c", ForslagSlag.ALTERNATIV, "bo", "Policyn gäller bara nya hus."),
}


def question(id: str, *svar: Svar, funnet: Svar | None = None, **kw: object) -> Fraga:
    return Fraga(id=id, svar=svar, funnet=funnet, **kw)  # type: ignore[arg-type]


def vote(id: str, ja: Svar, nej: Svar, antal: Rostetal | None = None, **kw: object) -> Votering:
    base: dict[str, object] = {"godkand": True, "antal": antal}
    return Votering(id=id, ja=ja, nej=nej, **(base | kw))  # type: ignore[arg-type]


def counts(ja: int, nej: int, **kw: Any) -> Rostetal:
    return replace(Rostetal(ja=ja, nej=nej), **kw)


def winner_of(id: str) -> Svar:
    return Svar(pa=(Mal(pa=id),))


def marks(**who: str) -> tuple[Rost, ...]:
    """Rows from ``ja="ab cd"``: everybody on an own seat; ``ne/ul`` = Nina Ek on Ulla Lind's."""
    found = []
    for name, persons in who.items():
        mark = Rostmarke(name.replace("_", " ").replace("avstar", "avstår"))
        for word in persons.split():
            person, _, seat = word.partition("/")
            found.append(Rost(plats=seat or person, person=person, rost=mark))
    return tuple(found)


def four(**kw: object) -> Paragraf:
    """A § with a huvudförslag and three proposals against it."""
    base: dict[str, object] = {
        "forslag": (huvud(), *ALTERNATIV.values()),
        "yrkande": (
            yrkande("y-h", "cd", stand(BIFALL, "f-h")),
            yrkande("y-a", "ab", stand(BIFALL, "f-a")),
            yrkande("y-b", "ef", stand(BIFALL, "f-b")),
            yrkande("y-c", "bo", stand(BIFALL, "f-c")),
        ),
    }
    return paragraf(**(base | kw))


def three(**kw: object) -> Paragraf:
    """A § with a huvudförslag and two proposals against it."""
    whole = four()
    base: dict[str, object] = {"forslag": whole.forslag[:3], "yrkande": whole.yrkande[:3]}
    return paragraf(**(base | kw))


def two(**kw: object) -> Paragraf:
    """A § with a huvudförslag and one proposal against it."""
    whole = four()
    base: dict[str, object] = {"forslag": whole.forslag[:2], "yrkande": whole.yrkande[:2]}
    return paragraf(**(base | kw))


def kontraproposition() -> Paragraf:
    """Four proposals; votes on what meets the motförslag, on the motförslag, and on the matter."""
    return four(
        ordning=(Propositionsordning(id="o-1", metod=Metod.MOTFORSLAG, godkand=True),),
        fraga=(
            question(
                "q-0",
                *(H, A, B, C),
                funnet=H,
                satt=Satt.VART_FOR_SIG,
                votering=(vote("v-0", H, winner_of("q-1"), counts(7, 5, avstar=1), bilaga="3"),),
            ),
            question(
                "q-1",
                *(A, B, C),
                funnet=A,
                satt=Satt.VART_FOR_SIG,
                votering=(
                    vote(
                        "v-1",
                        A,
                        winner_of("q-2"),
                        counts(5, 8),
                        begard_av=(aktor("ef"),),
                        bilaga="2",
                    ),
                ),
            ),
            question(
                "q-2", B, C, funnet=B, votering=(vote("v-2", B, C, counts(9, 4), bilaga="1"),)
            ),
        ),
        beslut=(Led(id="b-1", text="Kommunstyrelsen antar policyn.", enligt=(Mal(pa="f-h"),)),),
    )


def tillagg() -> Paragraf:
    """The matter by acklamation, then two tillägg, each voted on by name."""
    yes = [svar(BIFALL, "f-t"), svar(BIFALL, "f-u")]
    no = [svar(AVSLAG, "f-t"), svar(AVSLAG, "f-u")]
    first = marks(ja="cd ef ne/ul", nej="ab hp", avstar="bo")
    second = marks(ja="ab hp bo", nej="cd ef ne/ul")
    return paragraf(
        forslag=(
            huvud("1. Planen antas.\n2. Den följs upp."),
            eget("f-t", ForslagSlag.TILLAGG, "ef", "Ett samråd hålls."),
            eget("f-u", ForslagSlag.TILLAGG, "bo", "Kostnaden redovisas."),
        ),
        yrkande=(
            yrkande("y-1", "cd", stand(BIFALL, "f-h")),
            yrkande("y-2", "ef", stand(BIFALL, "f-t")),
            yrkande("y-3", "bo", stand(BIFALL, "f-u")),
        ),
        fraga=(
            question("q-1", H, funnet=H),
            question(
                "q-2",
                yes[0],
                no[0],
                funnet=no[0],
                votering=(vote("v-1", *(no[0], yes[0]), rostlangd=first),),
            ),
            question(
                "q-3",
                yes[1],
                no[1],
                funnet=yes[1],
                votering=(vote("v-2", yes[1], no[1], rostlangd=second, ordforande="ab"),),
                avgorande=Avgorande(grund=Grund.UTSLAGSROST, vinnare=yes[1]),
            ),
        ),
        beslut=(
            Led(
                id="b-1",
                text="1. Planen antas.\n2. Den följs upp.\n3. Kostnaden redovisas.",
                enligt=(Mal(pa="f-h"), Mal(pa="f-u")),
            ),
        ),
    )


def minoritet() -> Paragraf:
    """Fullmäktige: fewer than half, more than a third, want the matter sent back."""
    later, today = svar(BIFALL, "f-å"), svar(AVSLAG, "f-å")
    return paragraf(
        forslag=(
            huvud("Kommunfullmäktige antar policyn.", "kommunstyrelsen"),
            eget(
                "f-å",
                ForslagSlag.ATERREMISS,
                "ef",
                mottagare="kommunstyrelsen",
                motivering="för att kostnaden ska utredas",
            ),
        ),
        yrkande=(
            yrkande("y-1", "cd", stand(BIFALL, "f-h")),
            yrkande("y-2", "ef", stand(BIFALL, "f-å")),
        ),
        fraga=(
            question(
                "q-1",
                today,
                later,
                funnet=today,
                votering=(vote("v-1", today, later, counts(40, 29, avstar=12), bilaga="6"),),
                avgorande=Avgorande(grund=Grund.MINORITET, vinnare=later),
            ),
        ),
        beslut=(
            Led(
                id="b-1",
                text="Kommunfullmäktige återremitterar ärendet till kommunstyrelsen för att "
                "kostnaden ska utredas.",
                enligt=(Mal(pa="f-å"),),
            ),
        ),
    )


def utslagsrost() -> Paragraf:
    """Two proposals and as many votes for each: the chair decides, against what was found."""
    rows = marks(nej="ab hp bo", ja="cd ef ul")
    return two(
        fraga=(
            question(
                "q-1",
                H,
                A,
                funnet=H,
                votering=(vote("v-1", H, A, rostlangd=rows, ordforande="ab"),),
                avgorande=Avgorande(grund=Grund.UTSLAGSROST, vinnare=A),
            ),
        ),
        beslut=(Led(id="b-1", text="Policyn prövas i ett år.", enligt=(Mal(pa="f-a"),)),),
    )


def parvis() -> Paragraf:
    """Three proposals in pairs, the last pair voted on."""
    return three(
        ordning=(
            Propositionsordning(
                id="o-1", metod=Metod.PARVIS, ordning=("f-a", "f-b", "f-h"), godkand=True
            ),
        ),
        fraga=(
            question("q-1", A, B, funnet=A, satt=Satt.PARVIS),
            question(
                "q-2",
                H,
                winner_of("q-1"),
                funnet=H,
                satt=Satt.PARVIS,
                votering=(vote("v-1", H, winner_of("q-1"), counts(22, 22, avstar=1)),),
                avgorande=Avgorande(grund=Grund.UTSLAGSROST, vinnare=H),
            ),
        ),
        beslut=(Led(id="b-1", text="Kommunstyrelsen antar policyn.", enligt=(Mal(pa="f-h"),)),),
    )


def vart_for_sig() -> Paragraf:
    """Proposals tried one at a time; the second carries after a vote, the third is not tried."""
    no_a = svar(AVSLAG, "f-a")
    return three(
        fraga=(
            question("q-1", H, NEJ_H, funnet=NEJ_H, satt=Satt.VART_FOR_SIG),
            question(
                "q-2",
                A,
                no_a,
                funnet=no_a,
                satt=Satt.VART_FOR_SIG,
                votering=(vote("v-1", A, no_a, counts(25, 1)),),
            ),
        ),
        beslut=(Led(id="b-1", text="Policyn prövas i ett år.", enligt=(Mal(pa="f-a"),)),),
    )
