"""What comes next before and in a vote: the order, the motförslag, the votes, a tie (R63–R71)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from protokoll_tui.domain.fraga import Fraga, Propositionsordning
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Votering
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure import Lage, Steg, StegKod
from protokoll_tui.procedure.forlopp import Praxis, method_of
from protokoll_tui.procedure.kedja import last_vote
from protokoll_tui.procedure.omrostning import is_disputed, is_motforslag, votable
from protokoll_tui.procedure.plan import Planerad, planned
from protokoll_tui.procedure.rakning import tally, with_list
from protokoll_tui.procedure.uppskjutet import points_put_off_by
from protokoll_tui.services import rosttexter, texter
from protokoll_tui.services.guidevy import Harnast, Postrad, Val
from protokoll_tui.services.plats import Platser
from protokoll_tui.services.svarsrad import answer_line
from protokoll_tui.services.valguide import ballot_rows
from protokoll_tui.swedish.lists import join_list
from protokoll_tui.swedish.numbers import number_word

Sagt = Callable[[Svar], str]
"""An answer in words."""


def vote_next(
    p: Paragraf, step: Steg, praxis: Praxis, platser: Platser, sagt: Sagt
) -> Harnast | None:
    """What is next where a vote or the order of the propositions is; None at any other step."""
    q = next((q for q in p.fraga if q.id == step.fraga), Fraga())
    match step.kod:
        case StegKod.ORDNING:
            return _order(p, step, praxis)
        case StegKod.MOTFORSLAG:
            return _motforslag(p, step, platser, sagt)
        case StegKod.ROSTNING:
            return _voting(p, q, step, platser, sagt)
        case StegKod.UTSLAGSROST | StegKod.LOTTNING:
            return _tie(p, q, step, sagt)
        case StegKod.MINORITET:
            return _minority(p, q, step, sagt)
        case _:
            return None


def may_vote(p: Paragraf) -> tuple[Val, ...]:
    """The line that asks for a vote, where there is something to vote on (R63)."""
    q = votable(p)
    there = q is not None and len(q.svar) > 1 and not p.klubbslag
    return (Val("om", rosttexter.CHOICES["omröstning"]),) if there else ()


def _order(p: Paragraf, step: Steg, praxis: Praxis) -> Harnast:
    parts = list(_parts(p, praxis))
    text = texter.NEXT["propositionsordning"].format(vad=f"{join_list(parts)}.")
    choices = [Val("pr ordning", rosttexter.CHOICES["godkänns"])]
    if any(len(way.svar) > 2 for way in planned(p, praxis) if way.kod is StegKod.HUVUDFRAGA):
        house = method_of(p, praxis)
        others = (m for m in rosttexter.METHODS if m is not house)
        choices += [
            Val(f"pr ordning {m.value.split()[0]}", rosttexter.CHOICES[m.value.split()[0]])
            for m in others
        ]
    return Harnast(text, tuple(choices), step.regel)


def _parts(p: Paragraf, praxis: Praxis) -> Iterator[str]:
    """The order in words, one part for each kind of question."""
    plan = planned(p, praxis)
    yield from _formal(p, tuple(way for way in plan if way.kod is StegKod.FORMELL))
    yield from _matter(p, praxis, tuple(w for w in plan if w.kod is StegKod.HUVUDFRAGA))
    points = [way for way in plan if way.kod is StegKod.PUNKT]
    if points:
        numbers = {n for way in points for svar in way.svar for mal in svar.pa for n in mal.punkter}
        yield rosttexter.ORDER["punkter"].format(vad=texter.points(tuple(sorted(numbers))))
    extra = [way for way in plan if way.kod is StegKod.TILLAGG]
    if extra:
        several = any(len(way.svar[0].pa) > 1 for way in extra)
        yield rosttexter.ORDER["samlat" if several else "tillägg"]


def _formal(p: Paragraf, ways: tuple[Planerad, ...]) -> Iterator[str]:
    """The formal questions, those of one kind together."""
    kinds = {f.id: (f.slag, points_put_off_by(f)) for f in p.forslag}
    asked = Counter(kinds[way.svar[0].pa[0].pa] for way in ways)
    for (slag, punkter), n in asked.items():
        key = "formell" if n == 1 else "formella"
        what = texter.on_points(texter.KIND_NAMES[slag], punkter)
        words = {"vad": what, "antal": number_word(n, neuter=True)}
        yield rosttexter.ORDER[key].format(**words)


def _matter(p: Paragraf, praxis: Praxis, ways: tuple[Planerad, ...]) -> Iterator[str]:
    for way in ways:
        if len(way.svar) < 3:
            yield rosttexter.ORDER["sak"]
        else:
            method = rosttexter.METHODS[method_of(p, praxis)]
            count = number_word(len(way.svar), neuter=True)
            yield rosttexter.ORDER["flera"].format(antal=count, metod=method)


def _motforslag(p: Paragraf, step: Steg, platser: Platser, sagt: Sagt) -> Harnast:
    above = (q for q in p.fraga if (v := last_vote(q)) and v.nej and _aims(v.nej, step.fraga))
    main = next((q.funnet for q in above if q.funnet), None)
    text = texter.NEXT[step.kod.value].format(vad=sagt(main) if main else "")
    answers = tuple(Val(answer_line(p, s, platser), sagt(s)) for s in step.svar)
    more = (Val("om", rosttexter.CHOICES["omröstning"]),) if not step.svar else ()
    return Harnast(text, (*answers, *more), step.regel, valj=True)


def _aims(svar: Svar, id: str) -> bool:
    return any(mal.pa == id for mal in svar.pa)


def _voting(p: Paragraf, q: Fraga, step: Steg, platser: Platser, sagt: Sagt) -> Harnast:
    ja, nej = map(sagt, step.svar)
    text = texter.NEXT[step.kod.value].format(ja=ja, nej=nej)
    choices = (
        Val("om ", rosttexter.CHOICES["antal"]),
        Val("om omvänt", rosttexter.CHOICES["omvänt"]),
        *_on_choice(p, q, platser),
    )
    vote = last_vote(q)
    if not (vote and vote.rostlangd):
        # Without an upprop nobody can be called: only counts can be taken.
        return Harnast(text, choices, step.regel)
    call = Val("om", rosttexter.CHOICES["röstlista"])
    return Harnast(text, (call, *choices), step.regel, rosta=step.votering)


def _on_choice(p: Paragraf, q: Fraga, platser: Platser) -> tuple[Val, ...]:
    """The line that asks for a vote on the motförslag, once it has been found."""
    inner = votable(p)
    sides = (side for v in q.votering for side in (v.ja, v.nej) if side)
    if inner is None or not any(_aims(side, inner.id) for side in sides):
        return ()
    line = f"om {platser.name_of(p, inner.id)}"
    return (Val(line, rosttexter.CHOICES["om motförslaget"]),)


def _tie(p: Paragraf, q: Fraga, step: Steg, sagt: Sagt) -> Harnast:
    vote = last_vote(q)
    counted = tally(with_list(p, vote)) if vote else None
    words = {"ja": counted.ja, "nej": counted.nej} if counted else {"ja": "", "nej": ""}
    text = texter.NEXT[step.kod.value].format(**words)
    choices = tuple(
        Val(f"om {step.kod.value} {side}", rosttexter.CHOICES[side].format(vad=sagt(svar)))
        for side, svar in zip(("ja", "nej"), step.svar, strict=False)
    )
    return Harnast(text, choices, step.regel, valj=True)


def _minority(p: Paragraf, q: Fraga, step: Steg, sagt: Sagt) -> Harnast:
    vote = last_vote(q)
    yes = next(svar for svar in step.svar if svar.verkan is Verkan.BIFALL)
    no = next(svar for svar in step.svar if svar.verkan is Verkan.AVSLAG)
    side = "ja" if vote and vote.ja == no else "nej"
    disputed = vote is not None and is_disputed(with_list(p, vote))
    choices = (
        Val("om minoritet", rosttexter.CHOICES["minoritet"].format(vad=sagt(yes))),
        Val(f"om bedömning {side}", rosttexter.CHOICES["ingen minoritet"].format(vad=sagt(no))),
    )
    return Harnast(texter.NEXT[step.kod.value], choices, step.regel, valj=disputed)


def question_rows(p: Paragraf, platser: Platser, sagt: Sagt, kommun: Kommun) -> Iterator[Postrad]:
    """The questions as the guide lists them, each with its votes and what decided it."""
    for o in p.ordning:
        yield Postrad(platser.name_of(p, o.id), _order_text(o))
    for q in p.fraga:
        found = sagt(q.funnet) if q.funnet else Lage.SAKNAS.value
        if q.funnet or not q.sluten:
            yield Postrad(platser.name_of(p, q.id), f"proposition: {found}")
        yield from ballot_rows(p, q, platser, kommun)
        for v in q.votering:
            yield Postrad(platser.name_of(p, v.id), _vote_text(p, q, v))
        if q.avgorande and q.avgorande.vinnare:
            yield Postrad("", f"{q.avgorande.grund.value}: {sagt(q.avgorande.vinnare)}")


def _order_text(o: Propositionsordning) -> str:
    """What was said of the order: its method, what is put together, else that it is approved."""
    what = "lika" if o.lika else "samlat" if o.samlat else ""
    return rosttexter.ORDER_ROW[what or (o.metod.value if o.metod else "")]


def _vote_text(p: Paragraf, q: Fraga, v: Votering) -> str:
    """A vote; one on the motförslag says so: it is recorded last and held first."""
    vad = rosttexter.VOTE_ON["motförslag" if is_motforslag(p, q) else ""]
    counted = tally(with_list(p, v))
    if counted is None:
        return rosttexter.VOTE_OPEN.format(vad=vad)
    text = rosttexter.VOTE_COUNTED.format(vad=vad, ja=counted.ja, nej=counted.nej)
    return f"{text} · {rosttexter.ABSTAIN.format(antal=counted.avstar)}" if counted.avstar else text
