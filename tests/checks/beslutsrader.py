"""Rows for the order of the propositions, the decision, and who is against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

from protokoll_tui.domain.anteckning import Lydelse
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import Reservation
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from tests.checks.rader import FEL, HANDE, UPPLYSNING, VARNING, F, N, held, rad, who
from tests.procedure.builders import (
    ALTERNATIV,
    ANDRA,
    ANDRING,
    ATER,
    ATERREMISS,
    AVSLAG,
    BIFALL,
    BORD,
    BORDLAGGNING,
    EGET,
    FOR,
    HUVUD,
    LAGGA_TILL,
    LAGGA_TILL_2,
    MOT,
    PAUS,
    TILLAGG,
    TILLAGG_2,
    avslag,
    bifall,
    forslag,
    joined,
    stand,
    yrkar,
)
from tests.procedure.builders import item as built


def arende(*parts: Forslag | Yrkande | Fraga, **fields: Any) -> Paragraf:
    """§ 1 with these parts."""
    return replace(built(*parts), id="p1", nr=1, **fields)


def asks(id: str, *svar: Svar, funnet: Svar | None = None, **fields: Any) -> Fraga:
    """A question where the first answer is found, unless another is."""
    return Fraga(id=id, svar=svar, funnet=funnet or svar[0], **fields)


def one(*parts: Forslag | Yrkande | Fraga, **fields: Any) -> Sammantrade:
    return held(arende(*parts, **fields))


def by(sig: str, yrkande: Yrkande, **fields: Any) -> Yrkande:
    return replace(yrkande, av=who(sig), **fields)


def led(text: str = "Ja.", *enligt: str, **fields: Any) -> dict[str, Any]:
    """A § decided with these words according to these."""
    aims = tuple(Mal(pa=id) for id in enligt)
    return {"beslut": (Led(id="b", text=text, enligt=aims, **fields),), "klubbslag": True}


def said(**fields: Any) -> dict[str, Any]:
    return {"ordning": (Propositionsordning(id="c", **fields),)}


def both(*aims: str) -> Svar:
    return Svar(pa=tuple(Mal(pa=id) for id in aims))


def neither(*aims: str) -> Svar:
    return Svar(verkan=AVSLAG, pa=tuple(Mal(pa=id) for id in aims))


MAIN = asks("q", bifall("f"), avslag("f"))
THREE = asks("q", bifall("f"), avslag("f"), bifall("g"))
TODAY = asks("q1", avslag("r"), bifall("r"))
BACK = asks("q1", bifall("r"), avslag("r"))
SECOND = replace(MAIN, id="q2")
ADDED = asks("q3", bifall("t"), avslag("t"))
TURNED_DOWN = asks("q", avslag("f"), bifall("f"))
CHANGED = asks("q", bifall("k"), bifall("f"))
PUT_OFF = forslag("r", ForslagSlag.ATERREMISS, mot=Mal(pa="f", punkter=(2,)))
POINT_2 = forslag("k", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(2,)))
POINT_4 = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(4,)))
ON_4 = yrkar("l", stand(BIFALL, "l"))
PLAN = forslag("f", text="1. Anta planen.\n2. Avsätta 200 000 kronor.")
OTHER = forslag("g", ForslagSlag.ALTERNATIV, text="Bygg en ny skola.")
ANNA = stand(BIFALL, "f")


def reserves(sig: str, *fore: str, **fields: Any) -> dict[str, Any]:
    return {"reservation": (Reservation(id="r", av=who(sig), till_forman=fore, **fields),)}


OKUNGJORT = (
    "Ärendet är inte kungjort. Det kan avgöras bara om alla närvarande beslutar att ta upp det: "
    "skriv är tas upp.",
    "p1",
    "",
)

BESLUTSRADER = (
    rad(
        "not_announced",
        one(HUVUD, **led(), extra=True),
        *("R55", FEL),
        OKUNGJORT,
        nara=held(
            arende(HUVUD, **led(), extra=True, tas_upp=True),
            replace(arende(HUVUD, extra=True), id="p2"),
            replace(arende(HUVUD, **led()), id="p3"),
            # It may be put off all the same.
            replace(arende(HUVUD, ATERREMISS, ATER, BACK, **led(), extra=True), id="p4"),
        ),
        kommun=F,
    ),
    rad(
        "not_announced",
        one(HUVUD, **led(), extra=True),
        *("R55", FEL),
        OKUNGJORT,
        nara=one(HUVUD, **led(), extra=True),
        kommun=F,
        nara_kommun=N,
    ),
    # Nothing put
    rad(
        "several_but_nothing_put",
        one(HUVUD, FOR, MOT, **led()),
        *("R191", FEL),
        (
            "Flera förslag finns men ingen proposition. Skriv hur ordföranden ställde dem.",
            "p1",
            "",
        ),
        nara=held(
            arende(HUVUD, FOR, MOT),
            replace(arende(HUVUD, FOR, MOT, MAIN, **led()), id="p2"),
            replace(arende(HUVUD, FOR, MOT, **led(), slag=ParagrafSlag.ANMALAN), id="p3"),
            replace(arende(HUVUD, FOR, MOT, **led(), utgar=True), id="p4"),
            replace(arende(HUVUD, FOR, **led()), id="p5"),
        ),
    ),
    rad(
        "several_but_nothing_put",
        one(HUVUD, ATERREMISS, ATER, **led()),
        *("R191", FEL),
        (
            "Flera förslag finns men ingen proposition. Skriv hur ordföranden ställde dem.",
            "p1",
            "",
        ),
        nara=one(
            forslag("a", ForslagSlag.VAL, kandidater=who("ab"), uppdrag="ordförande"),
            forslag("c", ForslagSlag.VAL, kandidater=who("cd"), uppdrag="vice ordförande"),
            yrkar("y", stand(BIFALL, "a"), stand(BIFALL, "c")),
            **led(),
        ),
    ),
    rad(
        "one_but_nothing_put",
        one(HUVUD, FOR, **led()),
        *("R191", UPPLYSNING),
        (
            "Ett yrkande finns men ingen proposition. Det räcker att skriva att det finns ett.",
            "p1",
            "",
        ),
        nara=held(arende(HUVUD, **led()), replace(arende(HUVUD, FOR, MOT, **led()), id="p2")),
    ),
    rad(
        "without_outcome",
        one(HUVUD, TILLAGG, FOR, by("ab", LAGGA_TILL), MAIN, **led()),
        *("R94", FEL),
        ("Yrkandet från Anna Berg (M) är inte avgjort.", "p1", "e"),
        nara=held(
            arende(HUVUD, TILLAGG, FOR, LAGGA_TILL, MAIN),
            replace(arende(HUVUD, TILLAGG, FOR, LAGGA_TILL, MAIN, ADDED, **led()), id="p2"),
            replace(
                arende(HUVUD, FOR, by("ab", LAGGA_TILL, atertaget=True), MAIN, **led()), id="p3"
            ),
        ),
    ),
    # The order
    rad(
        "formal_against_matter",
        one(HUVUD, ATERREMISS, FOR, ATER, asks("q", bifall("f"), bifall("r"))),
        *("R90", HANDE),
        (
            "En formell fråga ställs mot ett förslag i sak. Den ska prövas för sig och först.",
            "p1",
            "q",
        ),
        nara=one(HUVUD, ATERREMISS, FOR, ATER, TODAY, SECOND),
    ),
    rad(
        "formal_after_matter",
        one(HUVUD, ATERREMISS, FOR, ATER, MAIN, TODAY),
        *("R90", HANDE),
        (
            "En formell fråga prövas efter förslagen i sak. Den ska prövas först.",
            "p1",
            "q1",
        ),
        nara=one(
            *(HUVUD, ATERREMISS, PAUS, FOR, ATER, TODAY, SECOND),
            asks("q3", bifall("s"), avslag("s")),
        ),
    ),
    rad(
        "formal_after_matter",
        one(HUVUD, ATERREMISS, POINT_2, FOR, ATER, MAIN, TODAY),
        *("R90", HANDE),
        (
            "En formell fråga prövas efter förslagen i sak. Den ska prövas först.",
            "p1",
            "q1",
        ),
        nara=one(HUVUD, PUT_OFF, FOR, ATER, MAIN, TODAY),
    ),
    rad(
        "formal_against_formal",
        one(HUVUD, ATERREMISS, BORDLAGGNING, ATER, BORD, asks("q", bifall("r"), bifall("o"))),
        *("R91", HANDE),
        (
            "Formella yrkanden ställs mot varandra. I fullmäktige prövas de var för sig, så att "
            "en tredjedel kan få sin återremiss eller bordläggning prövad.",
            "p1",
            "q",
        ),
        nara=one(HUVUD, ATERREMISS, BORDLAGGNING, ATER, BORD, asks("q", bifall("r"), bifall("o"))),
        kommun=F,
        nara_kommun=N,
    ),
    rad(
        "matter_after_postponed",
        one(HUVUD, ATERREMISS, FOR, ATER, BACK, SECOND),
        *("R92", FEL),
        ("Ärendet avgörs i sak fast det redan är uppskjutet.", "p1", "q2"),
        nara=one(HUVUD, ATERREMISS, BORDLAGGNING, FOR, ATER, BACK, asks("q2", avslag("o"))),
    ),
    rad(
        "matter_after_postponed",
        one(HUVUD, PUT_OFF, ATER, BACK, asks("q2", bifall("f", 2), avslag("f", 2))),
        *("R92", FEL),
        ("Ärendet avgörs i sak fast det redan är uppskjutet.", "p1", "q2"),
        nara=one(HUVUD, PUT_OFF, ATER, BACK, asks("q2", bifall("f", 3), avslag("f", 3))),
    ),
    rad(
        "order_unsaid",
        one(HUVUD, ALTERNATIV, FOR, MOT, EGET, THREE),
        *("R93", VARNING),
        ("Flera propositioner ställs utan att ordningen är godkänd.", "p1", ""),
        nara=held(
            arende(HUVUD, ALTERNATIV, FOR, MOT, EGET, THREE, **said()),
            replace(arende(HUVUD, ATERREMISS, FOR, MOT, ATER, TODAY, SECOND), id="p2"),
        ),
    ),
    rad(
        "order_unsaid",
        one(HUVUD, ATERREMISS, TILLAGG, FOR, ATER, LAGGA_TILL, TODAY, SECOND, ADDED),
        *("R93", VARNING),
        ("Flera propositioner ställs utan att ordningen är godkänd.", "p1", ""),
        nara=one(
            *(HUVUD, PAUS, TILLAGG, FOR, LAGGA_TILL),
            asks("q1", bifall("s"), avslag("s")),
            *(SECOND, ADDED),
        ),
    ),
    rad(
        "addition_against_matter",
        one(HUVUD, TILLAGG, FOR, LAGGA_TILL, asks("q", bifall("f"), bifall("t"))),
        *("R96", FEL),
        (
            "Ett tillägg ställs mot ett annat förslag. Det prövas för sig, bifall eller avslag.",
            "p1",
            "q",
        ),
        nara=one(HUVUD, TILLAGG, FOR, LAGGA_TILL, MAIN, ADDED),
    ),
    rad(
        "addition_before_matter",
        one(HUVUD, TILLAGG, FOR, LAGGA_TILL, ADDED, MAIN),
        *("R96", HANDE),
        ("Ett tillägg prövas före förslagen i sak. Tillägg prövas sist.", "p1", "q3"),
        nara=one(HUVUD, TILLAGG, FOR, LAGGA_TILL, TODAY, MAIN, ADDED),
    ),
    rad(
        "bundled_additions",
        one(
            *(HUVUD, TILLAGG, TILLAGG_2, LAGGA_TILL, LAGGA_TILL_2),
            asks("q", both("t", "u"), neither("t", "u")),
            **said(samlat=("t", "u"), godkand=False),
        ),
        *("R97", VARNING),
        ("Flera tillägg prövas samlat utan att det är godkänt.", "p1", "q"),
        nara=one(
            *(HUVUD, TILLAGG, TILLAGG_2, LAGGA_TILL, LAGGA_TILL_2),
            asks("q", both("t", "u"), neither("t", "u")),
            **said(samlat=("u", "t"), godkand=True),
        ),
    ),
    rad(
        "points_together",
        one(HUVUD, POINT_2, POINT_4, ON_4, asks("q", bifall("f"), bifall("k"), bifall("l"))),
        *("R99", VARNING),
        (
            "En proposition rör flera punkter med olika yrkanden. Ställ en för varje punkt.",
            "p1",
            "q",
        ),
        nara=one(
            *(HUVUD, POINT_2, POINT_4, ON_4),
            asks("q", bifall("f", 2), bifall("k")),
            asks("q2", bifall("f", 4), bifall("l")),
        ),
    ),
    rad(
        "refused",
        one(replace(OTHER, avvisat=True, skal="det är ett nytt ärende"), HUVUD),
        *("R68", VARNING),
        (
            "Ett förslag är avvisat. Bara i fullmäktige får ordföranden vägra att ta upp ett "
            "förslag.",
            "p1",
            "g",
        ),
        nara=one(replace(OTHER, avvisat=True, skal="det är ett nytt ärende"), HUVUD),
        nara_kommun=F,
    ),
    rad(
        "refused",
        one(replace(OTHER, avvisat=time(14)), HUVUD),
        *("R68", VARNING),
        ("Ett förslag är avvisat men skälet saknas.", "p1", "g"),
        nara=one(OTHER, HUVUD),
        kommun=F,
    ),
    # Late
    rad(
        "moved_after_proposition",
        one(HUVUD, by("ab cd", MOT, tid=time(14, 1)), replace(MAIN, tid=time(14))),
        *("R62", UPPLYSNING),
        (
            "Anna Berg (M) och Cia Dahl (S) yrkar kl.\u00a014.01, "
            "efter propositionen kl.\u00a014.00.",
            "p1",
            "b",
        ),
        nara=held(
            arende(HUVUD, by("ab", MOT, tid=time(14)), replace(MAIN, tid=time(14))),
            replace(arende(HUVUD, by("ab", MOT, tid=time(15)), MAIN), id="p2"),
            replace(
                arende(
                    HUVUD,
                    ATERREMISS,
                    by("ab", MOT, tid=time(15)),
                    replace(TODAY, tid=time(14)),
                ),
                id="p3",
            ),
            # Told by the rule on the debate.
            replace(
                arende(
                    HUVUD,
                    by("ab", MOT, tid=time(15)),
                    replace(MAIN, tid=time(14)),
                    overlaggning_avslutad=time(13, 50),
                ),
                id="p4",
            ),
        ),
    ),
    rad(
        "moved_after_debate",
        one(
            HUVUD,
            by("ab", MOT, tid=time(14, 1)),
            by("cd", FOR, tid=time(13), atertaget=time(14, 5)),
            overlaggning_avslutad=time(14),
        ),
        *("R74", HANDE),
        (
            "Yrkandet från Anna Berg (M) läggs, ändras eller återtas kl.\u00a014.01, efter att "
            "överläggningen avslutades kl.\u00a014.00. Det kräver att alla är överens.",
            "p1",
            "b",
        ),
        (
            "Yrkandet från Cia Dahl (S) läggs, ändras eller återtas kl.\u00a014.05, efter att "
            "överläggningen avslutades kl.\u00a014.00. Det kräver att alla är överens.",
            "p1",
            "a",
        ),
        nara=held(
            arende(
                HUVUD,
                by("ab", MOT, tid=time(14)),
                by("cd", FOR, atertaget=True),
                overlaggning_avslutad=time(14),
            ),
            replace(
                arende(HUVUD, by("ab", MOT, tid=time(15)), overlaggning_avslutad=True), id="p2"
            ),
        ),
    ),
    # The decision
    rad(
        "decides_what_lost",
        one(HUVUD, ALTERNATIV, FOR, EGET, asks("q", bifall("f"), bifall("g")), **led("Nej.", "g")),
        *("R105", FEL),
        ("Beslutet följer ett förslag som föll.", "p1", "b"),
        nara=held(
            arende(HUVUD, ALTERNATIV, EGET, asks("q", bifall("f"), bifall("g")), **led("J.", "f")),
            replace(arende(HUVUD, MOT, TURNED_DOWN, **led("N.", "f")), id="p2"),
            replace(
                arende(
                    HUVUD,
                    ANDRING,
                    ANDRA,
                    asks("q", bifall("k"), bifall("f")),
                    **led("J.", "f", "k"),
                ),
                id="p3",
            ),
            replace(arende(HUVUD, MOT, FOR, MAIN, **led("J.", "q")), id="p4"),
            replace(arende(HUVUD, MOT, FOR, **led("J.", "f")), id="p5"),
        ),
    ),
    rad(
        "decides_what_lost",
        one(HUVUD, MOT, FOR, MAIN, **led("Nej.", "b")),
        *("R105", FEL),
        ("Beslutet följer ett förslag som föll.", "p1", "b"),
        nara=one(HUVUD, MOT, FOR, MAIN, **led("Ja.", "a")),
    ),
    rad(
        "decides_what_lost",
        one(PLAN, OTHER, FOR, EGET, asks("q", bifall("f"), bifall("g")), **led("bygg en ny skola")),
        *("R105", FEL),
        ("Beslutet följer ett förslag som föll.", "p1", "b"),
        nara=one(
            *(PLAN, OTHER, FOR, EGET),
            asks("q", bifall("g"), bifall("f")),
            **led("bygg en ny skola"),
        ),
    ),
    rad(
        "decides_what_lost",
        one(PLAN, MOT, TURNED_DOWN, **led(PLAN.text, "f")),
        *("R105", FEL),
        ("Beslutet följer ett förslag som föll.", "p1", "b"),
        nara=one(PLAN, MOT, TURNED_DOWN, **led("Avslås.", "f")),
    ),
    rad(
        "other_words",
        one(PLAN, MOT, FOR, MAIN, **led("1. Anta planen.\n2. Avsätta 300 000 kronor.", "f")),
        *("R209", VARNING),
        (
            "Beslutet har en annan lydelse än förslaget det följer. Se efter att det är menat.",
            "p1",
            "b",
        ),
        nara=held(
            arende(PLAN, MOT, FOR, MAIN, **led(PLAN.text, "f")),
            replace(arende(PLAN, MOT, FOR, MAIN, **led("Avsätta 200 000 kronor.", "f")), id="p2"),
            replace(arende(PLAN, MOT, FOR, MAIN, **led("Annat.")), id="p3"),
            replace(arende(PLAN, MOT, FOR, MAIN, **led("Annat.", "f", till="kf")), id="p4"),
            replace(
                arende(
                    *(PLAN, MOT, FOR, MAIN),
                    **led("Annat.", "f"),
                    lydelse=(Lydelse(id="l", av="beslut:b", text="Annat."),),
                ),
                id="p5",
            ),
            replace(arende(HUVUD, MOT, FOR, MAIN, **led("Annat.", "f")), id="p6"),
            replace(arende(PLAN, TILLAGG, LAGGA_TILL, MAIN, ADDED, **led("Annat.", "f")), id="p7"),
            replace(
                arende(PLAN, POINT_2, asks("q", bifall("k"), bifall("f")), **led("Annat.", "k")),
                id="p8",
            ),
        ),
    ),
    # Reservations
    rad(
        "reserves_for_nothing",
        held(
            arende(HUVUD, by("ab", MOT), **reserves("cd", text="till förmån för eget yrkande")),
            replace(arende(HUVUD, by("ab", MOT, atertaget=True), **reserves("ab", "b")), id="p2"),
        ),
        *("R192", VARNING),
        (
            "Cia Dahl (S) reserverar sig för ett eget yrkande men har inget i paragrafen.",
            "p1",
            "r",
        ),
        ("Reservationen från Anna Berg (M) gäller ett yrkande som inte finns kvar.", "p2", "r"),
        nara=held(
            arende(HUVUD, by("ab", MOT), **reserves("ab", text="för eget yrkande")),
            replace(arende(HUVUD, by("ab", MOT), **reserves("cd", "b")), id="p2"),
        ),
    ),
    rad(
        "reserves_though_won",
        held(
            arende(HUVUD, joined(by("ab", FOR), "cd"), MOT, MAIN, **reserves("cd")),
        ),
        *("R193", VARNING),
        ("Cia Dahl (S) reserverar sig men har fått bifall till allt som yrkades.", "p1", "r"),
        nara=held(
            arende(HUVUD, by("ab", FOR), by("cd", MOT), MAIN, **reserves("cd")),
            replace(
                arende(
                    *(HUVUD, TILLAGG, by("ab", FOR), by("ab", LAGGA_TILL), MAIN),
                    asks("q3", avslag("t"), bifall("t")),
                    **reserves("ab"),
                ),
                id="p2",
            ),
            replace(arende(HUVUD, by("ab", FOR), MAIN, **reserves("ef")), id="p3"),
            replace(arende(HUVUD, by("ab", FOR), **reserves("ab")), id="p4"),
        ),
    ),
)
