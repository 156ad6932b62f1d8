"""The words of a decision: what was found, written so that it can be kept as ``Led.text``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protokoll_tui.domain.clean import clean
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.text import (
    Block,
    Item,
    Lista,
    Run,
    Stycke,
    parse_runs,
    parse_text,
    print_text,
)
from protokoll_tui.domain.yrkande import Stallning, Verkan
from protokoll_tui.procedure.uppskjutet import put_off
from protokoll_tui.rendering.alternativvy import points_left
from protokoll_tui.rendering.mallfel import in_swedish
from protokoll_tui.rendering.malvy import Paragrafregister
from protokoll_tui.rendering.penna import single
from protokoll_tui.rendering.ritning import Ritning
from protokoll_tui.rendering.stil import Stil
from protokoll_tui.rendering.valvy import elected_together, is_election
from protokoll_tui.rendering.vy import MalVy
from protokoll_tui.swedish.text import capitalize, sentence
from protokoll_tui.swedish.verb_table import VERBS

_INFINITIVES = frozenset(verb.infinitive for verb in VERBS.values())
_FORMAL = {
    ForslagSlag.BORDLAGGNING: "bordlagger",
    ForslagSlag.ATERREMISS: "aterremitterar",
    ForslagSlag.REMISS: "remitterar",
}
CLOSING = "”’\"')]»"
"""Signs that can close a sentence before its stop."""


def decision_text(
    state: Sammantrade, paragraf: Paragraf, svar: Svar, kommun: Kommun, stil: Stil
) -> str:
    """The words to keep in ``Led.text`` for what was found; "" where there is nothing to decide.

    Bifall to a förslag gives its text as it is, an ändring the main text with its point replaced,
    avslag a sentence with the reason of the yrkande; avslag of points stood against the whole
    förslag leaves its other points. "Avgörs i dag" gives "". Several aims give
    one text after another. Raises ``MallFel``.
    """
    with in_swedish():
        ritning = Ritning(state, paragraf, kommun, stil, hemligt=True)
        aims = [Mal(pa=id, punkter=m.punkter) for m in svar.pa for id in ritning.register.root(m)]
        targets = tuple(ritning.register.target(aim) for aim in aims)
        if is_election(targets) and svar.verkan is Verkan.BIFALL:
            return "\n\n".join(_elected(targets, ritning))
        texts = [_words(svar.verkan, aim, ritning) for aim in aims]
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def decision_text_by_points(
    state: Sammantrade, paragraf: Paragraf, found: tuple[Svar, ...], kommun: Kommun, stil: Stil
) -> str:
    """The huvudförslag as it was decided point by point: changed, and without what was avslaget.

    ``found`` are answers on points of it (R99). Raises ``MallFel``.
    """
    with in_swedish():
        ritning = Ritning(state, paragraf, kommun, stil, hemligt=True)
        register = ritning.register
        aims = [(svar.verkan, mal) for svar in found for mal in svar.pa]
        changes = [f for _, m in aims for f in register.changes(register.forslag[m.pa])]
        denied = [mal for verkan, mal in aims if verkan is Verkan.AVSLAG]
        whole = register.forslag[next((f.mot.pa for f in changes if f.mot), aims[0][1].pa)]
        text = _changed(whole, tuple(dict.fromkeys(changes)), register)
        if not denied:
            return text
        points = tuple(sorted({nr for mal in denied for nr in mal.punkter}))
        left = tuple(sorted(register.at_stake(whole.id) - set(points)))
        avslag = _words(Verkan.AVSLAG, Mal(pa=whole.id, punkter=points), ritning)
        return f"{points_of(text, left)}\n\n{avslag}" if left else avslag


def _elected(targets: tuple[MalVy, ...], ritning: Ritning) -> Iterator[str]:
    """A sentence for each who are elected together (R79); own words where no name is recorded."""
    for group in elected_together(targets):
        own = [m.text for m in group if m.text and not (m.val and m.val.kandidater)]
        yield from map(in_order, own)
        if not own:
            yield ritning.phrase("valjs", group)


def _words(verkan: Verkan, aim: Mal, ritning: Ritning) -> str:
    register = ritning.register
    forslag = register.forslag.get(aim.pa)
    if forslag is not None and forslag.formellt:
        return _formal(verkan, forslag, aim, ritning)
    if verkan is Verkan.BIFALL and forslag is not None and forslag.text:
        return _adopted(forslag, aim, register)
    stands = _stands(verkan, aim, register)
    own = next((stand.att for stand in stands if stand.att), "")
    if own:
        return _as_main_clause(own, ritning)
    reasons = {stand.ord for stand in stands if stand.ord}
    reason = reasons.pop() if len(reasons) == 1 else ""
    macro = "avslar" if verkan is Verkan.AVSLAG else "antar"
    made = ritning.phrase(macro, register.today(aim), reason)
    rest = points_left(aim, register) if verkan is Verkan.AVSLAG else ()
    return f"{points_of(register.forslag[aim.pa].text, rest)}\n\n{made}" if rest else made


def _formal(verkan: Verkan, forslag: Forslag, aim: Mal, ritning: Ritning) -> str:
    if verkan is Verkan.AVSLAG:
        return ""
    if forslag.slag is ForslagSlag.AJOURNERING:
        return ritning.phrase("ajournerar")
    return ritning.phrase(_FORMAL[forslag.slag], ritning.register.target(aim))


def _stands(verkan: Verkan, aim: Mal, register: Paragrafregister) -> list[Stallning]:
    """The stands of live yrkanden that ask for this outcome, in the order moved."""
    return [
        s
        for y in register.live()
        for s in y.stallning
        if s.verkan is verkan and s.pa.pa == aim.pa and (not aim.punkter or s.pa == aim)
    ]


def _as_main_clause(att: str, ritning: Ritning) -> str:
    """A mover's att-clause as a sentence of its own."""
    clause = clean(att).strip().removeprefix("att ").strip()
    if clause.split(" ", 1)[0] in _INFINITIVES:
        return ritning.phrase("beslutar_att", clause)
    return sentence(capitalize(clause))


