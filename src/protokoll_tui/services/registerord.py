"""A plan for the roster in words, part by part."""

from __future__ import annotations

from protokoll_tui.domain.kommun import Kommun, Mandat, Person
from protokoll_tui.reading import texter
from protokoll_tui.services.registerplan import Plan


def plan_parts(plan: Plan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a plan would do: each part's heading with its lines; parts without any are left out."""
    kommun = plan.efter
    parts = {
        "organ": [f"{organ.namn} ({organ.id})" for organ in plan.organ],
        "partier": [f"{p.kod}  {p.namn}".strip() for p in plan.partier],
        "personer": [f"{person.sig}  {person.med_parti}" for person in plan.personer],
        "bytta": [_changed(before, after) for before, after in plan.bytta],
        "mandat": [_mandate(kommun, mandat) for mandat in plan.mandat],
        "andrade": [
            f"{_mandate(kommun, before)} → {texter.days(after)}" for before, after in plan.andrade
        ],
        "avslutade": [_mandate(kommun, mandat) for mandat in plan.avslutade],
    }
    return tuple((texter.title(k, len(lines)), tuple(lines)) for k, lines in parts.items() if lines)


def plan_tail(plan: Plan, ending: str) -> tuple[str, ...]:
    """What is said below a plan: what stays as it is, and what is passed over.

    ``ending`` tells how the mandates that the file does not have are ended.
    """
    told = [texter.NOTHING_NEW] if plan.tom and not plan.brister else []
    told += [texter.unchanged(plan.oforandrade)] if plan.oforandrade else []
    names = dict.fromkeys(plan.efter.name_of(mandat.person) for mandat in plan.kvar)
    told += [texter.staying(len(plan.kvar), tuple(names), ending)] if names else []
    return (*told, *([texter.other_organs(plan.andra_organ)] if plan.andra_organ else []))


def _changed(before: Person, after: Person) -> str:
    last = after.tidigare_parti[-1].till if after.tidigare_parti else None
    return texter.changed_party(before.namn, before.parti, after.parti, last)


def _mandate(kommun: Kommun, mandat: Mandat) -> str:
    namn = kommun.named(mandat.person) or "vakant"
    return texter.mandate(namn, mandat, kommun.find_organ(mandat.organ).namn)
