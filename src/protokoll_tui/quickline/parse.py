"""Reading a line. Nothing is refused: what is not understood is a note, an unknown name stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.clean import clean
from protokoll_tui.quickline.draft import BECAUSE, Inmatning
from protokoll_tui.quickline.kontext import Kontext
from protokoll_tui.quickline.ordval import (
    CLOCK,
    FILLERS,
    FILLERS_OF,
    MODIFIERS,
    SAME_AS,
    STEPS_IN_WORDS,
    TAILS,
)
from protokoll_tui.quickline.rostrad import begins, read_votes
from protokoll_tui.quickline.tecken import (
    BARE_TIMES,
    GO,
    HAND,
    NEXT,
    NUMBER,
    PLACES,
    POINTS,
    REF,
    TIME,
    TOKEN,
    Ref,
    ends_with,
    is_figure,
    leads_to,
    numbers,
    once,
    plain,
    split_text,
)
from protokoll_tui.quickline.valrad import read_election
from protokoll_tui.quickline.verbs import (
    AFTER_NAME,
    NEEDS_TEXT,
    RANGED,
    RAW,
    RECEIVED,
    STANDS,
    STEPS_IN,
    TIMED,
    WHOLE_LINE,
    find_verb,
)
from protokoll_tui.swedish.dates import parse_date

_MOST = 20
"""No more statements than this in one line; the rest stays in the last one as it was typed."""


def parse(line: str, kontext: Kontext) -> Inmatning:
    """Read a line against who there is. Raises nothing; an empty line gives an empty note."""
    line = clean(line).strip()
    go = GO.fullmatch(line)
    if go:
        nr = int(go["nr"]) if go["nr"] else None
        return Inmatning(verb="gå", nr=nr, ord=(go["word"],) if go["word"] else (), rad=line)
    return replace(_statement(line, kontext), rad=line)


def _statement(line: str, kontext: Kontext, most: int = _MOST) -> Inmatning:
    line = once(line)
    head, text = split_text(line)
    first_word = TOKEN.match(head)
    verb = find_verb(first_word[0]) if first_word else None
    if first_word and verb and verb.kod in WHOLE_LINE:
        rest = line[first_word.end() :].strip()
        return _note(rest) if verb.kod == "no" else _correction(rest, kontext, most - 1)
    for match in NEXT.finditer(line) if most else ():
        if (after := find_verb(match[1])) and after.kod in STANDS:
            first = _statement(line[: match.start()], kontext, 0)
            if first.verb in STANDS:
                return replace(first, nasta=_statement(line[match.end() :], kontext, most - 1))
    reader = _Reader(kontext)
    return (_with_reason(reader, line) if text is None else None) or reader.read(
        TOKEN.findall(head), text, line
    )


def _with_reason(reader: _Reader, line: str) -> Inmatning | None:
    """A line without a colon as a stand with its reason, or None when it is no such line."""
    reason = BECAUSE.search(line)
    if reason is None or line.count('"', 0, reason.start()) % 2:
        return None
    head, text = line[: reason.start()], line[reason.start() :].strip()
    found = reader.read(TOKEN.findall(head), text, line)
    return found if found.verb in STANDS - NEEDS_TEXT else None


def _note(rest: str) -> Inmatning:
    return Inmatning(verb="no", text=rest.removeprefix(":").strip())


def _correction(rest: str, kontext: Kontext, most: int) -> Inmatning:
    places = PLACES.match(rest) if most > 0 else None
    if places is None:
        return Inmatning(verb="rä", text=rest or None)
    refs = tuple(Ref(letter, int(nr)) for letter, nr in REF.findall(places[0]))
    line = rest[places.end() :].strip()
    corrected = _statement(line, kontext, most) if line else None
    return Inmatning(verb="rä", ref=refs, nasta=corrected)


@dataclass
class _Slots:
    """What has been read of a line so far."""

    verb: str
    inmatning: Inmatning
    side: str = "av"
    words: tuple[str, ...] = ()


class _Reader:
    """Puts each token of the head into its slot."""

    def __init__(self, kontext: Kontext) -> None:
        self.kontext = kontext
        self.readers: tuple[Callable[[_Slots, str], bool], ...] = (
            self._sign,
            self._reference,
            self._number,
            self._moment,
            self._modifier,
            self._party,
        )

    def read(self, tokens: list[str], text: str | None, line: str) -> Inmatning:
        """The statement behind the tokens, or a note when there is no verb."""
        at, verb = self._verb(tokens)
        if not verb:
            if not tokens or tokens[0] not in "+-":
                return Inmatning(text=line)
            return self._finish(self._slots(tokens, "in"), text)
        # Anna går: the verb itself says which of the two she does.
        word = tokens[at].casefold().rstrip(",")
        kept = [word] if verb == "kl" and word in MODIFIERS[verb] else []
        rest = [*tokens[:at], *kept, *tokens[at + 1 :]]
        if verb == "va":
            return self._election(rest, text)
        if verb in RAW:
            return self._raw(verb, rest, text)
        return self._finish(self._slots(rest, verb), text)

    def _verb(self, tokens: list[str]) -> tuple[int, str]:
        """The verb and where it stands: first, or after nothing but names and places."""
        for at, token in enumerate(tokens):
            if verb := find_verb(token.rstrip(",") if at else token):
                if at and leads_to(token, tokens[at + 1 :]):
                    continue
                known = verb.kod in AFTER_NAME and self._known_only(tokens[:at], verb.kod)
                return at, verb.kod if known or not at else ""
        return 0, ""

    def _known_only(self, tokens: list[str], verb: str) -> bool:
        """Whether there are names and places alone, and words that say nothing with the verb."""
        fillers = FILLERS_OF.get(verb, frozenset())
        i = self._slots([t for t in tokens if t.casefold() not in fillers], "").inmatning
        actors = (*i.av, *i.stod)
        words = (word for aktor in actors for word in aktor.ord.split())
        # A name that fits two is a name all the same: it is asked which.
        return bool(actors or i.ref) and all(map(self.kontext.may_be, words))

    def _raw(self, verb: str, rest: list[str], text: str | None) -> Inmatning:
        words = plain(" ".join(rest))
        if verb == "fr":
            sig = words if words in self.kontext.namn else None
            who = Aktor(person=sig) if sig else Aktor(ord=words)
            return Inmatning(verb=verb, av=(who,) if words else (), text=text)
        return Inmatning(verb=verb, ord=tuple(words.split()), text=text)

    def _election(self, tokens: list[str], text: str | None) -> Inmatning:
        read = read_election(tokens, lambda words: self._slots(list(words), "").inmatning.av)
        said = " ".join(part for part in (read.tid, text) if part)
        term = text if text is not None and not read.tid else said or None
        return Inmatning(verb="va", av=read.av, ord=read.ord, ref=read.ref, val=read.val, text=term)

    def _slots(self, tokens: list[str], verb: str) -> _Slots:
        slots = _Slots(verb, Inmatning(verb=verb))
        votes: list[str] = []
        if verb == "om":
            at = next((n for n, token in enumerate(tokens) if begins(token)), len(tokens))
            tokens, votes = tokens[:at], tokens[at:]
        tail = next((n for n in TAILS.get(verb, ()) if ends_with(tokens, n)), ())
        if tail:
            tokens = tokens[: -len(tail)]
        for token in tokens:
            nobody = token == "-" and verb in STEPS_IN and not slots.inmatning.mottagare
            sign = token in "+-" and not nobody
            if slots.side == "mottagare" and not sign and not is_figure(verb, token):
                self._receiver(slots, token)
            else:
                self._parted(slots, token)
        self._flush(slots)
        if tail:
            self._stepped_in(slots, tail)
        if votes:
            self._votes(slots, votes)
        return slots

    def _votes(self, slots: _Slots, tokens: list[str]) -> None:
        """The sides of a vote: numbers, parties, names, all who are left."""
        read = read_votes(tokens, lambda words: self._slots(list(words), "").inmatning.av)
        i = slots.inmatning
        more = tuple(aktor for aktor in read.rest if aktor not in i.av)
        slots.inmatning = replace(i, av=i.av + more, roster=read.sidor, bilaga=read.bilaga)

    def _stepped_in(self, slots: _Slots, tail: tuple[str, ...]) -> None:
        """The last of those who are named steps in for the one before: ``ab går, lg ersätter``."""
        i = slots.inmatning
        if len(i.av) < 2 or i.mottagare or not i.av[-1].person:
            self._put(slots, Aktor(ord=" ".join(tail)))
        else:
            slots.inmatning = replace(i, av=i.av[:-1], mottagare=i.av[-1].person)

    def _parted(self, slots: _Slots, token: str) -> None:
        """A word of the head; a comma parts it from the next, but not the points of ``p1,3``."""
        bare = token.rstrip(",")
        whole = token.startswith('"') or POINTS.fullmatch(bare)
        *parted, last = [bare] if whole else bare.split(",")
        for word in parted:
            self._word(slots, word)
            self._flush(slots)
        self._word(slots, last)
        if bare != token:
            self._flush(slots)

    def _word(self, slots: _Slots, token: str) -> None:
        token = SAME_AS.get(slots.verb, {}).get(token.casefold(), token)
        fillers = FILLERS | FILLERS_OF.get(slots.verb, frozenset())
        if not token or token.casefold() in fillers or self._is_party_sign(token):
            return
        if not any(reader(slots, token) for reader in self.readers):
            slots.words = (*slots.words, token)

    def _is_party_sign(self, token: str) -> bool:
        """The party after a name, as protocols have it: ``Anna Berg (M)``."""
        signed = token.startswith("(") and token.endswith(")")
        return signed and token[1:-1] in self.kontext.parti.values()

    def _finish(self, slots: _Slots, text: str | None) -> Inmatning:
        i = replace(slots.inmatning, text=text)
        if i.verb == "in":
            return replace(i, av=(), stod=(*i.av, *i.stod))
        if i.verb == "jä" and i.ord:
            # Whether somebody is jävig is in question: after + stands who raised it.
            return i
        if i.verb not in STANDS:
            # Nobody joins a reservation or a note: there + only means "and".
            av = (*i.av, *i.stod)
            return replace(i, av=av, stod=(), bort=tuple(a for a in i.bort if a not in av))
        return i

    def _receiver(self, slots: _Slots, token: str) -> None:
        word = token.casefold()
        by = not slots.inmatning.mottagare and word == "av"
        if slots.verb in STEPS_IN and (by or word in CLOCK or word == "och"):
            return
        if slots.verb == "ju" and word in CLOCK | {"den"}:
            return
        joined = plain(f"{slots.inmatning.mottagare} {token}")
        slots.inmatning = replace(slots.inmatning, mottagare=joined)

    def _sign(self, slots: _Slots, token: str) -> bool:
        word = token.casefold()
        pointed = word == "till" and slots.verb in RECEIVED
        pointed = pointed or word in STEPS_IN_WORDS.get(slots.verb, ())
        sign = ">" if pointed else token
        side = {"+": "stod", "-": "bort", ">": "mottagare"}.get(sign)
        if side:
            self._flush(slots)
            slots.side = side
        return side is not None

    def _reference(self, slots: _Slots, token: str) -> bool:
        i = slots.inmatning
        if ref := REF.fullmatch(token):
            slots.inmatning = replace(i, ref=(*i.ref, Ref(ref[1], int(ref[2]))))
        elif points := POINTS.fullmatch(token):
            every = dict.fromkeys((*i.punkter, *numbers(points[1])))
            slots.inmatning = replace(i, punkter=tuple(every))
        elif hand := HAND.fullmatch(token):
            slots.inmatning = replace(i, hand=int(hand[1]))
        else:
            return False
        return True

    def _number(self, slots: _Slots, token: str) -> bool:
        if slots.verb in TIMED and BARE_TIMES.fullmatch(token):
            return self._moment(slots, re.sub(r"(\d\d)(\d\d)", r"\1.\2", token))
        found = NUMBER.fullmatch(token)
        if not found or (found[2] and slots.verb not in RANGED):
            return False
        if slots.verb in RANGED and slots.inmatning.nr is not None:
            # A second span is none that a line has room for: it is told, not taken for the first.
            return False
        first, last = int(found[1]), int(found[2] or found[1])
        fran = min(first, last) if found[2] else None
        slots.inmatning = replace(slots.inmatning, nr=max(first, last), fran_nr=fran)
        return True

    def _moment(self, slots: _Slots, token: str) -> bool:
        i = slots.inmatning
        if match := TIME.fullmatch(token):
            parts = [int(part) for part in match.groups() if part is not None]
            pairs = zip(parts[::2], parts[1::2], strict=True)
            times = tuple(time(h, m) for h, m in pairs)
            both = len(i.tider) == len(times) == 1
            slots.inmatning = replace(i, tider=i.tider + times if both else times)
            return True
        if token[0].isdigit() and (day := parse_date(token, self.kontext.dag)):
            slots.inmatning = replace(i, datum=day)
            return True
        return False

    def _modifier(self, slots: _Slots, token: str) -> bool:
        meant = MODIFIERS.get(slots.verb, ())
        verb = find_verb(token)
        word = token.casefold()
        word = verb.kod if verb and word not in meant else word
        if word not in meant:
            return False
        slots.inmatning = replace(slots.inmatning, ord=(*slots.inmatning.ord, word))
        return True

    def _party(self, slots: _Slots, token: str) -> bool:
        if token.casefold() == "alla" and slots.side == "stod":
            self._flush(slots)
            for sig in self.kontext.tjanstgor:
                self._put(slots, Aktor(person=sig))
            return True
        group = self.kontext.group(token)
        if group is None:
            return False
        self._flush(slots)
        named = slots.inmatning.av or slots.inmatning.stod
        if slots.verb in {"an", "sy"} and named and not slots.inmatning.grupp:
            slots.inmatning = replace(slots.inmatning, grupp=token)
        else:
            self._put(slots, group)
        return True

    def _flush(self, slots: _Slots) -> None:
        """Words between signs are names: the longest run of words that fits one person is one."""
        words, slots.words = slots.words, ()
        while words:
            aktor, used = self._longest(words)
            self._put(slots, aktor)
            words = words[used:]

    def _longest(self, words: tuple[str, ...]) -> tuple[Aktor, int]:
        for used in range(min(4, len(words)), 0, -1):
            phrase = " ".join(words[:used])
            if used > 1 and any(word in self.kontext.namn for word in words[:used]):
                continue
            if '"' not in phrase and (sig := self.kontext.person(phrase)):
                return Aktor(person=sig), used
        unknown = 1
        while not words[0].startswith('"') and not self._known(words[unknown:]):
            unknown += 1
        return Aktor(ord=plain(" ".join(words[:unknown]))), unknown

    def _known(self, words: tuple[str, ...]) -> bool:
        """Whether a name that stands by itself begins here; so it does at the end."""
        if not words or words[0].startswith('"'):
            return True
        return self.kontext.person(words[0]) is not None

    def _put(self, slots: _Slots, aktor: Aktor) -> None:
        i, side = slots.inmatning, "av" if slots.side == "mottagare" else slots.side
        current: tuple[Aktor, ...] = getattr(i, side)
        if aktor not in (*current, *i.av) and aktor != Aktor():
            values: dict[str, tuple[Aktor, ...]] = {side: (*current, aktor)}
            slots.inmatning = replace(i, **values)  # type: ignore[arg-type]
