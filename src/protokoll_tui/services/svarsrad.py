"""The line that records an answer as what the chair found: what the guide offers to choose."""

from __future__ import annotations

from collections.abc import Iterable

from protokoll_tui.domain.forslag import SKJUTER_UPP, Forslag, ForslagSlag
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure import disputes, live_yrkanden, points_hit
from protokoll_tui.procedure.alternativ import wishes
from protokoll_tui.procedure.kedja import is_among, same_svar, through
from protokoll_tui.services.plats import Platser

_FORMAL = {
    ForslagSlag.ATERREMISS: "pr åt",
    ForslagSlag.BORDLAGGNING: "pr bo",
    ForslagSlag.REMISS: "pr re",
    ForslagSlag.AJOURNERING: "pr aj",
    ForslagSlag.ORDNINGSFRAGA: "pr of",
}


def answer_line(p: Paragraf, svar: Svar, platser: Platser) -> str:
    """``pr y1``, ``pr f1 p2``, ``pr dag`` …: read again, it puts that answer as found."""
    svar = through(p, svar) or svar
    forslag = next((f for f in p.forslag if svar.pa and f.id == svar.pa[0].pa), None)
    denied = svar.verkan is Verkan.AVSLAG
    if forslag and forslag.slag in SKJUTER_UPP:
        return "pr dag" if denied else _FORMAL[forslag.slag]
    if forslag and forslag.formellt:
        return f"{_FORMAL[forslag.slag]}{' av' if denied else ''}"
    verb = "pr av" if denied else "pr"
    if forslag and forslag.slag is ForslagSlag.TILLAGG:
        return f"{verb} {platser.name_of(p, mover_of(p, forslag) or forslag.id)}"
    by_yrkande = _yrkande_line(p, svar, platser)
    if by_yrkande:
        return by_yrkande
    typed = _points_typed(nr for mal in svar.pa for nr in mal.punkter)
    place = platser.name_of(p, forslag.id) if forslag else ""
    return f"{verb} {place}{typed}".rstrip()


def mover_of(p: Paragraf, forslag: Forslag) -> str:
    """The id of the yrkande that a förslag came with, "" for none."""
    laid = (y.id for y in p.yrkande if any(s.pa.pa == forslag.id for s in y.stallning))
    return next(laid, "")


def _yrkande_line(p: Paragraf, svar: Svar, platser: Platser) -> str:
    """The answer after the yrkande that asks for it, or "" where none does."""
    by_points = len(disputes(p)) > 1
    for yrkande in live_yrkanden(p):
        stands = wishes(p, yrkande)
        if is_among(svar, stands if by_points else stands[:1]):
            mixed = by_points and not all(same_svar(svar, stand) for stand in stands)
            typed = _points_typed(points_hit(p, svar)) if mixed else ""
            return f"pr {platser.name_of(p, yrkande.id)}{typed}"
    return ""


def _points_typed(points: Iterable[int]) -> str:
    numbers = ",".join(map(str, sorted(points)))
    return f" p{numbers}" if numbers else ""
