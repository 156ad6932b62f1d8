"""From a line to what it would do: the one place where a verb meets its function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import Rorelse, StangdaDorrar
from protokoll_tui.domain.paragraf import Ajournering
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.reservation import Jav
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import remove
from protokoll_tui.domain.votering import Votering
from protokoll_tui.errors import ProtokollError
from protokoll_tui.procedure.narvaro import gang
from protokoll_tui.procedure.omrostning import is_election
from protokoll_tui.quickline import Inmatning, Kontext, Ref, find_verb, parse, print_line
from protokoll_tui.quickline.rostrad import Rostsida
from protokoll_tui.quickline.verbs import POINTED, STANDS, near_verb
from protokoll_tui.services import (
    avgoranden,
    efterat,
    jav,
    justeringar,
    narvaro,
    omrostningar,
    propositioner,
    rattelser,
    rummet,
    texter,
    val,
    valsedlar,
    yrkanden,
)
from protokoll_tui.services.punkter import points_apart
from protokoll_tui.services.recall import line_of, room_line
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning, parts_of
from protokoll_tui.swedish.matching import match_names

_EMPTY = Kontext()
_QUIT = frozenset({"avsluta", "sluta", "quit", "exit"})

_RULES: dict[str, Callable[[Rum, Inmatning], Tolkning]] = {
    **dict.fromkeys(STANDS, yrkanden.stand),
    "in": yrkanden.join,
    "tb": yrkanden.withdraw,
    "fr": yrkanden.propose,
    "öv": avgoranden.close_debate,
    "pr": propositioner.put_question,
    "om": omrostningar.vote,
    "va": val.elect,
    "be": avgoranden.decide,
    "ru": avgoranden.settle_routine,
    "up": avgoranden.drop,
    "di": efterat.abstain,
    "rs": efterat.reserve,
    "an": efterat.note_for_protocol,
    "sy": efterat.statement,
    "oj": efterat.adjust_now,
    "or": efterat.take_chair,
    "kl": narvaro.move,
    "jä": jav.challenge,
    "nä": rummet.attend,
    "dr": rummet.close_doors,
    "my": rummet.exercise_authority,
    "sl": rummet.end_meeting,
    "ju": justeringar.sign,
    "fl": rattelser.move,
    "st": rattelser.strike_entry,
    "ly": rattelser.reword,
    "se": rattelser.seal,
    "är": rattelser.extra_item,
}


def context_of(state: Sammantrade, kommun: Kommun, serving: tuple[str, ...]) -> Kontext:
    """What a line is read against: the organ's people first, then the rest of the roster."""
    first = kommun.valda(state.organ, state.datum)
    order = list(dict.fromkeys([*first, *(p.sig for p in kommun.person)]))
    persons = {p.sig: p for p in kommun.person}
    known = [persons[sig] for sig in order if sig in persons]
    return Kontext(
        namn={p.sig: p.namn for p in known},
        parti={p.sig: p.parti for p in known},
        tjanstgor=serving,
        dag=state.datum or Kontext().dag,
    )


def unusable_signatures(kommun: Kommun) -> list[str]:
    """What to tell about signatures that the line would read as something else than a person."""
    return [
        texter.BAD_SIGNATURE.format(sig=person.sig, namn=person.namn)
        for person in kommun.person
        if not is_name(person.sig)
    ]


def is_name(word: str) -> bool:
    """Whether a word stands for a person wherever a line may have one, also among votes."""
    if find_verb(word) or parse(f"bi {word}", _EMPTY) != as_name(word):
        return False
    side = Rostsida("ja", vem=(Aktor(ord=word),))
    return parse(f"om ja {word}", _EMPTY) == Inmatning(verb="om", roster=(side,))


def as_name(word: str) -> Inmatning:
    """How a word that is no verb, place or number is read after a verb: as somebody's name."""
    return Inmatning(verb="bi", av=(Aktor(ord=word),))


