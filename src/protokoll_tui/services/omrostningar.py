"""Lines about votes: asked for, counted, and who decides where the count does not (R63–R71)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund
from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostetal, Rostmarke, Votering
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import is_formal
from protokoll_tui.procedure.kedja import last_vote
from protokoll_tui.procedure.omrostning import (
    Vantan,
    Vantar,
    motforslag_question,
    sides_of,
    votable,
    waiting,
)
from protokoll_tui.procedure.ordforande import presides
from protokoll_tui.procedure.rakning import FIELD_OF, remainder
from protokoll_tui.quickline import Inmatning, print_line
from protokoll_tui.services import rosttexter, val
from protokoll_tui.services.guidevy import actor_name
from protokoll_tui.services.rostlangder import at_vote, called
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.vilka import once

GROUNDS = {
    "utslagsröst": Grund.UTSLAGSROST,
    "lottning": Grund.LOTTNING,
    "minoritet": Grund.MINORITET,
    "majoritet": Grund.KVALIFICERAD,
    "enhällighet": Grund.ENHALLIGHET,
    "bedömning": Grund.BEDOMNING,
}
"""The word of a line for each ground."""


def vote(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A vote is asked for, counted, turned round, or decided on another ground than the count."""
    if {"minoritet", "förut"} <= set(inmatning.ord):
        return _before_this(rum)
    if val.concerns(rum) or val.names_voters(rum, inmatning):
        return val.asked_for(rum, inmatning)
    grund = next((GROUNDS[word] for word in inmatning.ord if word in GROUNDS), None)
    if grund is not None:
        return _ruled(rum, inmatning, grund)
    open_vote = _open(rum)
    if "omvänt" in inmatning.ord and not inmatning.roster and open_vote:
        return _turned(open_vote)
    if open_vote and open_vote.votering and "ny" not in inmatning.ord:
        if not (inmatning.roster or inmatning.bilaga):
            if (inmatning.av or inmatning.ref) and votable(rum.paragraf):
                # The motförslag has been chosen; now a vote is asked for on that choice.
                return _asked(rum, inmatning)
            raise Oklart("rosta_forst")
        return _counted(rum, inmatning, open_vote.fraga, open_vote.votering, ())
    if open_vote:
        raise Oklart("motforslag_forst")
    return _asked(rum, inmatning)


def _last_counted(rum: Rum) -> str:
    """The place of the last vote; "" where there is none."""
    last = [v for q in rum.paragraf.fraga for v in q.votering][-1:]
    return rum.platser.name_of(rum.paragraf, last[0].id) if last else ""


def _before_this(rum: Rum) -> Tolkning:
    """A minority has put the matter off before: it cannot again (R69); said again, it has not."""
    now = not rum.paragraf.minoritet_forut
    event = Satt(id=rum.paragraf.id, falt="minoritet_forut", varde=now)
    slag = "minoritet förut" if now else "ingen minoritet förut"
    return Tolkning(slag, (event,), post=rum.paragraf.id)


def _open(rum: Rum) -> Vantan | None:
    """The vote that waits for a motförslag or for its votes, or None."""
    found = waiting(rum.paragraf, rum.praxis)
    return found if found and found.vantar in (Vantar.MOTFORSLAG, Vantar.ROSTNING) else None


