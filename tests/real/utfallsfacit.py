"""What became of each yrkande by the key, worked out apart from the engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.real.arende import Arendet, Fragan, Stallning, Svaret, Yrkandet

BIFALLET, DELVIS, FORLORAT, EJ_PROVAT = "bifallet", "delvis bifallet", "förlorat", "ej prövat"

SKJUTER_UPP = ("återremiss", "bordläggning", "remiss")


def fates(arende: Arendet, vann: Mapping[int, Svaret]) -> list[str]:
    """The fate of each yrkande; ``vann`` is what won each question that was voted on."""
    put = [
        (fragan, _answer(fragan, svar))
        for index, fragan in enumerate(arende.fragor)
        if fragan.motforslag_i is None and (svar := vann.get(index, fragan.funnet))
    ]
    return [_fate(arende, yrkande, put) for yrkande in arende.yrkanden]


def _answer(fragan: Fragan, won: Svaret) -> Svaret:
    """The answer put that won; a side of the voting may name one paper of several."""
    return next(svar for svar in fragan.svar if won.ryms_i(svar))


def _fate(arende: Arendet, yrkande: Yrkandet, put: list[tuple[Fragan, Svaret]]) -> str:
    """In first and second hand what was won first counts; the rest is all to be won."""
    hands = sorted({one.hand for one in yrkande.stallningar})
    by_hand = [
        _together(
            _won(arende, yrkande, one, put) for one in yrkande.stallningar if one.hand == hand
        )
        for hand in hands
    ]
    for n, fate in enumerate(by_hand):
        if fate == BIFALLET:
            return DELVIS if n else BIFALLET
        if fate == DELVIS:
            return DELVIS
    return FORLORAT if FORLORAT in by_hand else EJ_PROVAT


def _together(stances: Iterable[bool | None]) -> str:
    tried = [won for won in stances if won is not None]
    if not tried:
        return EJ_PROVAT
    return BIFALLET if all(tried) else DELVIS if any(tried) else FORLORAT


def _won(
    arende: Arendet, yrkande: Yrkandet, one: Stallning, put: list[tuple[Fragan, Svaret]]
) -> bool | None:
    """Whether a stance was won; None where it was not tried."""
    slag = {forslag.label: forslag.slag for forslag in arende.forslag}
    for fragan, svar in put:
        if any(one.label in answer.pa for answer in fragan.svar):
            return _won_here(yrkande, one, fragan, svar)
    if any(w.verkan == "bifall" and slag[w.pa[0]] in SKJUTER_UPP for _, w in put):
        return None
    # What was never put has fallen; avslag on it is asked of nobody.
    return None if one.verkan == "avslag" else False


def _won_here(yrkande: Yrkandet, one: Stallning, fragan: Fragan, svar: Svaret) -> bool:
    if one.label in svar.pa:
        return one.verkan == svar.verkan
    own = {stance.label for stance in yrkande.stallningar if stance.verkan == "avslag"}
    nothing = any(s.verkan == "avslag" and set(s.pa) <= own for s in fragan.svar)
    # Avslag on one of several is won with another; not by who asks for avslag on them all.
    return one.verkan == "avslag" and not nothing
