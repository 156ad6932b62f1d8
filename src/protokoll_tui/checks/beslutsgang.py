"""The order of the propositions, what the decision follows, and late yrkanden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from protokoll_tui.checks import beslutstexter as texter
from protokoll_tui.checks.fynd import Allvar, Brist, Kontroll, Kontroller, Mote
from protokoll_tui.checks.underlag import Underlag, asked, decided
from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import SKJUTER_UPP, Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.yrkande import Verkan, Yrkande
from protokoll_tui.procedure.alternativ import live_yrkanden
from protokoll_tui.procedure.kedja import pointed_at
from protokoll_tui.procedure.punktvis import points_hit
from protokoll_tui.procedure.uppskjutet import points_put_off_by
from protokoll_tui.procedure.utfall import Utfall


def several_but_nothing_put(m: Mote) -> Iterator[Brist]:
    """R4, R191: with two proposals or more the order of the propositions is told (5:67 p. 2)."""
    for here in decided(m):
        if not here.p.fraga and here.att_prova > 1:
            yield Brist(texter.NOTHING_PUT, here.p.id)


def one_but_nothing_put(m: Mote) -> Iterator[Brist]:
    """R191: one proposal is left; a line that says so is enough."""
    for here in decided(m):
        if not here.p.fraga and live_yrkanden(here.p) and here.att_prova == 1:
            yield Brist(texter.ONE_NOT_PUT, here.p.id)


def not_announced(m: Mote) -> Iterator[Brist]:
    """R55: fullmäktige decides an unannounced matter only if all present take it up (5:52 KL)."""
    for here in decided(m) if m.fullmaktige else ():
        if here.p.extra and here.p.tas_upp is False and not here.uppskjutet:
            yield Brist(texter.NOT_ANNOUNCED, here.p.id)


def without_outcome(m: Mote) -> Iterator[Brist]:
    """R94: every live yrkande is put, or said to be settled (5:67 p. 1–2)."""
    for here in decided(m):
        live = live_yrkanden(here.p) if here.p.fraga else ()
        for y in live:
            if here.utfall[y.id] is None:
                yield Brist(texter.NO_OUTCOME.format(vem=_named(m, y.av)), here.p.id, y.id)


def _named(m: Mote, av: tuple[Aktor, ...]) -> str:
    """Movers by name, a group by its letters, others as written."""
    return m.names(a.person or a.grupp or a.ord for a in av)


def formal_against_matter(m: Mote) -> Iterator[Brist]:
    """R90: a formal yrkande is never set against one on the matter."""
    for here in asked(m):
        for q in here.p.fraga:
            if len({here.formal(id) for id in here.aims(q)}) > 1:
                yield Brist(texter.FORMAL_AGAINST_MATTER, here.p.id, q.id)


def formal_after_matter(m: Mote) -> Iterator[Brist]:
    """R90: what would put the matter off is tried before the matter."""
    for here in asked(m):
        settled = False
        for q, won in here.vinnare:
            if settled and any(_puts_off(here, id) for id in here.aims(q)):
                yield Brist(texter.FORMAL_TOO_LATE, here.p.id, q.id)
            settled = settled or (won is not None and here.on_matter(q) and not _by_points(q))


def _puts_off(here: Underlag, id: str) -> bool:
    """Whether a förslag would put the whole matter off."""
    f = here.forslag.get(id)
    return f is not None and f.slag in SKJUTER_UPP and not points_put_off_by(f)


def _by_points(q: Fraga) -> bool:
    return any(mal.punkter for svar in q.svar for mal in svar.pa)


def formal_against_formal(m: Mote) -> Iterator[Brist]:
    """R91: set against each other they would take the right of a third (5 kap. 50 § KL)."""
    for here in asked(m) if m.fullmaktige else ():
        for q in here.p.fraga:
            yes = [s for s in q.svar if s.verkan is Verkan.BIFALL]
            late = [s for s in yes if any(here.kind(mal.pa) in SKJUTER_UPP for mal in s.pa)]
            if len(late) > 1:
                yield Brist(texter.FORMAL_AGAINST_FORMAL, here.p.id, q.id)


def matter_after_postponed(m: Mote) -> Iterator[Brist]:
    """R92: what has been put off is not decided on the matter too, at the same points."""
    for here in asked(m):
        for n, f in here.uppskjutet:
            later = here.vinnare[n + 1 :]
            for q, won in later:
                if won is not None and here.on_matter(q) and _same_points(q, f):
                    yield Brist(texter.AFTER_POSTPONED, here.p.id, q.id)


def _same_points(q: Fraga, f: Forslag) -> bool:
    off = set(points_put_off_by(f))
    put = {n for svar in q.svar for mal in svar.pa for n in mal.punkter}
    return not off or bool(off & put)


def order_unsaid(m: Mote) -> Iterator[Brist]:
    """R93: with three proposals or more the organ approves the order they are put in."""
    for here in asked(m):
        if not here.p.ordning and _many_put(here):
            yield Brist(texter.NO_ORDER, here.p.id)


def _many_put(here: Underlag) -> bool:
    inner = pointed_at(here.p)
    put = [q for q in here.p.fraga if not any(here.elects(id) for id in here.aims(q))]
    moved = (q for q in put if q.id not in inner)
    tried = [q for q in moved if not all(_in_debate(here, id) for id in here.aims(q))]
    return len(tried) > 2 or any(len(q.svar) > 2 for q in tried)


def _in_debate(here: Underlag, id: str) -> bool:
    """Whether it is settled at once, in the middle of the debate (R90)."""
    return here.formal(id) and here.kind(id) not in SKJUTER_UPP


def addition_against_matter(m: Mote) -> Iterator[Brist]:
    """R96: a tillägg is tried by itself, bifall or avslag."""
    for here in asked(m):
        for q in here.p.fraga:
            kinds = {here.kind(id) is ForslagSlag.TILLAGG for id in here.aims(q)}
            if len(kinds) > 1 and not any(here.formal(id) for id in here.aims(q)):
                yield Brist(texter.ADDITION_AGAINST_MATTER, here.p.id, q.id)


def addition_before_matter(m: Mote) -> Iterator[Brist]:
    """R90, R96: tillägg are tried last."""
    for here in asked(m):
        added = ""
        for q in here.p.fraga:
            if added and here.on_matter(q):
                yield Brist(texter.ADDITION_FIRST, here.p.id, added)
                break
            only = {here.kind(id) for id in here.aims(q)} == {ForslagSlag.TILLAGG}
            added = added or (q.id if only else "")


def bundled_additions(m: Mote) -> Iterator[Brist]:
    """R97: several tillägg as one question only where the organ has approved it."""
    for here in asked(m):
        said = [set(o.samlat) | set(o.lika) for o in here.p.ordning if o.godkand is not False]
        for q in here.p.fraga:
            for svar in q.svar[:1]:
                aims = {m.pa for m in svar.pa if here.kind(m.pa) is ForslagSlag.TILLAGG}
                if len(aims) > 1 and not any(aims <= group for group in said):
                    yield Brist(texter.BUNDLED, here.p.id, q.id)


def points_together(m: Mote) -> Iterator[Brist]:
    """R99: yrkanden that hit different points have a proposition for each."""
    for here in asked(m):
        for q in here.p.fraga if any(f.mot for f in here.p.forslag) else ():
            hits = [hit for svar in q.svar if (hit := points_hit(here.p, svar))]
            if any(not a & b for a in hits for b in hits):
                yield Brist(texter.POINTS_TOGETHER, here.p.id, q.id)


def refused(m: Mote) -> Iterator[Brist]:
    """R68: the chair of fullmäktige alone refuses a förslag, and says why (5 kap. 57 § KL)."""
    for p in m.state.paragraf:
        for f in p.forslag:
            if f.avvisat and not m.fullmaktige:
                yield Brist(texter.NOT_PUT_IN_NAMND, p.id, f.id)
            elif f.avvisat and not f.skal:
                yield Brist(texter.NOT_PUT_WITHOUT_REASON, p.id, f.id)


def moved_after_proposition(m: Mote) -> Iterator[Brist]:
    """R62: a proposition on the matter means that the debate is closed (5 kap. 53 § KL)."""
    for here in asked(m):
        put = min((q.tid for q in here.p.fraga if q.tid and here.on_matter(q)), default=None)
        for y in live_yrkanden(here.p) if put else ():
            if put and y.tid and y.tid > put and not _after_debate(here, y):
                text = texter.after_proposition(_named(m, y.av), y.tid, put)
                yield Brist(text, here.p.id, y.id)


def moved_after_debate(m: Mote) -> Iterator[Brist]:
    """R74: then a yrkande is laid, changed or taken back only where all agree."""
    for p in m.state.paragraf:
        closed = p.overlaggning_avslutad
        if not isinstance(closed, time):
            continue
        for y in p.yrkande:
            late = [t for t in (y.tid, y.atertaget) if isinstance(t, time) and t > closed]
            if late:
                text = texter.after_debate(_named(m, y.av), late[0], closed)
                yield Brist(text, p.id, y.id)


def _after_debate(here: Underlag, y: Yrkande) -> bool:
    closed = here.p.overlaggning_avslutad
    return isinstance(closed, time) and y.tid is not None and y.tid > closed


# The decision


def decides_what_lost(m: Mote) -> Iterator[Brist]:
    """R65, R105: the decision follows what won (5 kap. 55 § KL)."""
    for here in decided(m):
        for led in here.p.beslut if here.p.fraga else ():
            if _follows_loser(here, led) or _quotes_loser(here, led):
                yield Brist(texter.DECIDES_WHAT_LOST, here.p.id, led.id)


def _follows_loser(here: Underlag, led: Led) -> bool:
    aims = {mal.pa for mal in led.enligt}
    lost = aims & (here.provade - here.bifallna)
    # Avslag is decided according to the förslag that it was about, and what is left of the
    # huvudförslag is followed beside what changed it.
    main = {id for id in lost if here.forslag[id].slag is ForslagSlag.HUVUD}
    turned_down = {mal.pa for svar, _ in here.slutligt for mal in svar.pa}
    rest = lost - (main & turned_down) - (main if aims & here.bifallna else set())
    fates = (here.utfall.get(id) for id in aims)
    return bool(rest) or any(fate in (Utfall.AVSLAGET, Utfall.FALLET) for fate in fates)


def _quotes_loser(here: Underlag, led: Led) -> bool:
    """Whether the words decided are those of a förslag that lost, and of no other."""
    said = _words(led.text)
    same = {f.id for f in here.p.forslag if said and _words(f.text) == said}
    return bool(same) and same <= here.provade - here.bifallna


_WORD = re.compile(r"\w+")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def other_words(m: Mote) -> Iterator[Brist]:
    """R209: the decision has the words that were proposed, or points of them, or own ones.

    Only where it follows one förslag alone, whole, and nothing was changed in it or added to it.
    """
    for here in decided(m):
        only = here.forslag.get(next(iter(here.bifallna), ""))
        if only is None or len(here.bifallna) > 1 or only.slag not in _WHOLE:
            continue
        own = {note.av for note in here.p.lydelse}
        for led in here.p.beslut:
            alone = [mal for mal in led.enligt if mal.pa == only.id and not mal.punkter]
            marked = f"beslut:{led.id}" in own or bool(led.till)
            if len(alone) == len(led.enligt) == 1 and not marked and _differs(only.text, led.text):
                yield Brist(texter.OTHER_WORDS, here.p.id, led.id)


_WHOLE = (ForslagSlag.HUVUD, ForslagSlag.ALTERNATIV)


def _differs(proposed: str, decided: str) -> bool:
    """Whether some line of a decision is not in the förslag, numbers of points aside."""
    if not proposed or not decided:
        return False
    known = f" {' '.join(_words(proposed))} "
    lines = (re.sub(r"^\s*(\d{1,3}\.|[-–•])\s+", "", line) for line in decided.splitlines())
    return any(f" {' '.join(_words(line))} " not in known for line in lines if _words(line))


BESLUTSGANG: Kontroller = (
    Kontroll("R191", "5 kap. 67 § p. 2 KL", Allvar.FEL, several_but_nothing_put),
    Kontroll("R191", "5 kap. 67 § p. 2 KL", Allvar.UPPLYSNING, one_but_nothing_put),
    Kontroll("R55", "5 kap. 52 § KL", Allvar.FEL, not_announced),
    Kontroll("R94", "5 kap. 67 § p. 1–2 KL", Allvar.FEL, without_outcome),
    Kontroll("R90", "praxis", Allvar.HANDE, formal_against_matter),
    Kontroll("R90", "praxis", Allvar.HANDE, formal_after_matter),
    Kontroll("R91", "5 kap. 50 § KL", Allvar.HANDE, formal_against_formal),
    Kontroll("R92", "praxis", Allvar.FEL, matter_after_postponed),
    Kontroll("R93", "praxis", Allvar.VARNING, order_unsaid),
    Kontroll("R96", "praxis", Allvar.FEL, addition_against_matter),
    Kontroll("R96", "praxis", Allvar.HANDE, addition_before_matter),
    Kontroll("R97", "praxis", Allvar.VARNING, bundled_additions),
    Kontroll("R99", "praxis", Allvar.VARNING, points_together),
    Kontroll("R68", "5 kap. 57 § KL", Allvar.VARNING, refused),
    Kontroll("R62", "5 kap. 53 § KL", Allvar.UPPLYSNING, moved_after_proposition),
    Kontroll("R74", "arbetsordningen", Allvar.HANDE, moved_after_debate),
    Kontroll("R105", "5 kap. 55 § KL", Allvar.FEL, decides_what_lost),
    Kontroll("R209", "5 kap. 67 § p. 4 KL", Allvar.VARNING, other_words),
)
