"""The guide of an election: what comes next, who is proposed, how the ballots were counted."""

from __future__ import annotations

from collections.abc import Iterator

from protokoll_tui.domain.forslag import VALARENDEN, Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Sluten
from protokoll_tui.procedure import Steg, StegKod
from protokoll_tui.procedure.val import Val as Valet
from protokoll_tui.procedure.val import elections, named
from protokoll_tui.procedure.valmetod import outcome
from protokoll_tui.services import valtexter
from protokoll_tui.services.guidevy import Harnast, Postrad, Val, actor_name
from protokoll_tui.services.plats import Platser
from protokoll_tui.services.svarsrad import answer_line, mover_of
from protokoll_tui.swedish.lists import join_list
from protokoll_tui.swedish.uppdrag import plural

EXAMPLE = 39
"""Ballots in an example where nobody has been called."""


def election_next(
    p: Paragraf, step: Steg, platser: Platser, kommun: Kommun, tjanstgor: int = 0
) -> Harnast | None:
    """What is next where somebody is to be elected; None at any other step.

    ``tjanstgor`` is how many serve, for an example of a count; 0 = not known.
    """
    q = next((q for q in p.fraga if q.id == step.fraga), Fraga())
    if step.kod is StegKod.VAL:
        return _put(p, step, platser, kommun)
    if step.kod is StegKod.BESLUT and step.svar and _elected(p, step.svar[0]):
        what = join_list(tuple(dict.fromkeys(_what(p, svar) for svar in step.svar)))
        text = valtexter.NEXT["val utan omröstning"].format(vad=what)
        return Harnast(text, (Val("be", "beslut"),), step.regel)
    if not q.sluten:
        return None
    if step.kod is StegKod.ROSTNING:
        return _counting(p, q, step, platser, tjanstgor)
    return _drawing(p, q, step, platser, kommun) if step.kod is StegKod.LOTTNING else None


def _put(p: Paragraf, step: Steg, platser: Platser, kommun: Kommun) -> Harnast:
    answers = tuple(Val(answer_line(p, s, platser), elected_text(p, s, kommun)) for s in step.svar)
    first = _elected(p, step.svar[0])
    key = "val" if len(answers) > 1 else "val, ett förslag"
    if first and first.slag is ForslagSlag.AVSAGELSE:
        key = "avsägelse"
    who = _names(p, step.svar[0], kommun)
    text = valtexter.NEXT[key].format(vad=_what(p, step.svar[0]), vem=who)
    closed = (Val("va sluten", valtexter.CHOICES["sluten"]),) if len(answers) > 1 else ()
    return Harnast(text, (*answers, *closed), step.regel, valj=len(answers) > 1)


def _counting(p: Paragraf, q: Fraga, step: Steg, platser: Platser, tjanstgor: int) -> Harnast:
    """An example made of the names that stand here: that is what to type."""
    ballots = tjanstgor or EXAMPLE
    signs = [_typed(p, mal, platser) for svar in q.svar for mal in svar.pa]
    most = ballots // 2
    votes = (f"{sign} {n}" for sign, n in zip(signs, (most, ballots - most - 1, 0), strict=False))
    example = " ".join((str(ballots), *votes, "blanka 1"))
    text = valtexter.NEXT["valsedlar"].format(exempel=example)
    choices = [Val("va ", valtexter.CHOICES["valsedlar"])]
    if q.sluten[-1].proportionellt is None:
        choices.append(Val("va proportionellt ", valtexter.CHOICES["proportionellt"]))
    return Harnast(text, tuple(choices), step.regel)


def _drawing(p: Paragraf, q: Fraga, step: Steg, platser: Platser, kommun: Kommun) -> Harnast:
    left = valtexter.places_left(outcome(p, q).kvar)
    text = valtexter.NEXT["vallottning"].format(platser=left)
    drawn = tuple(
        Val(
            f"va lott {_typed(p, svar.pa[0], platser)}",
            valtexter.CHOICES["lott"].format(vem=_names(p, svar, kommun)),
        )
        for svar in step.svar
    )
    return Harnast(text, (*drawn, Val("va ny", valtexter.CHOICES["ny"])), step.regel, valj=True)


def _typed(p: Paragraf, mal: Mal, platser: Platser) -> str:
    """Somebody as a line names him: the signature, else the place of the förslag."""
    f = next((f for f in p.forslag if f.id == mal.pa), Forslag())
    meant = named(f, mal.punkter)
    alone = len(meant) == 1 and bool(meant[0].person)
    return meant[0].person if alone else platser.name_of(p, mover_of(p, f) or f.id)


def _elected(p: Paragraf, svar: Svar) -> Forslag | None:
    """The first förslag to an election that an answer is about."""
    aims = [mal.pa for mal in svar.pa]
    return next((f for f in p.forslag if f.id in aims and f.slag in VALARENDEN), None)


def _what(p: Paragraf, svar: Svar) -> str:
    """The uppdrag that an answer is about, for one or for several."""
    f = _elected(p, svar) or Forslag()
    val = next((v for v in elections(p) if f in v.forslag), Valet("", ()))
    return plural(f.uppdrag) if val.platser > 1 else f.uppdrag


def _names(p: Paragraf, svar: Svar, kommun: Kommun) -> str:
    found: list[str] = []
    for mal in svar.pa:
        f = next((f for f in p.forslag if f.id == mal.pa), Forslag())
        found += [actor_name(a, kommun) for a in named(f, mal.punkter)] or (
            [f.text] if f.text else []
        )
    return join_list(tuple(found))


def elected_text(p: Paragraf, svar: Svar, kommun: Kommun) -> str:
    """An answer of an election: "Cia Dahl (S) väljs"; "" where it is none."""
    f = _elected(p, svar)
    if f is None:
        return ""
    return valtexter.ELECTED[_kind(f)].format(vem=_names(p, svar, kommun))


def proposed_text(f: Forslag, kommun: Kommun) -> str:
    """A förslag of an election: "Cia Dahl (S) till ledamot i socialnämnden"; "" of another."""
    if f.slag not in VALARENDEN or f.text:
        return ""
    who = join_list(tuple(actor_name(a, kommun) for a in f.kandidater))
    what = plural(f.uppdrag) if len(f.kandidater) > 1 else f.uppdrag
    return valtexter.PROPOSED[_kind(f)].format(vem=who, uppdrag=what)


def _kind(f: Forslag) -> str:
    vacant = f.slag is ForslagSlag.VAL and not f.kandidater and not f.text
    return "vakant" if vacant else f.slag.value


def ballot_rows(p: Paragraf, q: Fraga, platser: Platser, kommun: Kommun) -> Iterator[Postrad]:
    """The closed ballots of a question as the guide lists them; the first holds its place."""
    place = "" if q.funnet else platser.name_of(p, q.id)
    for s in q.sluten:
        text = _ballot(p, s, kommun)
        several = len(q.sluten) > 1
        text = valtexter.ROUND.format(nr=s.omgang, vad=text) if several else text
        yield Postrad(place if s is q.sluten[0] else "", text)


def _ballot(p: Paragraf, s: Sluten, kommun: Kommun) -> str:
    if not s.resultat:
        return valtexter.BALLOT_OPEN
    votes = (
        valtexter.VOTES.format(vem=_names(p, Svar(pa=(r.pa,)), kommun), antal=r.roster)
        for r in s.resultat
    )
    return valtexter.BALLOT_COUNTED.format(vad=", ".join(votes))
