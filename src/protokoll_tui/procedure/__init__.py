"""The beslutsgång: which question comes next and what became of each yrkande. Pure."""

from protokoll_tui.procedure.alternativ import (
    additions,
    alternatives,
    formal_question,
    live_forslag,
    live_yrkanden,
    main_forslag,
    stand_svar,
)
from protokoll_tui.procedure.kedja import same_svar
from protokoll_tui.procedure.punktvis import (
    answer_for,
    disputes,
    is_whole,
    point_by_point,
    points_hit,
)
from protokoll_tui.procedure.steg import Del, Lage, Steg, StegKod, next_step, progress
from protokoll_tui.procedure.utfall import Utfall, decided_svar, losers, outcomes, put_already

__all__ = [
    "Del",
    "Lage",
    "Steg",
    "StegKod",
    "Utfall",
    "additions",
    "alternatives",
    "answer_for",
    "decided_svar",
    "disputes",
    "formal_question",
    "is_whole",
    "live_forslag",
    "live_yrkanden",
    "losers",
    "main_forslag",
    "next_step",
    "outcomes",
    "point_by_point",
    "points_hit",
    "progress",
    "put_already",
    "same_svar",
    "stand_svar",
]