def _adopted(forslag: Forslag, aim: Mal, register: Paragrafregister) -> str:
    main = register.forslag.get(forslag.mot.pa) if forslag.mot else None
    if forslag.slag is ForslagSlag.ANDRING and main is not None:
        return _changed(main, register.changes(forslag) or (forslag,), register)
    text = forslag.text if forslag.slag is ForslagSlag.HUVUD else in_order(forslag.text)
    return _decided_today(text, forslag, aim.punkter, register)


def _decided_today(
    text: str, forslag: Forslag, punkter: tuple[int, ...], register: Paragrafregister
) -> str:
    """The words of the points decided, with the numbers they have in the förslag (R99).

    Some points alone, or all but those that were put off.
    """
    off = put_off(register.paragraf, forslag.id)
    wanted = punkter or (register.at_stake(forslag.id) if off else ())
    return points_of(text, tuple(sorted(set(wanted) - off))) if wanted else text


def _changed(main: Forslag, changes: tuple[Forslag, ...], register: Paragrafregister) -> str:
    """The main text with the points of a yrkande replaced, without what was put off."""
    text = main.text
    for change in changes:
        points = change.mot.punkter if change.mot else ()
        text = with_points_replaced(text, points, in_order(change.text))
    return _decided_today(text, main, (), register)


def in_order(text: str) -> str:
    """What was proposed as it is decided: capital first and stop last, in each paragraph and point.

    A list that a phrase leads into ("beslutar att") goes on with it and is left as it is.
    """
    blocks = parse_text(text)
    made: list[Block] = []
    for n, block in enumerate(blocks):
        before = blocks[n - 1] if n else None
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        leads = isinstance(block, Stycke) and isinstance(after, Lista) and not _ended(block.runs)
        led = isinstance(block, Lista) and isinstance(before, Stycke) and not _ended(before.runs)
        made.append(block if leads or led else _tidied(block))
    return print_text(tuple(made))


def _tidied(block: Block) -> Block:
    if isinstance(block, Stycke):
        return replace(block, runs=_sentence_runs(block.runs))
    items = tuple(
        item if item.lists else replace(item, runs=_sentence_runs(item.runs))
        for item in block.items
    )
    return replace(block, items=items)


def _sentence_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs or runs[0].text.startswith("att "):
        return runs
    first = replace(runs[0], text=capitalize(runs[0].text))
    whole = (first, *runs[1:])
    if not _may_end(whole[-1].text) or _ended(whole):
        return whole
    # The stop stands outside of a mask.
    last = whole[-1]
    tail = (last, Run(".")) if last.masked else (replace(last, text=f"{last.text.rstrip()}."),)
    return (*whole[:-1], *tail)


def _may_end(text: str) -> bool:
    last = text.rstrip()[-1:]
    return last.isalnum() or last in CLOSING


def _ended(runs: tuple[Run, ...]) -> bool:
    text = "".join(run.text for run in runs)
    return sentence(text) == text.rstrip() and not text.rstrip().endswith(":")


def points_of(text: str, punkter: tuple[int, ...]) -> str:
    """Only some points of a text, with the numbers they have; the whole text if it has none."""
    blocks = tuple(
        Lista((item,), True, block.start + n)
        for block in parse_text(text)
        if isinstance(block, Lista) and block.numbered
        for n, item in enumerate(block.items)
        if block.start + n in punkter
    )
    return "\n".join(print_text((block,)) for block in blocks) or text


def with_points_replaced(main: str, punkter: tuple[int, ...], new: str) -> str:
    """A text with a point replaced by new words; without a point to find, the words after it.

    Without points the new words take the place of the whole.
    """
    if not punkter or not main:
        return new
    words = single(new)
    blocks = parse_text(main)
    if words is None or len(punkter) != 1 or not _has_point(blocks, punkter[0]):
        return f"{main.rstrip()}\n\n{new}"
    return print_text(tuple(_replaced(block, punkter[0], words) for block in blocks))


def _has_point(blocks: tuple[Block, ...], number: int) -> bool:
    lists = [b for b in blocks if isinstance(b, Lista) and b.numbered]
    # Two lists with the same number: the point cannot be told.
    return sum(b.start <= number < b.start + len(b.items) for b in lists) == 1


def _replaced(block: Block, number: int, words: str) -> Block:
    if isinstance(block, Stycke) or not block.numbered:
        return block
    items = tuple(
        Item(parse_runs(words)) if n == number else item
        for n, item in enumerate(block.items, block.start)
    )
    return replace(block, items=items)


def routine_text(state: Sammantrade, paragraf: Paragraf, kommun: Kommun, stil: Stil) -> str | None:
    """The sentence that a routine § is settled with, or None where there is none to give.

    Raises ``MallFel``.
    """
    with in_swedish():
        ritning = Ritning(state, paragraf, kommun, stil, hemligt=True)
        mote = ritning.mote
        match paragraf.slag:
            case ParagrafSlag.UPPROP | ParagrafSlag.INFORMATION:
                return ritning.told()
            case ParagrafSlag.JUSTERARE if mote.justerare:
                where = (mote.justering_datum, mote.justering_plats)
                return ritning.phrase("justerare", mote.justerare, *where)
            case ParagrafSlag.DAGORDNING:
                return ritning.phrase("dagordning")
            case ParagrafSlag.ANMALAN:
                return ritning.phrase("anmalningsarenden")
            case _:
                return None
