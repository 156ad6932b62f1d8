"""The upprop: who is there, and who serves on which seat as it follows from that."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import time

from protokoll_tui.domain.handelse import Handelse, Satt
from protokoll_tui.domain.narvaro import TOM, Tjanst
from protokoll_tui.domain.paragraf import ParagrafSlag
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.intrade import at_upprop
from protokoll_tui.procedure.narvaro import Gang, after_upprop
from protokoll_tui.procedure.platser import Besattning
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.swedish.lists import join_list


@dataclass(frozen=True)
class Upprop:
    """An upprop that is being held: who has answered, who at a distance, seats given by hand."""

    organ: Besattning
    inne: frozenset[str] = frozenset()
    distans: frozenset[str] = frozenset()
    egna: tuple[Tjanst, ...] = ()

    @property
    def ledamoter(self) -> tuple[str, ...]:
        """Those elected to the seats, in roll order."""
        return tuple(p.namn for p in self.organ.platser if not p.vakant)

    @property
    def ersattare(self) -> tuple[str, ...]:
        """The ersättare in their order."""
        return tuple(e.sig for e in self.organ.ersattare)

    @property
    def tjanstgor(self) -> tuple[Tjanst, ...]:
        """Who serves where: as given by hand, else as the order says."""
        return at_upprop(self.organ, self.inne, self.egna)

    @property
    def ej_tjanstgor(self) -> tuple[str, ...]:
        """The ersättare who are there and do not serve."""
        busy = {t.vem for t in self.tjanstgor}
        return tuple(sig for sig in self.ersattare if sig in self.inne and sig not in busy)

    def all_here(self) -> Upprop:
        """Every ledamot is there; once that is so, every ersättare too."""
        more = self.ersattare if self.inne >= set(self.ledamoter) else self.ledamoter
        return replace(self, inne=self.inne | set(more))

    def turned(self, sig: str) -> Upprop:
        """One person is there, or is not after all."""
        if sig in self.inne:
            return self.without({sig})
        return replace(self, inne=self.inne | {sig})

    def without(self, sigs: Collection[str]) -> Upprop:
        """The same without some who turned out not to be there."""
        gone = frozenset(sigs)
        kept = tuple(t for t in self.egna if t.vem not in gone)
        return replace(self, inne=self.inne - gone, distans=self.distans - gone, egna=kept)

    def at_distance(self, sig: str) -> Upprop:
        """One person takes part at a distance, or in the room after all."""
        far = self.distans - {sig} if sig in self.distans else self.distans | {sig}
        return replace(self, inne=self.inne | {sig}, distans=far)

    def seated(self, vem: str, ersatter: str, skal: str = "") -> Upprop:
        """One person serves on a seat by hand (``ingen``: nobody does)."""
        others = tuple(t for t in self.egna if t.ersatter != ersatter and t.vem != vem)
        here = self.inne if vem == TOM else self.inne | {vem}
        own = Tjanst(vem=vem, ersatter=ersatter, skal=skal)
        return replace(self, inne=here, egna=(*others, own))


def upprop_of(state: Sammantrade, gang: Gang) -> Upprop:
    """The upprop as recorded; nobody has answered where none is."""
    if not state.tjanstgor:
        return Upprop(gang.organ, distans=frozenset(state.distans))
    room = after_upprop(state, gang.organ)
    due = {t.ersatter or t.vem: t.vem for t in at_upprop(gang.organ, room.inne)}
    own = tuple(
        next((t for t in state.tjanstgor if t.vem == vem), Tjanst(vem=vem, ersatter=namn))
        for namn, vem in room.platser.items()
        if vem and vem != namn and due.get(namn) != vem
    )
    return Upprop(gang.organ, room.inne, room.distans, own)


def recorded(state: Sammantrade, upprop: Upprop) -> tuple[Handelse, ...]:
    """The events that make a meeting say what the upprop says."""
    new = {
        "tjanstgor": upprop.tjanstgor,
        "ej_tjanstgor": upprop.ej_tjanstgor,
        "distans": tuple(
            sig
            for sig in (*upprop.ledamoter, *upprop.ersattare)
            if sig in upprop.distans & upprop.inne
        ),
    }
    return tuple(
        Satt(id=state.id, falt=falt, varde=varde)
        for falt, varde in new.items()
        if getattr(state, falt) != varde
    )


def roll_call(rum: Rum, inmatning: Inmatning) -> tuple[Handelse, ...]:
    """What ``ru`` records at the upprop: all ledamöter are there, but those after minus.

    Ersättare who are there are named. What is recorded already stands where nothing is said.
    """
    named = (*inmatning.av, *inmatning.bort)
    if rum.gang.registrerat and not named:
        return ()
    unknown = next((a.ord or a.grupp for a in named if not a.person), "")
    if unknown:
        raise Oklart("okand_person", unknown)
    before = upprop_of(rum.state, rum.gang)
    call = before if rum.gang.registrerat else before.all_here()
    here = frozenset(a.person for a in inmatning.av)
    call = replace(call, inne=call.inne | here).without({a.person for a in inmatning.bort})
    return recorded(rum.state, call)


def answers_from_afar(rum: Rum, inmatning: Inmatning) -> bool:
    """Whether somebody answers the upprop from a distance; later that is a movement."""
    calling = rum.paragraf.slag is ParagrafSlag.UPPROP and not is_done(rum.paragraf)
    return calling and inmatning.ord == ("distans",)


def from_afar(rum: Rum, sigs: tuple[str, ...]) -> Tolkning:
    """Those who answer the upprop from a distance."""
    far = tuple(dict.fromkeys((*rum.state.distans, *sigs)))
    events = (Satt(id=rum.state.id, falt="distans", varde=far),)
    return Tolkning("på distans", events, om=join_list([rum.name(sig) for sig in sigs]))


def tried(state: Sammantrade, klocka: time | None) -> Tolkning:
    """That all at a distance see and hear each other was tried, or was not after all (R38)."""
    value = (klocka or True) if state.distans_provad is False else False
    event = Satt(id=state.id, falt="distans_provad", varde=value)
    return Tolkning("ljud och bild prövade" if value else "inte prövat", (event,))
