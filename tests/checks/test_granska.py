"""Every check: a small meeting that breaks its rule, and one that only just does not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from protokoll_tui.checks.fynd import Allvar, Brist, Fynd, Kontroll, Mote, run
from protokoll_tui.checks.granska import ALLA, findings
from protokoll_tui.domain.anteckning import Anteckning
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.kommun import Kommun, Vaxling
from protokoll_tui.domain.narvaro import (
    Deltagare,
    DeltagareSlag,
    RorelseSlag,
    StangdaDorrar,
    Tjanst,
)
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap
from protokoll_tui.domain.reservation import DeltarInte, Provning, Reservation
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostmarke, Votering
from protokoll_tui.domain.yrkande import Instammande, Stallning, Yrkande
from protokoll_tui.procedure.narvaro import gang
from tests.checks.beslutsrader import BESLUTSRADER
from tests.checks.rader import (
    FEL,
    HANDE,
    SEATS,
    SUBS,
    UPPLYSNING,
    VARNING,
    F,
    N,
    Rad,
    held,
    rad,
    who,
)
from tests.checks.rostrader import ROSTRADER
from tests.checks.valrader import VALRADER
from tests.procedure.rum import (
    ATER,
    BYTER,
    DAY,
    EFTER,
    FORE,
    GAR,
    KOMMER,
    TAPPAR,
    UNDER,
    item,
    jav,
    move,
    roster,
)


def yrkar(sigs: str, *joined: str) -> Yrkande:
    return Yrkande(
        id="y",
        av=who(sigs),
        stallning=(Stallning(pa=Mal(pa="f")),),
        instammer=tuple(Instammande(vem=vem) for vem in who(" ".join(joined))),
    )


def reserves(sigs: str, *punkter: int, **fields: Any) -> Reservation:
    return Reservation(id="r", av=who(sigs), punkter=punkter, **fields)


def abstains(sigs: str, *punkter: int, villkor: str = "", tid: time | None = None) -> DeltarInte:
    return DeltarInte(id="d", av=who(sigs), punkter=punkter, villkor=villkor, tid=tid)


def voted(*votes: tuple[str, Rostmarke]) -> Fraga:
    rows = tuple(Rost(person=sig, rost=mark) for sig, mark in votes)
    return Fraga(id="q", votering=(Votering(id="v", rostlangd=rows),))


def staff(n: int = 1, **fields: Any) -> tuple[Deltagare, ...]:
    kind = DeltagareSlag.PERSONALFORETRADARE
    return tuple(Deltagare(id=f"e{k}", vem=f"Fack {k}", slag=kind, **fields) for k in range(n))


DECIDED = {"beslut": (Led(id="b", text="Ja."),), "klubbslag": True}
ANOTHER = "En annan bör justera den (ju)."
CHAIRED = f"ledde den. {ANOTHER}"
LATER = Ajournering(id="u", fran=time(16), till=time(13), datum=date(2031, 6, 19))
BACK = (item(1, move(GAR, "ab", "lg>ab")), item(2, move(KOMMER, "ab", "ab")))
ANOTHER_DAY = (replace(BACK[0], ajournering=(LATER,)), BACK[1])


RADER = (
    # Quorum
    rad(
        "quorum_of_fullmaktige",
        held(item(1), serves="kå ab", rest=""),
        *("R29", HANDE),
        ("Inte beslutsför: 2 av 5 är på plats, mer än hälften krävs.", "p1", ""),
        nara=held(item(1, jav("kå ab cd", "ingen>kå ingen>ab ingen>cd")), serves="kå ab cd"),
        kommun=F,
    ),
    rad(
        "quorum_of_namnd",
        held(item(1, jav("ab cd", "", 2)), serves="kå ab cd ef"),
        *("R30", HANDE),
        ("Inte beslutsför vid punkt 2: 2 av 5 är på plats, mer än hälften krävs.", "p1", ""),
        nara=held(item(1, jav("ab", "", 2)), serves="kå ab cd ef"),
    ),
    rad(
        "quorum_of_namnd",
        held(item(1, move(TAPPAR, "ef")), item(2, move(ATER, "ef")), serves="kå ab ef"),
        *("R30", HANDE),
        ("Inte beslutsför: 2 av 5 är på plats, mer än hälften krävs.", "p1", ""),
        nara=held(item(1, utgar=True), item(2), serves="kå ab ef"),
    ),
    # The chair
    rad(
        "nobody_chairs",
        held(item(1, move(GAR, "kå")), ordforande="kå"),
        *("R225", FEL),
        (
            "Karin Åkesson (C) är ordförande men deltar inte här. "
            "Skriv or och den som leder ärendet.",
            "p1",
            "",
        ),
        nara=held(
            item(1, move(GAR, "kå"), ordforandeskap=(Ordforandeskap(id="o", vem="ab"),)),
            ordforande="kå",
        ),
    ),
    # The lists
    rad(
        "in_both_lists",
        held(item(1), rest="rh lg"),
        *("R195", FEL),
        (
            "Roger Hallström (S) står både som tjänstgörande och som ej tjänstgörande ersättare.",
            "",
            "",
        ),
        nara=held(item(1), rest="ft lg"),
    ),
    rad(
        "more_than_seats",
        held(item(1), serves="kå ab cd gh ef lg", rest=""),
        *("R196", FEL),
        ("Antalet tjänstgörande är 6, men organet har 5 platser.", "", ""),
        nara=held(item(1), serves="kå cd gh ef lg", rest=""),
    ),
    rad(
        "more_than_seats",
        held(item(1), serves="kå ab", rest=""),
        *("R196", FEL),
        ("Antalet tjänstgörande är 2, men organet har 1 plats.", "", ""),
        nara=held(item(1), serves="ab", rest=""),
        kommun=roster("kå:C", "ab:M"),
    ),
    rad(
        "more_than_seats",
        held(item(1), item(2, move(BYTER, "lg", "lg")), serves="kå ab cd gh ef", rest="lg"),
        *("R196", FEL),
        ("Louise Grahn (M) tjänstgör men har ingen plats i organet.", "p2", ""),
        nara=held(item(1), item(2, move(BYTER, "lg", "lg")), serves="kå cd gh ef", rest="lg"),
    ),
    rad(
        "more_than_seats",
        held(item(1, jav("ab", "lg>ab zz>zz", 2))),
        *("R196", FEL),
        ("zz tjänstgör men har ingen plats i organet.", "p1", ""),
        nara=held(item(1, jav("ab", "zz>zz", 2))),
    ),
    rad(
        "two_on_a_seat",
        held(item(1), serves="kå ab cd ef rh>gh ft>gh"),
        *("R196", FEL),
        ("Flera på Gunnar Holms (S) plats: Roger Hallström (S) och Fatima Tahir (S).", "", ""),
        nara=held(item(1), serves="kå ab ef rh>gh ft>cd"),
    ),
    rad(
        "two_on_a_seat",
        held(item(1), serves="kå rh>vakant ft>vakant lg>vakant", rest=""),
        *("R196", FEL),
        (
            "Flera på en vakant plats: Roger Hallström (S), Fatima Tahir (S) och Louise Grahn (M).",
            "",
            "",
        ),
        nara=held(item(1), serves="kå rh>vakant ft>vakant2", rest=""),
        kommun=roster("kå:C -:S -:S", SUBS),
    ),
    rad(
        "two_on_a_seat",
        held(item(1), serves="kå ab cd ef rh>gh rh>cd"),
        *("R196", FEL),
        ("Flera på Cia Dahls (S) plats: Cia Dahl (S) och Roger Hallström (S).", "", ""),
        (
            "Roger Hallström (S) står på flera platser: Gunnar Holms (S) plats och "
            "Cia Dahls (S) plats.",
            "",
            "",
        ),
        nara=held(item(1), serves="kå ab cd ef rh>gh rh>gh"),
    ),
    rad(
        "two_on_a_seat",
        held(item(1, move(BYTER, "lg", "lg>ab"))),
        *("R196", FEL),
        (
            "Louise Grahn (M) sätts på Anna Bergs (M) plats, fast Anna Berg (M) är här.",
            "p1",
            "w-BYTER-lg",
        ),
        nara=held(item(1, move(TAPPAR, "ab"), move(BYTER, "lg", "lg>ab"))),
    ),
    rad(
        "two_on_a_seat",
        held(item(1, jav("ab", "lg>ab"), jav("ef", "lg>ef", 2))),
        *("R196", FEL),
        (
            "Louise Grahn (M) står på flera platser: Anna Bergs (M) plats och Eva Falks (V) plats.",
            "p1",
            "j-ef",
        ),
        nara=held(item(1, jav("ab", "lg>ab", 1), jav("ef", "lg>ef", 2))),
    ),
    rad(
        "two_on_a_seat",
        held(item(1, jav("ab", "cd>ab"))),
        *("R196", FEL),
        (
            "Cia Dahl (S) står på flera platser: Cia Dahls (S) plats och Anna Bergs (M) plats.",
            "p1",
            "j-ab",
        ),
        nara=held(item(1, jav("ab", "ft>ab"))),
    ),
    rad(
        "two_on_a_seat",
        held(item(1, jav("ab", "ft>rh"))),
        *("R196", FEL),
        (
            "Fatima Tahir (S) sätts på Gunnar Holms (S) plats, fast Roger Hallström (S) är här.",
            "p1",
            "j-ab",
        ),
        nara=held(item(1, jav("rh", "ft>rh"))),
    ),
    rad(
        "two_on_a_seat",
        held(item(1, jav("ab", "lg>ef"))),
        *("R196", FEL),
        (
            "Louise Grahn (M) sätts på Eva Falks (V) plats, fast Eva Falk (V) är här.",
            "p1",
            "j-ab",
        ),
        nara=held(item(1, jav("ab", "lg>ef", provning=Provning.INTE_JAVIG))),
    ),
    rad(
        "two_on_a_seat",
        held(item(1, move(GAR, "ab", "lg>xx"), jav("ef", "nv>gg"), jav("cd", "ft"))),
        *("R196", FEL),
        ("Louise Grahn (M) träder in, men det framgår inte på vems plats (xx).", "p1", "w-GAR-ab"),
        ("Nils Vikander (V) träder in, men det framgår inte på vems plats (gg).", "p1", "j-ef"),
        ("Fatima Tahir (S) träder in, men det framgår inte på vems plats.", "p1", "j-cd"),
        nara=held(item(1, move(GAR, "ab", "lg>ab"), move(BYTER, "ft", "ft>rh"))),
    ),
    # Växeltjänstgöring
    rad(
        "alternating_in_fullmaktige",
        held(*BACK),
        *("R36", HANDE),
        (
            "Växeltjänstgöring: Anna Berg (M) har avbrutit sin tjänstgöring och tjänstgör igen "
            "samma dag.",
            "p2",
            "w-KOMMER-ab",
        ),
        nara=held(*ANOTHER_DAY),
        kommun=F,
    ),
    rad(
        "alternating_in_fullmaktige",
        held(item(1, move(GAR, "ab", till="p1")), item(2)),
        *("R36", HANDE),
        (
            "Växeltjänstgöring: Anna Berg (M) har avbrutit sin tjänstgöring och tjänstgör igen "
            "samma dag.",
            "p2",
            "",
        ),
        nara=held(item(1, move(GAR, "ab", till="p1"), jav("ab")), item(2)),
        kommun=F,
    ),
    rad(
        "alternating_in_namnd",
        held(*BACK),
        *("R36", VARNING),
        (
            "Växeltjänstgöring: Anna Berg (M) har avbrutit sin tjänstgöring och tjänstgör igen "
            "samma dag.",
            "p2",
            "w-KOMMER-ab",
        ),
        nara=held(*BACK),
        nara_kommun=roster(SEATS, SUBS, vaxeltjanstgoring=Vaxling.TILLATEN),
    ),
    rad(
        "alternating_in_namnd",
        held(*BACK),
        *("R36", VARNING),
        (
            "Växeltjänstgöring: Anna Berg (M) har avbrutit sin tjänstgöring och tjänstgör igen "
            "samma dag.",
            "p2",
            "w-KOMMER-ab",
        ),
        nara=held(item(1, move(GAR, "ab", "jn>ab")), BACK[1]),
        kommun=roster(SEATS, SUBS, vaxeltjanstgoring=Vaxling.STYRKEBALANS),
    ),
    # At a distance
    rad(
        "distance_not_allowed",
        held(item(1, move(RorelseSlag.DISTANS, "ab")), distans=("ef",)),
        *("R38", HANDE),
        (
            "Eva Falk (V) deltar på distans, men det är inte tillåtet för nämnden i kommun.toml.",
            "",
            "",
        ),
        (
            "Anna Berg (M) deltar på distans, men det är inte tillåtet för nämnden i kommun.toml.",
            "p1",
            "w-DISTANS-ab",
        ),
        nara=held(item(1, move(RorelseSlag.DISTANS, "ab")), distans=("ef",)),
        nara_kommun=roster(SEATS, SUBS, distans=True),
    ),
    rad(
        "lost_at_the_decision",
        held(item(1, move(TAPPAR, "ef"), klubbslag=True), item(2, move(ATER, "ef"))),
        *("R38", HANDE),
        ("Eva Falk (V) saknar anslutning när beslutet fattas.", "p1", ""),
        nara=held(
            item(1, move(TAPPAR, "ef"), move(ATER, "ef", fas=UNDER), klubbslag=True),
            item(2, move(TAPPAR, "ef"), jav("ef", "ingen>ef"), klubbslag=True),
        ),
    ),
    rad(
        "distance_untried",
        held(item(1, move(KOMMER, "gh", "gh", distans=True))),
        *("R38", VARNING),
        ("Det är inte noterat att alla på distans ser och hör varandra (F3).", "", ""),
        nara=held(item(1, move(KOMMER, "gh", "gh", distans=True)), distans_provad=time(13)),
    ),
    # The order among ersättare
    rad(
        "turn_among_substitutes",
        held(item(1), serves="kå ab cd ft>gh ef", rest="rh"),
        *("R34", VARNING),
        (
            "Roger Hallström (S) står före Fatima Tahir (S) i tur till Gunnar Holms (S) plats. "
            "Skriv skälet efter kolon.",
            "",
            "",
        ),
        nara=replace(
            held(item(1), serves="kå ab cd ft>gh ef", rest="rh"),
            tjanstgor=tuple(
                replace(t, skal="Roger kom sent") if t.vem == "ft" else t
                for t in held(serves="kå ab cd ft>gh ef").tjanstgor
            ),
        ),
    ),
    rad(
        "turn_among_substitutes",
        held(item(1, move(GAR, "ab", "nv>ab")), rest="lg nv"),
        *("R34", VARNING),
        (
            "Louise Grahn (M) står före Nils Vikander (V) i tur till Anna Bergs (M) plats. "
            "Skriv skälet efter kolon.",
            "p1",
            "w-GAR-ab",
        ),
        nara=held(item(1, move(GAR, "ab", "nv>ab")), rest="nv"),
    ),
    rad(
        "turn_among_substitutes",
        held(item(1, move(BYTER, "nv", "nv>gh"))),
        *("R34", VARNING),
        (
            "Roger Hallström (S) står före Nils Vikander (V) i tur till Gunnar Holms (S) plats. "
            "Skriv skälet efter kolon.",
            "p1",
            "w-BYTER-nv",
        ),
        nara=held(item(1, move(GAR, "rh"), move(BYTER, "nv", "nv>gh")), rest="nv"),
    ),
    rad(
        "turn_among_substitutes",
        held(item(1, jav("ab", "nv>ab"))),
        *("R34", VARNING),
        (
            "Louise Grahn (M) står före Nils Vikander (V) i tur till Anna Bergs (M) plats. "
            "Skriv skälet efter kolon.",
            "p1",
            "j-ab",
        ),
        nara=held(item(1, jav("ab lg", "jn>ab"), jav("ef", "nv>ef"))),
    ),
    rad(
        "turn_among_substitutes",
        held(item(1, move(GAR, "gh", "ft>gh")), serves="kå ab cd gh ef", rest="rh ft"),
        *("R34", VARNING),
        (
            "Roger Hallström (S) står före Fatima Tahir (S) i tur till Gunnar Holms (S) plats. "
            "Skriv skälet efter kolon.",
            "p1",
            "w-GAR-gh",
        ),
        nara=held(
            item(1, jav("gh", "rh>gh"), move(GAR, "gh", "rh>gh")),
            serves="kå ab cd gh ef",
            rest="ft rh",
        ),
    ),
    rad(
        "turn_among_substitutes",
        held(item(1), serves="kå rh>vakant", rest="ft"),
        *("R34", VARNING),
        (
            "Fatima Tahir (S) står före Roger Hallström (S) i tur till en vakant plats. "
            "Skriv skälet efter kolon.",
            "",
            "",
        ),
        nara=held(item(1), serves="kå rh>vakant", rest=""),
        kommun=roster("kå:C -:S", "ft:S rh:S"),
    ),
    rad(
        "turn_among_substitutes",
        held(item(1, move(GAR, "ab", "rh>ab")), serves="kå ab cd gh ef", rest="rh"),
        *("R34", VARNING),
        (
            "Roger Hallström (S) är vald för ett annat parti och kan inte tjänstgöra på "
            "Anna Bergs (M) plats.",
            "p1",
            "w-GAR-ab",
        ),
        nara=held(item(1, move(GAR, "gh", "rh>gh")), serves="kå ab cd gh ef", rest="rh"),
        kommun=F,
    ),
    rad(
        "turn_among_substitutes",
        held(item(1), serves="kå rh>ab cd gh ef", rest=""),
        *("R34", VARNING),
        (
            "Roger Hallström (S) är vald för ett annat parti och kan inte tjänstgöra på "
            "Anna Bergs (M) plats.",
            "",
            "",
        ),
        nara=held(item(1), serves="kå lg>ab cd gh ef", rest=""),
        kommun=F,
    ),
    rad(
        "turn_among_substitutes",
        held(item(1), item(2, move(GAR, "ab", "zz>ab")), serves="kå ab cd gh ef"),
        *("R34", VARNING),
        ("zz är inte ersättare i nämnden.", "p2", "w-GAR-ab"),
        nara=held(item(1), item(2, move(GAR, "ab", "ingen>ab")), serves="kå ab cd gh ef"),
    ),
    rad(
        "change_inside_item",
        held(item(1, move(GAR, "ab", "lg>ab", UNDER))),
        *("R35", VARNING),
        (
            "Byte mitt i ärendet: Louise Grahn (M). Byten görs i regel mellan ärenden.",
            "p1",
            "w-GAR-ab",
        ),
        nara=held(
            item(1, move(GAR, "ab", "lg>ab", FORE)),
            item(2, move(GAR, "ef", "nv>ef", EFTER), move(GAR, "cd", "", UNDER)),
        ),
    ),
    rad(
        "change_inside_item",
        held(item(1, move(KOMMER, "gh", "gh rh>cd", UNDER)), serves="kå ab rh>gh ef"),
        *("R35", VARNING),
        (
            "Byte mitt i ärendet: Gunnar Holm (S) och Roger Hallström (S). "
            "Byten görs i regel mellan ärenden.",
            "p1",
            "w-KOMMER-gh",
        ),
        nara=held(item(1, move(GAR, "cd", "ingen>cd", UNDER)), serves="kå ab cd rh>gh ef"),
    ),
    # Doors
    rad(
        "doors_in_fullmaktige",
        held(item(1, stangda_dorrar=(StangdaDorrar(id="z", beslutat=False),))),
        *("R219", VARNING),
        ("Stängda dörrar utan att fullmäktige har beslutat det.", "p1", "z"),
        nara=held(item(1, stangda_dorrar=(StangdaDorrar(id="z", beslutat=time(14)),))),
        kommun=F,
    ),
    rad(
        "doors_in_open_namnd",
        held(item(1, sekretess=True), item(2, myndighetsutovning=True)),
        *("R39", VARNING),
        ("Ärendet får inte behandlas offentligt. Skriv dr när dörrarna stängs.", "p1", ""),
        ("Ärendet får inte behandlas offentligt. Skriv dr när dörrarna stängs.", "p2", ""),
        nara=held(item(1, sekretess=True, stangda_dorrar=(StangdaDorrar(id="z"),)), item(2)),
        kommun=roster(SEATS, SUBS, oppet=True),
    ),
    rad(
        "without_time",
        held(item(1, move(GAR, "ab", tid=None))),
        *("R197", VARNING),
        ("Klockslaget saknas för Anna Berg (M).", "p1", "w-GAR-ab"),
        nara=held(item(1, move(GAR, "ab"), move(BYTER, "lg", "lg>ab", tid=None))),
    ),
    rad(
        "times_out_of_order",
        held(item(1, move(GAR, "ab", tid=time(14, 10))), item(2, move(GAR, "cd", tid=time(14, 5)))),
        *("R197", VARNING),
        (
            "Cia Dahl (S): kl.\u00a014.05 är före kl.\u00a014.10, som kom tidigare. Se efter.",
            "p2",
            "w-GAR-cd",
        ),
        nara=held(
            item(
                1,
                move(GAR, "ab", tid=time(14, 10)),
                ajournering=(Ajournering(id="u", datum=date(2031, 6, 19)),),
            ),
            item(2, move(GAR, "cd", tid=time(9, 5))),
        ),
    ),
    rad(
        "new_day_untold",
        held(item(1, ajournering=(Ajournering(id="u", datum=date(2031, 6, 19)),)), item(2)),
        *("R2", UPPLYSNING),
        ("Ny sammanträdesdag. Skriv den som inte är tillbaka: kl ab uteblir.", "p2", ""),
        nara=held(
            item(1, ajournering=(Ajournering(id="u", datum=date(2031, 6, 19)),)),
            item(2, move(GAR, "ab", tid=time(9, 5))),
        ),
    ),
    # Justering
    rad(
        "justering_overlaps",
        held(
            *(item(1), item(2), item(3)),
            justering=(
                Justering(id="k1", paragrafer=("p1", "p2")),
                Justering(id="k2", paragrafer=("p2",)),
            ),
        ),
        *("R23", FEL),
        ("Paragrafen står i två justeringar.", "p2", ""),
        ("Paragrafen står inte i någon justering.", "p3", ""),
        nara=held(
            *(item(1), item(2), item(3)),
            justering=(Justering(id="k1", paragrafer=("p1", "p2")), Justering(id="k2")),
        ),
    ),
    rad(
        "unfit_to_sign",
        held(
            item(1, **DECIDED),
            item(2, jav("ab", "lg>ab"), **DECIDED),
            item(3, move(GAR, "cd", "ft>cd"), **DECIDED),
            item(4),
            justering=(Justering(id="k1", justerare=("kå", "ab", "cd")),),
            ordforande="kå",
        ),
        *("R23", VARNING),
        *((f"Karin Åkesson (C) justerar paragrafen men {CHAIRED}", f"p{n}", "") for n in (1, 2, 3)),
        (f"Anna Berg (M) justerar paragrafen men var jävig. {ANOTHER}", "p2", ""),
        (f"Cia Dahl (S) justerar paragrafen men var inte med. {ANOTHER}", "p3", ""),
        nara=held(
            item(1, **DECIDED),
            justering=(Justering(id="k1", justerare=("ab", "ef")),),
            ordforande="kå",
        ),
    ),
    rad(
        "at_once_undecided",
        held(item(1, omedelbart_justerad=True)),
        *("R22", VARNING),
        ("Paragrafen är omedelbart justerad men har inget beslut.", "p1", ""),
        nara=held(item(1, omedelbart_justerad=True, **DECIDED)),
    ),
    # Personalföreträdare
    rad(
        "staff_representatives",
        held(item(1, myndighetsutovning=True), item(2), deltagare=staff(4)),
        *("R227", VARNING),
        ("Högst tre personalföreträdare får närvara.", "", ""),
        ("Personalföreträdare får inte närvara vid myndighetsutövning.", "p1", ""),
        nara=held(item(1, myndighetsutovning=True), item(2, deltagare=staff(3, till="p2"))),
    ),
    rad(
        "staff_representatives",
        held(item(1), deltagare=staff()),
        *("R227", VARNING),
        ("Personalföreträdare får inte närvara i kommunstyrelsen.", "", ""),
        nara=held(item(1), deltagare=(Deltagare(id="e", vem="Lotta Hagman"),)),
        kommun=replace(N, organ=(replace(N.organ[0], namn="kommunstyrelsen"),)),
    ),
    # Jäv
    rad(
        "moves_though_challenged",
        held(item(1, jav("ab ef", "ingen>ab ingen>ef"), yrkande=(yrkar("ab", "ef", "cd"),))),
        *("R48", HANDE),
        ("Anna Berg (M) är jävig och får inte yrka eller delta i ärendet.", "p1", "y"),
        ("Eva Falk (V) är jävig och får inte yrka eller delta i ärendet.", "p1", "y"),
        nara=held(item(1, jav("ab", "ingen>ab", 2), yrkande=(yrkar("ab", "ef"),))),
    ),
    rad(
        "decides_though_challenged",
        held(
            item(
                1,
                jav("ab", "ingen>ab"),
                reservation=(reserves("ab cd"),),
                fraga=(voted(("ab", Rostmarke.NEJ), ("cd", Rostmarke.JA)),),
            )
        ),
        *("R48", FEL),
        ("Anna Berg (M) är jävig och kan inte reservera sig.", "p1", "r"),
        ("Anna Berg (M) är jävig och kan inte rösta.", "p1", ""),
        nara=held(
            item(
                1,
                jav("ab", "ingen>ab", 2),
                reservation=(reserves("ab", 1, 2),),
                fraga=(voted(("ab", Rostmarke.FRANVARANDE)),),
            )
        ),
    ),
    rad(
        "decides_though_challenged",
        held(item(1, jav("ab", "ingen>ab", 2), reservation=(reserves("ab", 2),))),
        *("R48", FEL),
        ("Anna Berg (M) är jävig och kan inte reservera sig.", "p1", "r"),
        nara=held(item(1, jav("ab", "ingen>ab", 2), reservation=(reserves("ab", 3),))),
    ),
    rad(
        "untried",
        held(item(1, jav("ab cd ef", provning=Provning.PROVAS), **DECIDED)),
        *("R49", VARNING),
        (
            "Frågan om jäv för Anna Berg (M), Cia Dahl (S) och Eva Falk (V) är inte avgjord.",
            "p1",
            "j-ab cd ef",
        ),
        nara=held(item(1, jav("ab", provning=Provning.PROVAS))),
    ),
    rad(
        "untried",
        held(item(1, jav("ab", provning=Provning.INTE_JAVIG, deltog=True))),
        *("R49", VARNING),
        ("Anna Berg (M) deltog i prövningen av sitt eget jäv. Skriv skälet.", "p1", "j-ab"),
        nara=held(
            item(1, jav("ab", provning=Provning.INTE_JAVIG, deltog=True, skal="Annars för få"))
        ),
    ),
    rad(
        "empty_seat_unsaid",
        held(item(1, jav("ab ef", "lg>ab"))),
        *("R198", VARNING),
        (
            "Eva Falk (V) är jävig. Skriv vem som träder in (jä … >signatur) eller >ingen.",
            "p1",
            "j-ab ef",
        ),
        nara=held(item(1, jav("ab ef lg", "lg>ab ingen>ef"))),
    ),
    # Who takes part
    rad(
        "moves_without_serving",
        held(item(1, yrkande=(yrkar("ab", "lg"),))),
        *("R32", HANDE),
        ("Louise Grahn (M) tjänstgör inte och kan inte yrka.", "p1", "y"),
        nara=held(item(1, jav("ab", "lg>ab"), yrkande=(yrkar("cd", "lg"),))),
    ),
    rad(
        "reserves_without_deciding",
        held(item(1, move(GAR, "ab", "lg>ab", UNDER), reservation=(reserves("ab"),))),
        *("R43", FEL),
        ("Anna Berg (M) deltog inte i beslutet och kan inte reservera sig.", "p1", "r"),
        nara=held(item(1, move(GAR, "ab", "lg>ab", EFTER), reservation=(reserves("ab"),))),
    ),
    rad(
        "reserves_after_the_end",
        held(item(1, reservation=(reserves("ab cd", tid=time(16, 1)),)), slut=time(16)),
        *("R43", HANDE),
        (
            "Anna Berg (M) och Cia Dahl (S) reserverade sig efter att sammanträdet avslutades.",
            "p1",
            "r",
        ),
        nara=held(item(1, reservation=(reserves("ab", tid=time(16)),)), slut=time(16)),
    ),
    rad(
        "named_but_not_there",
        held(item(1, yrkande=(yrkar("gh"),), deltar_inte=(abstains("zz"),))),
        *("R194", FEL),
        ("Gunnar Holm (S) är inte närvarande.", "p1", "y"),
        ("zz är inte närvarande.", "p1", "d"),
        nara=held(
            item(1, move(KOMMER, "gh", fas=EFTER), yrkande=(yrkar("gh"),)),
            deltagare=(Deltagare(id="e", vem="zz"),),
        ),
    ),
    rad(
        "named_but_not_there",
        held(item(1, move(GAR, "ab", "lg>ab"), jav("ef", "nv>ef")), rest=""),
        *("R194", FEL),
        ("Nils Vikander (V) är inte närvarande.", "p1", "j-ef"),
        ("Louise Grahn (M) är inte närvarande.", "p1", "w-GAR-ab"),
        nara=held(item(1, move(KOMMER, "nv", "nv>cd"), jav("ef", "ingen>ef")), rest=""),
    ),
    rad(
        "must_decide",
        held(item(1, myndighetsutovning=True, deltar_inte=(abstains("ab cd"),))),
        *("R41", HANDE),
        (
            "Anna Berg (M) och Cia Dahl (S) har deltagit i handläggningen och måste delta i "
            "beslutet.",
            "p1",
            "d",
        ),
        nara=held(item(1, myndighetsutovning=True, deltar_inte=(abstains("ab"),))),
        nara_kommun=F,
    ),
    rad(
        "abstains_too_late",
        held(
            item(
                1,
                fraga=(Fraga(id="q", tid=time(14)),),
                deltar_inte=(abstains("ab cd ef", tid=time(14, 1)),),
            )
        ),
        *("R42", VARNING),
        (
            "Att Anna Berg (M), Cia Dahl (S) och Eva Falk (V) inte deltar i beslutet anmäldes "
            "först efter propositionen.",
            "p1",
            "d",
        ),
        nara=held(
            item(
                1,
                fraga=(Fraga(id="q", tid=time(14)),),
                deltar_inte=(abstains("ab", tid=time(14)), abstains("cd")),
            )
        ),
    ),
    rad(
        "abstains_too_late",
        held(
            item(
                1,
                fraga=(
                    Fraga(id="q", tid=time(14), svar=(Svar(pa=(Mal(pa="f", punkter=(2,)),)),)),
                    Fraga(id="q2", tid=time(15), svar=(Svar(pa=(Mal(pa="f", punkter=(3,)),)),)),
                ),
                deltar_inte=(abstains("ab", tid=time(14, 30)),),
            )
        ),
        *("R42", VARNING),
        ("Att Anna Berg (M) inte deltar i beslutet anmäldes först efter propositionen.", "p1", "d"),
        nara=held(
            item(
                1,
                fraga=(
                    Fraga(id="q", tid=time(14), svar=(Svar(pa=(Mal(pa="f", punkter=(2,)),)),)),
                    Fraga(id="q2", tid=time(15), svar=(Svar(pa=(Mal(pa="f", punkter=(3,)),)),)),
                ),
                deltar_inte=(abstains("ab", 3, tid=time(14, 30)),),
            )
        ),
    ),
    rad(
        "abstains_and_reserves",
        held(item(1, deltar_inte=(abstains("ab cd"),), reservation=(reserves("cd", 1),))),
        *("R44", FEL),
        ("Cia Dahl (S) deltar inte i beslutet och kan inte reservera sig mot det.", "p1", "r"),
        nara=held(
            item(
                1,
                deltar_inte=(abstains("ab", 2), abstains("cd", villkor="om återremissen faller")),
                reservation=(reserves("ab cd", 1),),
            )
        ),
    ),
    rad(
        "note_that_reserves",
        held(item(1, anteckning=(Anteckning(id="a", text="Vi reserverar oss mot beslutet."),))),
        *("R46", VARNING),
        (
            "Anteckningen säger att någon reserverar sig. En reservation skrivs med rs.",
            "p1",
            "a",
        ),
        nara=held(item(1, anteckning=(Anteckning(id="a", text="Reservationen är bra."),))),
    ),
)


EVERY = (*RADER, *BESLUTSRADER, *ROSTRADER, *VALRADER)


def mote(state: Sammantrade, kommun: Kommun) -> Mote:
    return Mote(state, kommun, gang(state, kommun))


def kontroll(name: str) -> Kontroll:
    return next(k for k in ALLA if k.hitta.__name__ == name)


def ids(rows: tuple[Rad, ...]) -> list[str]:
    return [row.kontroll for row in rows]


@pytest.mark.parametrize("row", EVERY, ids=ids(EVERY))
def test_a_meeting_that_breaks_a_rule_is_told_so_in_full(row: Rad) -> None:
    found = run((kontroll(row.kontroll),), mote(row.mote, row.kommun))
    told = {(f.regel, f.allvar, f.text, f.paragraf, f.post) for f in found}
    assert told == set(row.fynd)
    assert len(found) == len(row.fynd)


@pytest.mark.parametrize("row", EVERY, ids=ids(EVERY))
def test_a_meeting_that_only_just_keeps_it_is_told_nothing(row: Rad) -> None:
    kommun = row.nara_kommun or row.kommun
    assert run((kontroll(row.kontroll),), mote(row.nara, kommun)) == ()


def test_every_check_has_its_rows() -> None:
    rows = {row.kontroll for row in EVERY}
    assert rows == {k.hitta.__name__ for k in ALLA}


def test_every_check_cites_a_rule_and_where_it_stands() -> None:
    for k in ALLA:
        assert re.fullmatch(r"R\d{1,3}", k.regel)
        assert k.lag
        assert k.regel in (k.hitta.__doc__ or "") or k.hitta.__doc__ is None, k.hitta.__name__


@pytest.mark.parametrize("row", EVERY, ids=ids(EVERY))
def test_every_finding_reads_as_sentences(row: Rad) -> None:
    for _, _, text, _, _ in row.fynd:
        assert re.fullmatch(r"[A-ZÅÄÖz].*[.)]", text)
        assert "  " not in text
        assert not re.search(r"[{}]|\bNone\b", text)
        # Persons stand in a list: commas, and one "och" before the last.
        assert not re.search(r"\) och [^,.]*\) och ", text)


def test_a_meeting_in_order_is_told_nothing_at_all() -> None:
    state = held(item(1, jav("ab", "lg>ab")), item(2, move(KOMMER, "gh", "gh")), ordforande="kå")
    for kommun in (N, F):
        assert findings(mote(state, kommun)) == ()


def test_without_an_upprop_nobody_is_said_to_be_missing() -> None:
    state = held(item(1, yrkande=(yrkar("lg"),), reservation=(reserves("zz"),)), serves="")
    assert findings(mote(state, N)) == ()


# The wording of the day


def _always(m: Mote) -> object:
    yield Brist("Alltid.")


OLD = Kontroll("R38", "lag", VARNING, _always, lydelse_till=date(2031, 6, 16))  # type: ignore[arg-type]
NEW = Kontroll("R38", "lag", FEL, _always, lydelse_fran=date(2031, 6, 17))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dag", "allvar"),
    [
        (date(2031, 6, 16), [VARNING]),
        (DAY, [FEL]),
        (date(2040, 1, 1), [FEL]),
        (None, [VARNING, FEL]),
    ],
)
def test_the_day_of_the_meeting_picks_the_wording(dag: date | None, allvar: list[Allvar]) -> None:
    found = run((OLD, NEW), mote(held(item(1), datum=dag), N))
    assert [f.allvar for f in found] == allvar


def test_findings_come_in_the_order_of_the_checks_with_their_law() -> None:
    state = held(item(1, move(GAR, "kå", tid=None)), ordforande="kå", rest="")
    assert findings(mote(state, N)) == (
        Fynd(
            "R225",
            FEL,
            "Karin Åkesson (C) är ordförande men deltar inte här. "
            "Skriv or och den som leder ärendet.",
            "5 kap. 72 § p. 5, 6 kap. 22 § KL",
            "p1",
        ),
        Fynd(
            "R197",
            VARNING,
            "Klockslaget saknas för Karin Åkesson (C).",
            "5 kap. 66 § KL",
            "p1",
            "w-GAR-kå",
        ),
    )


def test_a_seat_by_hand_without_a_person_counts_as_nothing() -> None:
    state = replace(held(item(1)), tjanstgor=(*held().tjanstgor, Tjanst(ersatter="ab")))
    assert findings(mote(state, N)) == ()