def interpret(inmatning: Inmatning, rum: Rum) -> Tolkning:
    """What a line means here.

    Raises nothing: what cannot be carried out becomes a flagged note that keeps the line, with the
    reason as a mark (``skal`` or ``skal:om``; texter.OKLART).
    """
    try:
        tolkning = _interpret(inmatning, rum)
    except Oklart as oklart:
        kept = efterat.note(rum, oklart.rad or inmatning.rad, otolkad=True)
        kept = replace(kept, rad=oklart.rad)
        return kept.marked(f"{oklart.skal}:{oklart.om}" if oklart.om else oklart.skal)
    except ProtokollError as error:
        # A house style that cannot be read: the line is kept, and says what is wrong with it.
        return efterat.note(rum, inmatning.rad, otolkad=True).marked(f"stil:{error}")
    return tolkning.marked(*_names(inmatning, rum), *_gone(inmatning, rum))


def _interpret(inmatning: Inmatning, rum: Rum) -> Tolkning:
    inmatning = points_apart(inmatning)
    verb = inmatning.verb
    if verb == "gå":
        return _go(inmatning, rum)
    if verb == "no" or not verb:
        return _note(inmatning, rum)
    if verb == "rä":
        return _correct(inmatning, rum)
    if verb == "aj" and not inmatning.av:
        return efterat.pause(rum, inmatning)
    gone = [aktor for part in parts_of(inmatning) for aktor in part.bort]
    if gone and verb not in {"in", "ru"}:
        raise Oklart("minus", gone[0].person or gone[0].ord)
    lost = [part.mottagare for part in parts_of(inmatning) if part.verb not in POINTED]
    if any(lost):
        raise Oklart("mottagare", "".join(lost))
    return _RULES[verb](rum, inmatning)


def _note(inmatning: Inmatning, rum: Rum) -> Tolkning:
    if inmatning.verb == "no":
        return efterat.note(rum, inmatning.text or "")
    if not inmatning.text:
        raise Oklart("tom")
    val.refuse_bare_votes(rum, inmatning.text)
    first = inmatning.text.split()[0].casefold()
    if first in _QUIT:
        raise Oklart("avsluta")
    if alone := _alone(inmatning.text, rum):
        raise Oklart("bara_namn", alone)
    if meant := near_verb(first):
        raise Oklart("menade", f"{meant.kod} ({meant.namn})")
    return efterat.note(rum, inmatning.text, otolkad=True).marked("okand_rad")


def _alone(text: str, rum: Rum) -> str:
    """One person, perhaps with a time or a word of coming and going, as a line says it; else ""."""
    line = parse(f"kl {text}", rum.kontext())
    known = len(line.av) == 1 and bool(line.av[0].person)
    only = Inmatning(verb="kl", av=line.av, tider=line.tider, ord=line.ord)
    return print_line(line).removeprefix("kl ") if known and line == only else ""


def _correct(inmatning: Inmatning, rum: Rum) -> Tolkning:
    if len(inmatning.ref) > 1:
        raise Oklart("en_post")
    if inmatning.nasta is None:
        raise Oklart("ratta_hur")
    post = _entry(rum, inmatning.ref[0]) if inmatning.ref else None
    inmatning = replace(inmatning, nasta=_with_verb(inmatning.nasta, post, rum))
    line = inmatning.nasta or Inmatning()
    if isinstance(post, Justering) and line.verb == "ju":
        return justeringar.correct(rum, post, line)
    if isinstance(post, Votering) and line.verb == "om":
        return omrostningar.correct(rum, post, line)
    if isinstance(post, Fraga) and line.verb in {"om", "va"} and is_election(rum.paragraf, post):
        return valsedlar.correct(rum, post, line)
    again = _interpret(_frozen(line, post), _before(rum, inmatning))
    return rattelser.correct(rum, inmatning, again)


def _entry(rum: Rum, ref: Ref) -> Post:
    """The entry that is put right; a closed ballot goes by its question, or by m as a vote does."""
    ballots = [q for q in rum.paragraf.fraga if q.sluten]
    if ref.lista == "m" and ballots and not any(q.votering for q in rum.paragraf.fraga):
        return ballots[min(ref.nr, len(ballots)) - 1]
    return rum.at(ref)


