"""Rows for the votes, what decided them, and the röstlängd."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import DeltarInte
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostetal, Rostmarke, Votering
from tests.checks.beslutsrader import MAIN, SECOND, TODAY, arende, asks, led
from tests.checks.rader import FEL, HANDE, VARNING, F, held, rad, who
from tests.procedure.builders import (
    ATER,
    ATERREMISS,
    FOR,
    HUVUD,
    MOT,
    avslag,
    bifall,
    forslag,
)
from tests.procedure.rum import KOMMER, UNDER, jav, move
from tests.procedure.rum import item as room

JA, NEJ, AVSTAR = Rostmarke.JA, Rostmarke.NEJ, Rostmarke.AVSTAR
MARKS = {
    "j": JA,
    "n": NEJ,
    "a": AVSTAR,
    "d": Rostmarke.DELTAR_INTE,
    "f": Rostmarke.FRANVARANDE,
    "t": Rostmarke.TOM_PLATS,
}
YES, NO = bifall("f"), avslag("f")


def listed(words: str) -> tuple[Rost, ...]:
    """``"ab:j rh>gh:n -:t cd:jn"``: who, on which seat, the mark, and a mark before it."""
    rows = []
    for word in words.split():
        who, _, mark = word.partition(":")
        sig, _, seat = who.partition(">")
        given = [MARKS[letter] for letter in mark]
        rows.append(
            Rost(
                person="" if sig == "-" else sig,
                plats=seat or ("" if sig == "-" else sig),
                rost=given[-1] if given else None,
                stod=given[0] if len(given) > 1 else None,
            )
        )
    return tuple(rows)


def vote(rows: str = "", id: str = "v", **fields: Any) -> Votering:
    known: dict[str, Any] = {"ja": YES, "nej": NO, "godkand": True, "ordforande": "kå"}
    return Votering(id=id, rostlangd=listed(rows), **(known | fields))


def count(ja: int | None = None, nej: int | None = None, **fields: Any) -> Votering:
    """A vote of which the numbers are known, and the bilaga that has the names."""
    numbers = {name: fields.pop(name) for name in tuple(fields) if hasattr(Rostetal, name)}
    given: dict[str, Any] = {"antal": Rostetal(ja=ja, nej=nej, **numbers), "bilaga": "1"}
    return vote(**(given | fields))


def on(*votes: Votering, q: Fraga = MAIN, **fields: Any) -> Fraga:
    return replace(q, votering=votes, **fields)


def ruled(grund: Grund, vinnare: Svar | None = YES, **fields: Any) -> dict[str, Any]:
    return {"avgorande": Avgorande(grund=grund, vinnare=vinnare, **fields)}


def one(*votes: Votering, **fields: Any) -> Sammantrade:
    """A § with a vote on its huvudförslag, which is not decided yet."""
    return held(arende(HUVUD, FOR, MOT, on(*votes, **fields)))


def done(*votes: Votering, **fields: Any) -> Sammantrade:
    return held(arende(HUVUD, FOR, MOT, on(*votes, **fields), **led()))


def back(*votes: Votering, f: Any = ATERREMISS, **fields: Any) -> Paragraf:
    """A decided § on putting the matter off: Ja is avgörs i dag, Nej is that it is put off."""
    own = {"minoritet_forut": fields.pop("forut", False)}
    sides = tuple(replace(v, ja=avslag("r"), nej=bifall("r")) for v in votes)
    return arende(HUVUD, f, ATER, on(*sides, q=TODAY, **fields), **led(), **own)


ALLA = "ab:j cd:n rh>gh:n ef:n kå:j"
TWO_TO_TWO = "ab:j cd:n rh>gh:n ef:a kå:j"
MOTIVE = replace(ATERREMISS, motivering="för att räkna om kostnaden")
PLAYED = {"vinnare": bifall("r")}
VAL = forslag("w", ForslagSlag.VAL, kandidater=who("ab"))
ELECTION = asks("q", bifall("w"), avslag("w"))
TIED_ELECTION = replace(ELECTION, votering=(vote(TWO_TO_TWO, ja=bifall("w"), nej=avslag("w")),))


def elects(q: Fraga, **fields: Any) -> Sammantrade:
    return held(arende(VAL, replace(q, **fields), **led()))


def late(*punkter: int, **fields: Any) -> DeltarInte:
    return DeltarInte(id="d", av=who("ef"), punkter=punkter, **fields)


ROSTRADER = (
    # What Ja and Nej mean
    rad(
        "sides_unsaid",
        one(vote(nej=None), vote(id="v2", ja=None, nej=None)),
        *("R101", FEL),
        ("Omröstningen saknar vad nej betyder.", "p1", "v"),
        ("Omröstningen saknar vad ja och nej betyder.", "p1", "v2"),
        nara=one(vote()),
    ),
    rad(
        "sides_alike",
        one(vote(nej=YES)),
        *("R102", FEL),
        ("Ja och nej betyder samma sak i omröstningen.", "p1", "v"),
        nara=one(vote(), vote(nej=None)),
    ),
    rad(
        "sides_alike",
        held(
            arende(
                HUVUD,
                on(vote(nej=Svar(pa=(Mal(pa="q9"),)))),
                asks("q9", YES, bifall("g")),
            )
        ),
        *("R102", FEL),
        ("Ja och nej betyder samma sak i omröstningen.", "p1", "v"),
        nara=held(
            arende(
                HUVUD,
                on(vote(nej=Svar(pa=(Mal(pa="q9"),)))),
                asks("q9", bifall("g"), bifall("h")),
            )
        ),
    ),
    # How it ended
    rad(
        "uncounted",
        done(vote("ab:j cd")),
        *("R5", FEL),
        ("Omröstningen saknar resultat.", "p1", "v"),
        nara=held(
            arende(HUVUD, on(vote("ab:j cd"))),
            replace(arende(HUVUD, on(count(3, 2)), **led()), id="p2"),
        ),
    ),
    rad(
        "names_missing",
        held(
            arende(
                HUVUD, FOR, MOT, on(count(3, 2, bilaga="")), **led(), slag=ParagrafSlag.INFORMATION
            )
        ),
        *("R8", FEL),
        ("Omröstningen har röstetal men varken namn eller bilaga.", "p1", "v"),
        nara=held(arende(HUVUD, FOR, MOT, on(count(3, 2)), **led(), slag=ParagrafSlag.INFORMATION)),
    ),
    rad(
        "names_missing",
        done(count(3, 2, bilaga="")),
        *("R8", FEL),
        ("Omröstningen har röstetal men varken namn eller bilaga.", "p1", "v"),
        nara=held(
            arende(HUVUD, on(count(3, 2)), **led()),
            replace(
                arende(
                    HUVUD,
                    on(count(3, 2)),
                    on(vote(id="v2", lista="v"), q=SECOND),
                    **led(),
                ),
                id="p2",
            ),
            replace(arende(HUVUD, on(vote(ALLA)), **led()), id="p3"),
            replace(arende(HUVUD, on(count(3, 2, bilaga=""))), id="p4"),
        ),
    ),
    rad(
        "tie_unsettled",
        held(
            arende(HUVUD, on(vote(TWO_TO_TWO)), **led()),
            replace(
                arende(HUVUD, on(vote("ab:j cd:n rh>gh:n ef:j kå:a")), **led()),
                id="p2",
            ),
        ),
        *("R66", FEL),
        ("Lika röstetal: det framgår inte hur frågan avgörs.", "p1", "q"),
        ("Lika röstetal: Karin Åkesson (C) är ordförande och måste rösta.", "p2", "q"),
        nara=held(
            arende(HUVUD, on(vote(TWO_TO_TWO))),
            replace(
                arende(HUVUD, on(vote(TWO_TO_TWO), **ruled(Grund.UTSLAGSROST)), **led()), id="p2"
            ),
            replace(arende(HUVUD, on(vote(ALLA)), **led()), id="p3"),
        ),
    ),
    rad(
        "tie_unsettled",
        elects(replace(TIED_ELECTION, votering=(count(2, 2),))),
        *("R66", FEL),
        ("Lika röstetal: det framgår inte hur frågan avgörs.", "p1", "q"),
        nara=elects(replace(ELECTION, votering=(count(3, 2),))),
    ),
    rad(
        "wrong_ground",
        held(
            arende(HUVUD, on(vote(ALLA), **ruled(Grund.UTSLAGSROST))),
            replace(arende(HUVUD, on(vote(TWO_TO_TWO), **ruled(Grund.LOTTNING))), id="p2"),
            replace(
                arende(HUVUD, on(vote(TWO_TO_TWO), **ruled(Grund.UTSLAGSROST, bifall("g")))),
                id="p3",
            ),
        ),
        *("R66", FEL),
        ("Frågan avgörs med utslagsröst fast röstetalen inte är lika.", "p1", "q"),
        ("Lotten avgör bara val. Vid lika röstetal har ordföranden utslagsröst.", "p2", "q"),
        ("Det som vann med utslagsröst är varken ja eller nej i omröstningen.", "p3", "q"),
        nara=held(
            arende(HUVUD, on(vote(TWO_TO_TWO), **ruled(Grund.UTSLAGSROST, NO))),
            replace(arende(HUVUD, on(vote(), **ruled(Grund.UTSLAGSROST))), id="p2"),
            replace(arende(HUVUD, on(vote(ALLA), **ruled(Grund.BEDOMNING))), id="p3"),
        ),
    ),
    rad(
        "wrong_ground",
        elects(TIED_ELECTION, **ruled(Grund.UTSLAGSROST, bifall("w"))),
        *("R66", FEL),
        ("I val avgör lotten vid lika röstetal, inte utslagsröst.", "p1", "q"),
        nara=elects(TIED_ELECTION, **ruled(Grund.LOTTNING, bifall("w"))),
    ),
    rad(
        "against_own_vote",
        one(vote(TWO_TO_TWO), **ruled(Grund.UTSLAGSROST, NO)),
        *("R106", FEL),
        ("Karin Åkesson (C) röstar ja men avgör frågan åt andra hållet.", "p1", "q"),
        nara=held(
            arende(HUVUD, on(vote(TWO_TO_TWO), **ruled(Grund.UTSLAGSROST))),
            replace(arende(HUVUD, on(count(2, 2), **ruled(Grund.UTSLAGSROST, NO))), id="p2"),
            replace(
                arende(
                    HUVUD,
                    on(vote("ab:j cd:n rh>gh:n ef:j kå:a"), **ruled(Grund.UTSLAGSROST, NO)),
                ),
                id="p3",
            ),
        ),
    ),
    rad(
        "asked_after_klubbslag",
        one(vote(ALLA, tid=time(14, 5)), klubbslag=time(14)),
        *("R63", HANDE),
        (
            "Omröstningen kl.\u00a014.05 är efter klubbslaget kl.\u00a014.00. "
            "Den ska begäras före.",
            "p1",
            "v",
        ),
        nara=held(
            arende(HUVUD, on(vote(ALLA, tid=time(14)), klubbslag=time(14))),
            replace(arende(HUVUD, on(vote(ALLA), klubbslag=time(14))), id="p2"),
            replace(arende(HUVUD, on(vote(ALLA, tid=time(14)), klubbslag=True)), id="p3"),
        ),
    ),
    rad(
        "unapproved",
        one(vote(ALLA, godkand=None)),
        *("R76", VARNING),
        ("Det är inte noterat att voteringspropositionen är godkänd.", "p1", "v"),
        nara=one(vote(ALLA), vote(id="v2", godkand=None)),
    ),
    # Majorities
    rad(
        "majority_not_there",
        held(
            arende(HUVUD, on(count(4, 1), **ruled(Grund.ENHALLIGHET))),
            replace(arende(HUVUD, on(count(3, 2), **ruled(Grund.KVALIFICERAD))), id="p2"),
            replace(arende(HUVUD, on(count(4, 1), **ruled(Grund.KVALIFICERAD, NO))), id="p3"),
        ),
        *("R67", FEL),
        ("Enhällighet krävs men 1 röstar emot.", "p1", "q"),
        ("Två tredjedelar krävs: 3 av 5 räcker inte.", "p2", "q"),
        ("Två tredjedelar röstar för (4 av 5), men förslaget sägs falla.", "p3", "q"),
        nara=held(
            arende(HUVUD, on(count(5, 0), **ruled(Grund.ENHALLIGHET))),
            replace(arende(HUVUD, on(count(4, 1), **ruled(Grund.ENHALLIGHET, NO))), id="p2"),
            replace(arende(HUVUD, on(count(4, 2), **ruled(Grund.KVALIFICERAD))), id="p3"),
            replace(arende(HUVUD, on(count(3, 2), **ruled(Grund.KVALIFICERAD, NO))), id="p4"),
            replace(
                arende(HUVUD, on(count(4, 2, avstar=3), **ruled(Grund.KVALIFICERAD, NO))),
                id="p5",
            ),
            replace(arende(HUVUD, on(count(3, 2), **ruled(Grund.BEDOMNING))), id="p6"),
            replace(
                arende(HUVUD, on(count(3, 2), **ruled(Grund.KVALIFICERAD, bifall("g")))), id="p7"
            ),
        ),
    ),
    rad(
        "minority_in_namnd",
        held(back(count(3, 2), **ruled(Grund.MINORITET, bifall("r")))),
        *("R72", FEL),
        (
            "I en nämnd krävs majoritet. En minoritet kan inte skjuta upp ärendet.",
            "p1",
            "q1",
        ),
        nara=held(back(count(3, 2), **ruled(Grund.MINORITET, bifall("r")))),
        nara_kommun=F,
    ),
    rad(
        "minority_in_election",
        held(arende(VAL, ATERREMISS, replace(TODAY, **ruled(Grund.MINORITET, bifall("r"))))),
        *("R70", FEL),
        ("Val kan inte skjutas upp av en minoritet.", "p1", "q1"),
        nara=held(arende(HUVUD, ATERREMISS, replace(TODAY, **ruled(Grund.MINORITET, bifall("r"))))),
        kommun=F,
    ),
    rad(
        "minority_not_allowed",
        held(
            back(count(4, 1), **ruled(Grund.MINORITET, bifall("r"))),
            replace(back(count(3, 2), forut=True, **ruled(Grund.MINORITET, bifall("r"))), id="p2"),
            replace(back(count(3, 2), **ruled(Grund.MINORITET, avslag("r"))), id="p3"),
            replace(
                back(
                    f=forslag("r", ForslagSlag.REMISS),
                    **ruled(Grund.MINORITET, bifall("r"), antal=13, narvarande=41),
                ),
                id="p4",
            ),
        ),
        *("R69", FEL),
        ("En tredjedel krävs: 1 av 5 är för få, det ska vara 2.", "p1", "q1"),
        ("En minoritet har redan skjutit upp ärendet. Nu krävs majoritet.", "p2", "q1"),
        ("En minoritet kan bara få ärendet bordlagt eller återremitterat.", "p3", "q1"),
        ("En minoritet kan bara få ärendet bordlagt eller återremitterat.", "p4", "q1"),
        ("En tredjedel krävs: 13 av 41 är för få, det ska vara 14.", "p4", "q1"),
        nara=held(
            back(count(3, 2), **ruled(Grund.MINORITET, bifall("r"))),
            replace(back(**ruled(Grund.MINORITET, bifall("r"), antal=14, narvarande=41)), id="p2"),
            # More abstain than vote: that is for the chair to say.
            replace(back(count(1, 1, avstar=8), **ruled(Grund.MINORITET, bifall("r"))), id="p3"),
        ),
        kommun=F,
    ),
    rad(
        "minority_uncounted",
        held(back(**ruled(Grund.MINORITET, bifall("r"), antal=14))),
        *("R215", FEL),
        ("Det framgår inte hur många av de närvarande som begärde det.", "p1", "q1"),
        nara=held(
            back(**ruled(Grund.MINORITET, bifall("r"), antal=14, narvarande=41)),
            replace(back(count(3, 2), **ruled(Grund.MINORITET, bifall("r"))), id="p2"),
        ),
        kommun=F,
    ),
    rad(
        "no_motive_in_fullmaktige",
        held(back(funnet=bifall("r"))),
        *("R71", FEL),
        (
            "Återremissen saknar motivering. I fullmäktige bestäms den av dem som begärde den.",
            "p1",
            "r",
        ),
        nara=held(
            back(f=MOTIVE, funnet=bifall("r")),
            replace(back(), id="p2"),
            replace(back(funnet=bifall("r")), id="p3", beslut=(), klubbslag=False),
        ),
        kommun=F,
    ),
    rad(
        "no_motive_in_namnd",
        held(back(funnet=bifall("r"))),
        *("R72", VARNING),
        (
            "Återremissen saknar motivering. Mottagaren behöver veta vad som ska göras.",
            "p1",
            "r",
        ),
        nara=held(back(f=MOTIVE, funnet=bifall("r"))),
    ),
    # The röstlängd
    rad(
        "changed_after_klubbslag",
        one(vote("ab:jn cd:nn kå:j")),
        *("R77", HANDE),
        ("Rösten för Anna Berg (M) ändrades efter klubbslaget, från ja till nej.", "p1", "v"),
        nara=one(vote(ALLA)),
    ),
    rad(
        "chair_not_last",
        one(vote("ab:j kå:j cd:n ef:f")),
        *("R77", VARNING),
        ("Karin Åkesson (C) är ordförande och ska rösta sist.", "p1", "v"),
        nara=held(
            arende(HUVUD, on(vote("ab:j cd:n kå:j ef:f"))),
            replace(arende(HUVUD, on(vote("kå:j cd:n ab:j", ordforande="ab"))), id="p2"),
            replace(arende(HUVUD, on(vote("kå:j cd:n ab:j", ordforande=""))), id="p3"),
        ),
    ),
    rad(
        "twice",
        one(vote("ab:j cd:n ab>gh:j rh>cd:n -:t -:t")),
        *("R103", FEL),
        ("Anna Berg (M) står två gånger i röstlängden.", "p1", "v"),
        ("Platsen för Cia Dahl (S) står två gånger i röstlängden.", "p1", "v"),
        nara=one(vote(ALLA), vote(ALLA, id="v2")),
    ),
    rad(
        "not_serving",
        one(vote("ab:j cd:n jn>gh:n ef:n kå:j")),
        *("R103", FEL),
        ("Jonas Nyqvist (C) röstar men tjänstgör inte.", "p1", "v"),
        nara=held(
            arende(HUVUD, on(vote(ALLA))),
            replace(arende(HUVUD, on(vote("ab:j cd:n jn>gh:f ef:n kå:j"))), id="p2"),
            # A finding each of their own: under the wrong name, and jävig.
            replace(arende(HUVUD, on(vote("ab:j cd:n gh:n ef:n kå:j"))), id="p3"),
            replace(arende(HUVUD, on(vote(ALLA)), jav=(jav("ab", "lg>ab"),)), id="p4"),
        ),
    ),
    rad(
        "for_ledamot",
        one(vote("ab:j cd:n gh:n ef:n kå:j")),
        *("R109", FEL),
        (
            "Rösten står på Gunnar Holm (S), men Roger Hallström (S) tjänstgör på platsen.",
            "p1",
            "v",
        ),
        nara=held(
            arende(HUVUD, on(vote(ALLA))),
            replace(arende(HUVUD, on(vote("ab:j cd:n gh:f ef:n kå:j"))), id="p2"),
            # The ledamot came while the item went on: who sat there at the vote is not known.
            replace(
                room(3, move(KOMMER, "gh", "gh", UNDER)),
                forslag=(HUVUD,),
                fraga=(on(vote("ab:j cd:n gh:n ef:n kå:j")),),
            ),
        ),
    ),
    rad(
        "seats",
        one(
            vote("ab:j cd:n kå:j"),
            count(4, 2, id="v2"),
            count(2, 1, avstar=0, deltar_inte=0, franvarande=0, tomma=0, id="v3"),
        ),
        *("R103", FEL),
        ("Röstlängden har 3 rader, men organet har 5 platser.", "p1", "v"),
        ("Röstetalen är tillsammans 6, men organet har 5 platser.", "p1", "v2"),
        ("Röstetalen är tillsammans 3 av 5 platser.", "p1", "v3"),
        nara=one(
            vote(ALLA),
            vote("ab:j cd", id="v2"),
            count(2, 1, id="v3"),
            count(2, 1, avstar=1, deltar_inte=0, franvarande=0, tomma=1, id="v4"),
        ),
    ),
    rad(
        "more_than_serve",
        held(
            arende(HUVUD, on(count(3, 2)), deltar_inte=(late(),)),
            replace(arende(HUVUD, on(count(3, 1, avstar=1)), jav=(jav("ab", ""),)), id="p2"),
        ),
        *("R103", FEL),
        ("Röstetalen är tillsammans 5, men bara 4 kan rösta.", "p1", "v"),
        ("Röstetalen är tillsammans 5, men bara 4 kan rösta.", "p2", "v"),
        nara=held(
            arende(HUVUD, on(count(3, 1)), deltar_inte=(late(),)),
            replace(arende(HUVUD, on(count(3, 2)), deltar_inte=(late(2),)), id="p2"),
            replace(arende(HUVUD, on(count(3, 2)), jav=(jav("ab", "lg>ab"),)), id="p3"),
            # On putting it off, not on the decision.
            replace(
                arende(HUVUD, ATERREMISS, on(count(3, 2), q=TODAY), deltar_inte=(late(),)), id="p4"
            ),
        ),
    ),
    rad(
        "more_than_serve",
        held(arende(HUVUD, on(count(3, 2))), serves="kå ab cd ef"),
        *("R103", FEL),
        ("Röstetalen är tillsammans 5, men bara 4 kan rösta.", "p1", "v"),
        nara=held(arende(HUVUD, on(count(3, 2))), serves=""),
    ),
    rad(
        "other_count",
        one(vote(ALLA, antal=Rostetal(ja=3, nej=2, avstar=0))),
        *("R214", FEL),
        ("Röstlängden ger 2 ja-röster men 3 är angivet.", "p1", "v"),
        ("Röstlängden ger 3 nej-röster men 2 är angivet.", "p1", "v"),
        nara=one(vote(ALLA, antal=Rostetal(ja=2)), count(3, 2, id="v2")),
    ),
    rad(
        "marks_merged",
        held(
            arende(HUVUD, on(vote(TWO_TO_TWO)), deltar_inte=(late(),)),
            replace(
                arende(HUVUD, on(vote("ab:d cd:n kå:j")), jav=(jav("ab", "ingen>ab"),)), id="p2"
            ),
        ),
        *("R104", FEL),
        ("Eva Falk (V) deltar inte i beslutet men står som avstår.", "p1", "v"),
        ("Anna Berg (M) är jävig. Det är något annat än att inte delta i beslutet.", "p2", "v"),
        nara=held(
            arende(HUVUD, on(vote("ef:d ab:d kå:j")), deltar_inte=(late(),)),
            replace(arende(HUVUD, on(vote(ALLA)), deltar_inte=(late(2),)), id="p2"),
            replace(arende(HUVUD, on(vote(ALLA)), deltar_inte=(late(villkor="x"),)), id="p3"),
            replace(arende(HUVUD, on(vote(ALLA)), deltar_inte=(late(om_faller="y"),)), id="p4"),
            # On putting it off, not on the decision.
            replace(
                arende(HUVUD, ATERREMISS, on(vote(ALLA), q=TODAY), deltar_inte=(late(),)), id="p5"
            ),
        ),
    ),
    rad(
        "same_bilaga",
        one(count(3, 2), count(2, 3, id="v2")),
        *("R107", FEL),
        ("Två omröstningar hänvisar till samma bilaga (1). Skilj listorna åt.", "p1", "v2"),
        nara=one(count(3, 2), count(2, 3, id="v2", bilaga="2"), count(id="v3", lista="v")),
    ),
)
