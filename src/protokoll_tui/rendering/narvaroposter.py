"""What templates see of who was there: in a §, and on the front page. Plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll_tui.rendering.vy import AktorVy, PersonVy


@dataclass(frozen=True)
class TjanstVy:
    """Who serves on a seat from now on; ``vem`` empty = nobody, the seat is empty.

    ``for_vem`` is whose place it is, empty on an own seat and on one that nobody was elected to
    (``vakant``). ``sin`` = the one whom the sentence is about leaves it. ``undan`` served there
    and does so no longer. ``skal`` is why the order among ersättare was not followed.
    """

    vem: tuple[AktorVy, ...] = ()
    for_vem: tuple[AktorVy, ...] = ()
    vakant: bool = False
    sin: bool = False
    undan: tuple[AktorVy, ...] = ()
    skal: str = ""


@dataclass(frozen=True)
class RorelseVy:
    """Somebody comes, goes, loses the connection, or seats change hands.

    ``efter`` is the § before ("§ 114"), ``nummer`` this one and ``till`` the last that it holds
    for, each empty where it has no number; ``har`` = it holds for this § alone. ``beslutas`` = the
    § holds a decision to be before or after. ``igen`` = was there earlier. ``egen`` is the service
    that the sentence itself tells of, ``tjanst`` who else serves where. ``ater`` is when one who
    lost the connection is back.
    """

    id: str
    slag: str
    vem: tuple[AktorVy, ...] = ()
    titel: str = ""
    fas: str = ""
    tid: str = ""
    efter: str = ""
    nummer: str = ""
    till: str = ""
    har: bool = False
    beslutas: bool = True
    distans: bool = False
    igen: bool = False
    egen: TjanstVy | None = None
    tjanst: tuple[TjanstVy, ...] = ()
    skal: str = ""
    ater: RorelseVy | None = None


@dataclass(frozen=True)
class DorrVy:
    """Closed doors: from and to as printed, ``beslutat`` = the organ decided on it."""

    id: str
    fran: str = ""
    till: str = ""
    spann: str = ""
    beslutat: bool = True


@dataclass(frozen=True)
class JavVy:
    """Jäv. ``antal`` is how many persons, ``provning`` as in the record.

    ``tjanst`` says who serves instead; it is empty where none of them serves. ``uppdrag`` is the
    organ whose ``ledamoter`` and ``ersattare`` they are, where that is why.
    """

    id: str
    av: tuple[AktorVy, ...]
    punkter: tuple[int, ...] = ()
    antal: int = 1
    skal: str = ""
    tjanst: tuple[TjanstVy, ...] = ()
    provning: str = "anmäld"
    vackt_av: tuple[AktorVy, ...] = ()
    deltog: bool = False
    uppdrag: str = ""
    distans: bool = False
    ledamoter: tuple[AktorVy, ...] = ()
    ersattare: tuple[AktorVy, ...] = ()


@dataclass(frozen=True)
class SkillnadVy:
    """How those who take part in a decision differ from those of the upprop (R7).

    Only what no sentence of the same § says: ``tjanst`` serve on another's seat, ``egna`` on their
    own and ``undan`` no longer; the seats of ``borta``, who are not there, and ``tomma`` are empty.
    ``distans`` and ``pa_plats`` take part in another way, ``utan`` have lost the connection.
    """

    tjanst: tuple[TjanstVy, ...] = ()
    egna: tuple[AktorVy, ...] = ()
    undan: tuple[AktorVy, ...] = ()
    borta: tuple[AktorVy, ...] = ()
    tomma: tuple[AktorVy, ...] = ()
    vakanta: int = 0
    distans: tuple[AktorVy, ...] = ()
    pa_plats: tuple[AktorVy, ...] = ()
    utan: tuple[AktorVy, ...] = ()


@dataclass(frozen=True)
class SpannVy:
    """§§ as they can be printed: "§§ 115–119", "115–119", or from "§ 115" and to "§ 119".

    ``fran`` is set where they run to the end of the meeting, ``till`` where from its start, and
    ``efter`` is then the § before the first. ``alla`` = every § of the meeting.
    """

    alla: bool = False
    paragrafer: str = ""
    nummer: str = ""
    fran: str = ""
    till: str = ""
    efter: str = ""


@dataclass(frozen=True)
class JavradVy:
    """The §§ that somebody on the list was jävig in ("§§ 46, 48", "46, 48").

    On ``vid`` it is a § where somebody served at the points that another was jävig in.
    ``punkter`` are points of a single §; ``hemlig`` = why is not told, the § is secret.
    """

    paragrafer: str
    nummer: str
    punkter: tuple[int, ...] = ()
    hemlig: bool = False


@dataclass(frozen=True)
class BeslutandeVy:
    """Somebody elected, on the list of who was there; ``i_beslut`` = took part in a decision.

    ``for_vem`` is whose place it is; ``ersatt_av`` served on the place of a ledamot in the other
    §§. ``kom`` and ``gick`` are times of day; ``del_av`` are §§ left or entered before the
    decision, ``vid`` those served in only at the points that another was jävig in; ``distans`` the
    §§ at a distance. ``tjanstgor`` = has served, ``narvarande`` = was there at all.
    """

    vem: PersonVy
    roll: str = ""
    for_vem: tuple[PersonVy, ...] = ()
    vakant: bool = False
    spann: SpannVy = SpannVy()
    jav: tuple[JavradVy, ...] = ()
    distans: SpannVy | None = None
    del_av: str = ""
    vid: tuple[JavradVy, ...] = ()
    kom: str = ""
    gick: str = ""
    ersatt_av: tuple[PersonVy, ...] = ()
    i_beslut: bool = True
    tjanstgor: bool = True
    narvarande: bool = True


@dataclass(frozen=True)
class DeltagareVy:
    """Somebody in the room without a mandate, with title and §§."""

    vem: PersonVy
    titel: str = ""
    slag: str = "tjänsteperson"
    spann: SpannVy = SpannVy(alla=True)
    distans: bool = False


@dataclass(frozen=True)
class PartiVy:
    """A party and those of it who have served."""

    parti: str
    personer: tuple[PersonVy, ...]


@dataclass(frozen=True)
class DagVy:
    """A day of the meeting: "tisdag 17 juni 2031", its times and its pauses."""

    dag: str = ""
    fran: str = ""
    till: str = ""
    spann: str = ""
    pauser: tuple[str, ...] = ()


@dataclass(frozen=True)
class JusteringVy:
    """A justering: who signs which §§, where and when. ``alla`` = it holds every §."""

    justerare: tuple[PersonVy, ...] = ()
    ordforande: tuple[PersonVy, ...] = ()
    plats: str = ""
    datum: str = ""
    tid: str = ""
    paragrafer: str = ""
    nummer: str = ""
    alla: bool = True


@dataclass(frozen=True)
class SignaturVy:
    """A line to sign on: as what, who, and for which §§ where not all."""

    som: str
    vem: tuple[PersonVy, ...] = ()
    paragrafer: str = ""


@dataclass(frozen=True)
class NarvaroVy:
    """Who was there, for the front page (or for one § in an extract).

    ``ledamoter`` and ``ersattare`` have served, in roll order; ``ej`` were there and did not in
    some §. ``valda`` are all who are elected, there or not. ``utsedda`` holds each group of
    justerare once. ``ordforande`` holds more than one where the chair changed. ``distans_provad``
    = that all saw and heard each other was tried (R38).
    """

    dagar: tuple[DagVy, ...] = ()
    plats: str = ""
    ledamoter: tuple[BeslutandeVy, ...] = ()
    ersattare: tuple[BeslutandeVy, ...] = ()
    ej: tuple[BeslutandeVy, ...] = ()
    valda: tuple[BeslutandeVy, ...] = ()
    partier: tuple[PartiVy, ...] = ()
    ovriga: tuple[DeltagareVy, ...] = ()
    justeringar: tuple[JusteringVy, ...] = ()
    utsedda: tuple[JusteringVy, ...] = ()
    ordforande: tuple[SignaturVy, ...] = ()
    signaturer: tuple[SignaturVy, ...] = ()
    paragrafer: str = ""
    nummer: str = ""
    distans_provad: bool = False
