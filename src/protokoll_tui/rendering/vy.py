"""What templates see: plain frozen values made from the records, never the records themselves.

Dates are written out; names are kept apart as name and party, because which of them is printed
depends on where in the § a person is mentioned first. Texts are in the text format of the files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protokoll_tui.rendering.narvaroposter import DorrVy, JavVy, RorelseVy, SkillnadVy
    from protokoll_tui.rendering.rostposter import (
        AvgorandeVy,
        GangVy,
        SlutenVy,
        UpphavtVy,
        VoteringVy,
    )


@dataclass(frozen=True)
class PersonVy:
    """A person. ``parti`` is empty where no party is shown; ``okand`` = not in the roster."""

    sig: str
    namn: str
    parti: str = ""
    okand: bool = False


@dataclass(frozen=True)
class AktorVy:
    """One who acts. ``slag`` is person, grupp or ord; ``ord`` is a party's name or words."""

    slag: str
    personer: tuple[PersonVy, ...] = ()
    ord: str = ""


@dataclass(frozen=True)
class ValVy:
    """Who is proposed in an election: to what, in words for one and for several.

    ``lista`` = several names that stand or fall as one; ``fullmaktige`` = a place in fullmäktige.
    """

    kandidater: tuple[AktorVy, ...] = ()
    lista: bool = False
    uppdrag: str = ""
    uppdragen: str = ""
    mandattid: str = ""
    efter: tuple[AktorVy, ...] = ()
    fullmaktige: bool = False
    vakant: bool = False


@dataclass(frozen=True)
class MalVy:
    """What is aimed at.

    ``slag`` is the kind of the förslag, empty when none is recorded. ``arende`` is what the matter
    itself is called ("förslaget", "motionen"). ``enda`` = no other förslag can be meant. ``kort`` =
    which förslag the points belong to is said elsewhere in the sentence. ``grund`` is the förslag
    that an ändring changes and that stands but for the points in ``andrar``; its ``punkter`` are
    what is left of it when points were put off. ``avser`` are the points that a formal förslag is
    about, where it is not the whole matter; ``en_av_flera`` = there are others of its kind;
    ``val`` is who is elected to what, in an election.
    """

    id: str = ""
    slag: str = ""
    agare: tuple[AktorVy, ...] = ()
    text: str = ""
    enda: bool = True
    punkter: tuple[int, ...] = ()
    arende: str = "förslaget"
    mottagare: str = ""
    datum: str = ""
    motivering: str = ""
    besvarad: str = ""
    kort: bool = False
    grund: MalVy | None = None
    andrar: tuple[int, ...] = ()
    val: ValVy | None = None
    avser: MalVy | None = None
    en_av_flera: bool = False


@dataclass(frozen=True)
class StallningVy:
    """One stand. ``eget`` = bifall to the mover's own förslag."""

    verkan: str
    mal: MalVy
    hand: int = 0
    att: str = ""
    ord: str = ""
    villkor: str = ""
    eget: bool = False


@dataclass(frozen=True)
class YrkandeVy:
    """A yrkande. ``ovrigt`` is the bifall that goes with an own ändring ("I övrigt …").

    ``form`` is vanlig, andrat (replaces an own one) or enas (a joint one replaces several);
    ``flera`` = more live yrkanden in the §.
    """

    id: str
    av: tuple[AktorVy, ...]
    instammer: tuple[AktorVy, ...]
    stallning: tuple[StallningVy, ...]
    ovrigt: StallningVy | None = None
    form: str = "vanlig"
    flera: bool = False
    atertaget: bool = False


@dataclass(frozen=True)
class SvarVy:
    """One answer. ``av`` are the movers of the yrkanden that ask for it."""

    verkan: str
    mal: tuple[MalVy, ...]
    av: tuple[AktorVy, ...] = ()
    gemensamt: bool = True


@dataclass(frozen=True)
class FragaVy:
    """A proposition.

    ``form`` is ett, bifall_avslag, enskilt, mot, andring, flera, tillagg, val_av_motforslag,
    motforslag, provas_anda or formell. ``funnet`` is what the chair found; ``utfall`` is the same
    question with what it ended with in ``funnet``, where a vote or another ground settled it.
    ``forst`` and ``darefter`` = it is one in a row; ``ovriga`` = other yrkanden are left untried;
    ``delvis`` = some of the huvudförslag stands with what was found, ``resten`` = the förslag that
    points not in question are left of; ``som_ett`` holds the movers whose equal yrkanden are one
    answer; ``motpart`` is what the winner is set against later. A motförslag is chosen against the
    last of ``kedja``, which begins with the huvudförslag of the matter.
    """

    id: str
    form: str
    svar: tuple[SvarVy, ...]
    funnet: SvarVy | None
    satt: str
    forst: bool = False
    darefter: bool = False
    ovriga: bool = False
    punktvis: bool = False
    bifallet: bool = False
    formell: MalVy | None = None
    ensam: bool = True
    som_ett: tuple[AktorVy, ...] = ()
    motpart: SvarVy | None = None
    delvis: bool = False
    resten: MalVy | None = None
    kedja: tuple[SvarVy, ...] = ()
    votering: tuple[VoteringVy, ...] = ()
    sluten: tuple[SlutenVy, ...] = ()
    avgorande: AvgorandeVy | None = None
    utfall: FragaVy | None = None


@dataclass(frozen=True)
class LedVy:
    """A piece of the decision.

    ``enligt`` is what it was taken from: a förslag, or the yrkanden on avslag that won against one.
    ``egen`` = the first of the pieces for the organ itself, of a decision that has others.
    """

    id: str
    text: str
    till: str = ""
    enligt: tuple[MalVy, ...] = ()
    upphaver: tuple[UpphavtVy, ...] = ()
    egen: bool = False


