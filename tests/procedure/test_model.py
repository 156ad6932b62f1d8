"""Every short course of an item, tried one by one: nothing is left hanging in any of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protokoll_tui.domain.forslag import FORMELLA, Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure import StegKod, live_yrkanden, next_step, outcomes
from tests.procedure.builders import AVSLAG, BIFALL, HUVUD, decided, item, stand, yrkar

MOVES = (
    (BIFALL, None),
    (AVSLAG, None),
    (BIFALL, ForslagSlag.ALTERNATIV),
    (BIFALL, ForslagSlag.TILLAGG),
    (BIFALL, ForslagSlag.ATERREMISS),
)
DEPTH = 4
STARTS = (item(HUVUD), item())


def moved(paragraf: Paragraf, verkan: Verkan, slag: ForslagSlag | None) -> Paragraf:
    """The item with one more yrkande, and the förslag that comes with it."""
    n = len(paragraf.yrkande)
    if slag is None:
        aim = paragraf.forslag[0].id if paragraf.forslag else ""
    else:
        aim = f"{slag.value}{n}"
        laid = (*paragraf.forslag, Forslag(id=aim, slag=slag))
        paragraf = replace(paragraf, forslag=laid)
    return replace(paragraf, yrkande=(*paragraf.yrkande, yrkar(f"y{n}", stand(verkan, aim))))


def found(paragraf: Paragraf, svar: tuple[Svar, ...], funnet: Svar) -> Paragraf:
    fraga = Fraga(id=f"q{len(paragraf.fraga)}", svar=svar, funnet=funnet)
    questions = paragraf.fraga
    if next_step(paragraf).kod is StegKod.HUVUDFRAGA:
        # Put again, the main question takes the place of the earlier one.
        questions = tuple(q for q in questions if kinds_asked(paragraf, q) != {"sak"})
    return replace(paragraf, fraga=(*questions, fraga))


def kinds_asked(paragraf: Paragraf, fraga: Fraga) -> set[str]:
    kinds = {f.id: f.slag for f in paragraf.forslag}
    asked = {kinds.get(mal.pa) for svar in fraga.svar for mal in svar.pa}
    return {
        "formell" if kind in FORMELLA else "tillägg" if kind is ForslagSlag.TILLAGG else "sak"
        for kind in asked
    }


def courses(paragraf: Paragraf, left: int) -> Iterator[Paragraf]:
    """The item and every item that it can become in so many steps."""
    yield paragraf
    step = next_step(paragraf)
    if not left or paragraf.beslut:
        return
    for verkan, slag in MOVES:
        yield from courses(moved(paragraf, verkan, slag), left - 1)
    if step.kod is StegKod.BESLUT:
        yield from courses(decided(paragraf), left - 1)
        return
    for svar in step.svar:
        yield from courses(found(paragraf, step.svar, svar), left - 1)


def through(paragraf: Paragraf) -> Paragraf:
    """The item taken to its end: each question answered with its first answer, then decided."""
    for _ in range(20):
        step = next_step(paragraf)
        if step.kod is StegKod.BESLUT:
            return decided(paragraf)
        if not step.svar:
            return paragraf
        paragraf = found(paragraf, step.svar, step.svar[0])
    raise AssertionError("the questions never end")


def test_in_every_course_of_four_steps_nothing_is_left_hanging() -> None:
    """R90, R92, R94, R96: each state has a next step, each yrkande an outcome in the end."""
    states = 0
    for paragraf in (p for start in STARTS for p in courses(start, DEPTH)):
        states += 1
        step = next_step(paragraf)
        assert step.kod in StegKod
        assert set(outcomes(paragraf)) == {y.id for y in paragraf.yrkande}
        for fraga in paragraf.fraga:
            assert len(kinds_asked(paragraf, fraga)) == 1
        if paragraf.beslut:
            assert step.kod in {StegKod.EFTER, StegKod.KLAR}
            assert None not in outcomes(paragraf).values()
    assert states > 1_500


def test_every_course_of_three_steps_can_be_taken_to_its_end() -> None:
    ends = 0
    for paragraf in (p for start in STARTS for p in courses(start, DEPTH - 1)):
        end = through(paragraf)
        # A tillägg to nothing waits for the förslag that it adds to (R100).
        if next_step(end).kod is not StegKod.FORSLAG:
            ends += 1
            fates = outcomes(end)
            assert all(fates[y.id] is not None for y in live_yrkanden(end))
    assert ends > 250
