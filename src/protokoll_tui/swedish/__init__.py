"""The Swedish language: genitive, lists, dates, tense, agreement, sorting, matching. Pure."""

from protokoll_tui.swedish.agreement import Gender, adjective, agree, gender_of, participle
from protokoll_tui.swedish.clauses import CONNECTORS, Tail, tail, without_stop
from protokoll_tui.swedish.dates import (
    EN_DASH,
    NBSP,
    format_amount,
    format_date,
    format_day,
    format_sections,
    format_span,
    format_time,
    is_written_as_date,
    parse_date,
)
from protokoll_tui.swedish.genitive import genitive, joint_genitive
from protokoll_tui.swedish.lists import join_list, join_titled
from protokoll_tui.swedish.matching import Match, fold, match_names
from protokoll_tui.swedish.numbers import count_noun, number_word
from protokoll_tui.swedish.sorting import SortKey, sort_key
from protokoll_tui.swedish.spacing import bind
from protokoll_tui.swedish.text import capitalize, decapitalize, quote, sentence
from protokoll_tui.swedish.verb_table import VERBS, Verb
from protokoll_tui.swedish.verbs import (
    MissingForm,
    Tense,
    UnknownVerb,
    find_verb,
    infinitive,
    passive,
    passive_infinitive,
    passive_supine,
    supine,
    verb,
)

__all__ = [
    "CONNECTORS",
    "EN_DASH",
    "NBSP",
    "VERBS",
    "Gender",
    "Match",
    "MissingForm",
    "SortKey",
    "Tail",
    "Tense",
    "UnknownVerb",
    "Verb",
    "adjective",
    "agree",
    "bind",
    "capitalize",
    "count_noun",
    "decapitalize",
    "find_verb",
    "fold",
    "format_amount",
    "format_date",
    "format_day",
    "format_sections",
    "format_span",
    "format_time",
    "gender_of",
    "genitive",
    "infinitive",
    "is_written_as_date",
    "join_list",
    "join_titled",
    "joint_genitive",
    "match_names",
    "number_word",
    "parse_date",
    "participle",
    "passive",
    "passive_infinitive",
    "passive_supine",
    "quote",
    "sentence",
    "sort_key",
    "supine",
    "tail",
    "verb",
    "without_stop",
]