@dataclass(frozen=True)
class ReservationVy:
    """A reservation. ``for_andra`` = for a yrkande that none of them moved.

    ``andrar`` are the points of the ändring it is for, where they tell which of several it is.
    """

    id: str
    av: tuple[AktorVy, ...]
    punkter: tuple[int, ...] = ()
    forman: tuple[AktorVy, ...] = ()
    antal: int = 0
    for_andra: bool = False
    gemensamt: bool = False
    form: str = "muntlig"
    andrar: tuple[int, ...] = ()
    text: str = ""
    bilaga: str = ""


@dataclass(frozen=True)
class AnteckningVy:
    """A protokollsanteckning or särskilt yttrande; ``grupp`` is the party's name."""

    id: str
    av: tuple[AktorVy, ...]
    grupp: str = ""
    text: str = ""
    status: str = "medgiven"
    bilaga: str = ""


@dataclass(frozen=True)
class FranvaroVy:
    """Deltar inte. ``om`` is what has to fall first, as long as it has not fallen."""

    id: str
    av: tuple[AktorVy, ...]
    punkter: tuple[int, ...] = ()
    villkor: str = ""
    om: MalVy | None = None


@dataclass(frozen=True)
class TidVy:
    """An ajournering or a change of chair: from and to as printed, and who.

    ``delad`` = others held the chair too, and it is not known when. ``fran_paragraf`` and
    ``till_paragraf`` are the first and last § that it holds for, where that is more than one.
    ``dag`` is the day on which a meeting that was broken off goes on.
    """

    id: str
    fran: str = ""
    till: str = ""
    spann: str = ""
    vem: tuple[AktorVy, ...] = ()
    delad: bool = False
    fran_paragraf: str = ""
    till_paragraf: str = ""
    dag: str = ""


@dataclass(frozen=True)
class TidigareVy:
    """An earlier treatment."""

    id: str
    rubrik: str
    text: str


@dataclass(frozen=True)
class RadVy:
    """A line with an id: a paper."""

    id: str
    text: str


@dataclass(frozen=True)
class OrganVy:
    """The organ: ``namn`` inside a sentence, ``fullmaktige`` where its rules differ."""

    namn: str
    fullmaktige: bool = False


@dataclass(frozen=True)
class ParagrafVy:
    """The § as a template sees it. Lists hold only what is printed.

    ``ajourneringar_efter`` began after the klubbslag. ``lagrum`` is written out. ``beslutas`` =
    what ``beslut`` holds is a decision, not the words of an upprop or of information noted.
    ``tvetydiga`` are the ids of ändringar that only their points tell from another by the same.
    ``forslag`` are those before the organ that were not decided as they stand. ``rorelser_efter``
    came after the decision. ``skillnad`` is None where those of the upprop took part. ``gang`` is
    the beslutsgång step by step, votes where they happened; ``fragor`` holds the questions but
    those that choose a motförslag. ``voteringar`` are all votes, in the order held. ``avgors_i``
    are the §§ whose decision settles this one.
    """

    id: str
    nummer: str
    slag: str
    dnr: str
    rubrik: str
    arende: str
    hemlig: bool
    utgar: bool
    omedelbart_justerad: bool
    foredragande: tuple[str, ...] = ()
    expediering: tuple[str, ...] = ()
    handlingar: tuple[RadVy, ...] = ()
    tidigare: tuple[TidigareVy, ...] = ()
    yrkanden: tuple[YrkandeVy, ...] = ()
    fragor: tuple[FragaVy, ...] = ()
    gang: tuple[GangVy, ...] = ()
    voteringar: tuple[VoteringVy, ...] = ()
    beslut: tuple[LedVy, ...] = ()
    deltar_inte: tuple[FranvaroVy, ...] = ()
    jav: tuple[JavVy, ...] = ()
    reservationer: tuple[ReservationVy, ...] = ()
    anteckningar: tuple[AnteckningVy, ...] = ()
    yttranden: tuple[AnteckningVy, ...] = ()
    ajourneringar: tuple[TidVy, ...] = ()
    ajourneringar_efter: tuple[TidVy, ...] = ()
    ordforandeskap: tuple[TidVy, ...] = ()
    oppna: frozenset[str] = frozenset()
    lagrum: str = ""
    beslutas: bool = True
    tvetydiga: frozenset[str] = frozenset()
    forslag: tuple[MalVy, ...] = ()
    rorelser: tuple[RorelseVy, ...] = ()
    rorelser_efter: tuple[RorelseVy, ...] = ()
    dorrar: tuple[DorrVy, ...] = ()
    skillnad: SkillnadVy | None = None
    avgors_i: tuple[str, ...] = ()


@dataclass(frozen=True)
class MoteVy:
    """The meeting, for the frame of a document."""

    kommun: str
    organ: OrganVy
    datum: str
    datum_iso: str
    plats: str
    justerare: tuple[AktorVy, ...] = ()
    justering_datum: str = ""
    justering_plats: str = ""


@dataclass(frozen=True)
class StilVy:
    """What templates see of a style; never its folder."""

    namn: str
    ordning: tuple[str, ...]
    instammande: str
    benamning: str
    citat_eget_stycke: bool
    inled_led: bool
    foredragande: bool
    rostlista: str
    annat_utfall: bool
    narvarolista: tuple[str, ...]
    sidfot: tuple[str, ...]
    text: Mapping[str, str]
    grupp: Mapping[str, str]