def _asked(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A vote on the question put last; on more than two proposals a motförslag is chosen first."""
    q = _voted_on(rum, inmatning)
    inner = motforslag_question(q, rum.new_id("fraga"))
    try:
        ja, nej = sides_of(q, inner.id if inner else "")
    except ValueError:
        raise Oklart("ett_svar_finns") from None
    if "omvänt" in inmatning.ord:
        ja, nej = nej, ja
    new = Votering(
        id=rum.new_id("votering"),
        ja=ja,
        nej=nej,
        begard_av=once(inmatning.av),
        godkand=True,
        ordforande=presides(rum.state, rum.paragraf),
        rostlangd=at_vote(rum, q),
        tid=rum.klocka,
    )
    laid: tuple[Handelse, ...] = (Lagt(i=q.id, lista="votering", post=new),)
    if inner:
        laid += (Lagt(i=rum.paragraf.id, lista="fraga", post=replace(inner, tid=rum.klocka)),)
    if inmatning.roster and not inner:
        return _counted(rum, inmatning, q, new, laid)
    om = rosttexter.asked_for(tuple(actor_name(a, rum.kommun) for a in new.begard_av))
    return Tolkning("omröstning begärs", laid, post=new.id, om=om)


def _voted_on(rum: Rum, inmatning: Inmatning) -> Fraga:
    named = rum.aimed(inmatning, "q")
    q = named if isinstance(named, Fraga) else None
    if q is None and "ny" in inmatning.ord:
        q = next((q for q in reversed(rum.paragraf.fraga) if q.votering), None)
    q = q or votable(rum.paragraf)
    if q is None and inmatning.roster and (place := _last_counted(rum)):
        raise Oklart("rostat_redan", f"rä {place} {inmatning.rad or print_line(inmatning)}")
    if q is None:
        raise Oklart("ingen_fraga")
    return q


def _turned(open_vote: Vantan) -> Tolkning:
    """Ja and Nej change places, before anybody has voted."""
    v = last_vote(open_vote.fraga) or Votering()
    again = replace(v, ja=v.nej, nej=v.ja)
    return Tolkning("omröstning", (Rattat(post=again),), post=v.id)


def _counted(
    rum: Rum, inmatning: Inmatning, q: Fraga, v: Votering, laid: tuple[Handelse, ...]
) -> Tolkning:
    """The votes as they were given: by name, or counts alone."""
    named = any(sida.vem or sida.alla for sida in inmatning.roster)
    rows = called(v.rostlangd, inmatning.roster) if named else ()
    fields: dict[str, object] = {"rostlangd": rows} if named else {"antal": _counts(inmatning)}
    if inmatning.bilaga:
        fields["bilaga"] = inmatning.bilaga
    left = remainder(replace(v, rostlangd=rows))
    if not left:
        fields["klubbslag"] = rum.klubba
    if not named:
        # What is only counted has no names: the röstlängd stands for those who were there.
        fields["rostlangd"] = ()
    events = tuple(Satt(id=v.id, falt=falt, varde=varde) for falt, varde in fields.items())
    tolkning = Tolkning("omröstning", (*laid, *events), post=v.id)
    return tolkning.marked(*_doubts(inmatning, rows, left))


def _counts(inmatning: Inmatning) -> Rostetal:
    given = {s.marke: s.antal for s in inmatning.roster if s.antal is not None}
    if not {"ja", "nej"} <= given.keys():
        raise Oklart("ja_och_nej")
    fields = {FIELD_OF[Rostmarke(marke)]: antal for marke, antal in given.items()}
    return Rostetal(**fields)  # type: ignore[arg-type]


def _doubts(inmatning: Inmatning, rows: tuple[Rost, ...], left: int) -> Iterator[str]:
    """What to look at again: seats left out, names that have no seat, counts that differ."""
    if left:
        yield f"rost_saknas:{left}"
    for sida in inmatning.roster:
        for aktor in sida.vem:
            if aktor.ord:
                yield f"okand_person:{aktor.ord}"
        said = [row for row in rows if row.rost == Rostmarke(sida.marke)]
        if rows and sida.antal is not None and sida.antal != len(said):
            yield f"rostetal:{sida.marke} {sida.antal} ≠ {len(said)}"


def _ruled(rum: Rum, inmatning: Inmatning, grund: Grund) -> Tolkning:
    """The winner on another ground than the count."""
    q = _to_rule(rum, inmatning, grund)
    antal, narvarande = _minority(inmatning) if grund is Grund.MINORITET else (None, None)
    ruling = Avgorande(
        grund=grund,
        vinnare=_won(rum, inmatning, q, grund),
        skal=inmatning.text or "",
        antal=antal,
        narvarande=narvarande,
    )
    v = last_vote(q)
    ruled = Satt(id=q.id, falt="avgorande", varde=ruling)
    return Tolkning("avgörande", (ruled,), post=v.id if v else q.id)


def _minority(inmatning: Inmatning) -> tuple[int | None, int | None]:
    """``om minoritet 29-81``: 29 of the 81 who were present ask for it, without a vote."""
    given = {s.marke: s.antal for s in inmatning.roster}
    return given.get("ja"), given.get("nej")


def _to_rule(rum: Rum, inmatning: Inmatning, grund: Grund) -> Fraga:
    named = rum.aimed(inmatning, "q")
    if isinstance(named, Fraga):
        return named
    open_vote = waiting(rum.paragraf, rum.praxis)
    if open_vote and open_vote.vantar in (Vantar.ROSTNING, Vantar.MOTFORSLAG):
        raise Oklart("rosta_forst")
    if open_vote:
        return open_vote.fraga
    put = [q for q in reversed(rum.paragraf.fraga) if q.funnet]
    if grund is Grund.MINORITET:
        put = [q for q in put if is_formal(rum.paragraf, q)]
    if not put:
        raise Oklart("ingen_fraga")
    return put[0]


def _won(rum: Rum, inmatning: Inmatning, q: Fraga, grund: Grund) -> Svar:
    """The side that the line names; at a tie the chair's own vote, by a minority the yes."""
    v = last_vote(q)
    if grund is Grund.MINORITET:
        return next(svar for svar in q.svar if svar.verkan is Verkan.BIFALL)
    sides = {"ja": v.ja, "nej": v.nej} if v else {}
    for sida in inmatning.roster:
        if sides.get(sida.marke):
            return sides[sida.marke] or Svar()
    if grund is Grund.UTSLAGSROST and v:
        own = next((row.rost for row in v.rostlangd if row.person == v.ordforande), None)
        if own in (Rostmarke.JA, Rostmarke.NEJ):
            return sides[own.value] or Svar()
    raise Oklart("vilken_sida")


def correct(rum: Rum, v: Votering, inmatning: Inmatning) -> Tolkning:
    """Marks are put right; what was changed after the klubbslag keeps what stood there (R77)."""
    turned = "omvänt" in inmatning.ord
    again = replace(v, ja=v.nej, nej=v.ja) if turned else v
    named = any(sida.vem or sida.alla for sida in inmatning.roster)
    if named:
        rows = called(v.rostlangd, inmatning.roster, traced=bool(v.klubbslag))
        again = replace(again, rostlangd=rows)
    elif inmatning.roster:
        again = replace(again, antal=_counts(inmatning))
    again = replace(again, bilaga=inmatning.bilaga or v.bilaga)
    again = replace(again, begard_av=once(inmatning.av) or v.begard_av)
    tolkning = Tolkning("rättelse", (Rattat(post=again),), post=v.id)
    return tolkning.marked("efter_klubbslag") if v.klubbslag and named else tolkning