def _with_verb(line: Inmatning, post: Post | None, rum: Rum) -> Inmatning:
    """``rä k1 ef 13.25``: what an entry of the room is made of needs no verb said again."""
    if isinstance(post, Votering) and not line.verb:
        return parse(f"om {line.text}", rum.kontext())
    if isinstance(post, Fraga) and not line.verb and is_election(rum.paragraf, post):
        votes = parse(f"om {line.text}", rum.kontext())
        return votes if votes.roster else parse(f"va {line.text}", rum.kontext())
    if post is None or line.verb:
        return line
    if made := room_line(rum.paragraf, post, {}):
        return parse(f"{made.verb} {line.text}", rum.kontext())
    made = line_of(rum.paragraf, post, rum.platser, {})
    if made and made.verb != "no" and not near_verb((line.text or " ").split(" ")[0]):
        place = rum.platser.name_of(rum.paragraf, post.id)
        raise Oklart("ratta_verb", f"rä {place} {made.verb} {line.text}")
    return line


def _frozen(line: Inmatning, post: Post | None) -> Inmatning:
    """The corrected line of a jäv, its groups those that were: by now they do not serve."""
    if not isinstance(post, Jav):
        return line
    were = {a.grupp: a for a in (*post.av, *post.vackt_av) if a.grupp}
    return replace(line, av=tuple(were.get(a.grupp, a) for a in line.av))


def _before(rum: Rum, inmatning: Inmatning) -> Rum:
    """Where the corrected line is read: who came, went or was jävig is seen without the old one.

    Nor does it see what was said later in the same phase.
    """
    post = rum.at(inmatning.ref[0]) if inmatning.ref else None
    if not isinstance(post, Rorelse | Jav | StangdaDorrar | Ajournering):
        return rum
    state = remove(rum.state, post.id)
    here = next((p for p in state.paragraf if p.id == rum.paragraf.id), rum.paragraf)
    if isinstance(post, Rorelse) and not narvaro.changes_phase(inmatning.nasta, post.fas):
        at = rum.paragraf.rorelse.index(post)
        kept = (r for n, r in enumerate(rum.paragraf.rorelse) if n < at or r.fas is not post.fas)
        here = replace(here, rorelse=tuple(kept))
        items = (here if p.id == here.id else p for p in state.paragraf)
        state = replace(state, paragraf=tuple(items))
    return replace(rum, state=state, paragraf=here, gang=gang(state, rum.kommun))


def _go(inmatning: Inmatning, rum: Rum) -> Tolkning:
    if inmatning.ord in {("?",), ("hjälp",)}:
        return Tolkning("hjälp", hjalp=True)
    order = rum.state.paragraf
    if inmatning.nr is not None:
        target = next((p for p in order if p.nr == inmatning.nr), None)
        if target is None:
            raise Oklart("ingen_paragraf", str(inmatning.nr))
        return Tolkning("gå till", ga_till=target.id)
    if rum.paragraf not in order:
        return Tolkning("gå till")
    here = order.index(rum.paragraf)
    step = 1 if inmatning.ord == (">",) else -1
    return Tolkning("gå till", ga_till=order[max(0, min(here + step, len(order) - 1))].id)


def _names(inmatning: Inmatning, rum: Rum) -> tuple[str, ...]:
    """Marks on names: in no roster, fitting two persons. Who may act is for the checks (R32).

    The source of a förslag need not be a person; who has no mandate need not be in the roster.
    """
    parts = [part for part in parts_of(inmatning) if part.verb not in {"fr", "nä", "va"}]
    named = [aktor for part in parts for aktor in (*part.av, *part.stod)]
    marks = [_unknown(aktor.ord, rum) for aktor in named if aktor.ord]
    if {part.verb for part in parts} & {"bo", "aj"}:
        # There a word that is nobody's name is as likely a day or a time.
        marks = [mark.replace("okand_person:", "okand_dag:") for mark in marks]
    return tuple(marks)


def _gone(inmatning: Inmatning, rum: Rum) -> Iterator[str]:
    """Marks on those who say something and have left the room; a corrected line was said before.

    Of a yrkande by one who never was there in the § the checks tell (R194).
    """
    named = (a for part in parts_of(inmatning) for a in (*part.av, *part.stod))
    sigs = [a.person for a in named if a.person]
    if inmatning.verb in STANDS | {"in"}:
        return narvaro.gone_since(rum, sigs)
    return narvaro.absent(rum, sigs) if inmatning.verb in {"an", "sy", "jä"} else iter(())


def _unknown(words: str, rum: Rum) -> str:
    found = match_names(words, {p.sig: p.namn for p in rum.kommun.person})
    best = [m.key for m in found if m.score == found[0].score]
    return f"flera_personer:{' eller '.join(best)}" if len(best) > 1 else f"okand_person:{words}"
