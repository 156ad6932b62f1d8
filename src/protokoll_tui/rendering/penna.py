"""What a template writes with: tense, names at first and later mention, sentences and headings.

One ``Penna`` serves one rendering: it remembers who has been named and which sentences were made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from protokoll_tui.domain.anteckning import Lydelse
from protokoll_tui.domain.text import Lista, Stycke, parse_text, print_runs
from protokoll_tui.rendering import texter
from protokoll_tui.rendering.blocks import Flagga
from protokoll_tui.rendering.environment import MallMiljo, phrase_layers
from protokoll_tui.rendering.markup import (
    BLOCK,
    end_sentence,
    raw_text,
    runs_html,
    sentence_html,
    sentence_text,
    text_html,
)
from protokoll_tui.rendering.namn import Namngivare, Vilka
from protokoll_tui.rendering.parse_html import MARK, MARK_END
from protokoll_tui.rendering.stil import Stil
from protokoll_tui.rendering.valvy import candidates, elected_together
from protokoll_tui.swedish.clauses import tail, without_stop
from protokoll_tui.swedish.lists import join_titled
from protokoll_tui.swedish.numbers import count_noun, number_word
from protokoll_tui.swedish.text import quote
from protokoll_tui.swedish.verbs import Tense, passive, verb


def phrase_modules(env: MallMiljo, context: dict[str, Any]) -> list[TemplateModule]:
    """The macros of every layer of phrases, with the pen at hand."""
    return [env.get_template(name).make_module(context) for name in phrase_layers(env)]


class Penna:
    """State and helpers of one rendering.

    ``meningar`` holds every generated sentence by key, ``flaggor`` what a person should look at.
    """

    def __init__(
        self,
        stil: Stil,
        homonymer: frozenset[str] = frozenset(),
        lydelser: tuple[Lydelse, ...] = (),
        tjanster: Mapping[str, str] | None = None,
    ) -> None:
        self.stil = stil
        self.tempus = stil.tense("allt")
        self.meningar: dict[str, str] = {}
        self.flaggor: dict[tuple[str, str], Flagga] = {}
        self.egna: dict[str, str] = {}
        self._lydelser = {lydelse.av: lydelse for lydelse in lydelser}
        self._delar: dict[str, list[str]] = {}
        self.namngivare = Namngivare(stil, homonymer, tjanster or {}, self.flag)

    def helpers(self) -> dict[str, Any]:
        """The names that a template can call; they are public API of house styles."""
        return {
            "avsnitt": self.borja,
            "v": self.v,
            "passiv": self.passiv,
            "t": self.t,
            "namn": self.namn,
            "namn_genitiv": self.namn_genitiv,
            "rostande": self.rostande,
            "mening": self.mening,
            "beslutat": self.beslutat,
            "text": text_html,
            "rad": self.rad,
            "citat": self.citat,
            "stycken": self.stycken,
            "infogat": self.infogat,
            "slut": self.slut,
            "ordslag": self.ordslag,
            "utan_punkt": without_stop,
            "med_titel": self.med_titel,
            "rubrik": self.stil.heading,
            "kandidater": candidates,
            "valda_ihop": elected_together,
            "antal": count_noun,
            "tal": number_word,
        }

    def borja(self, namn: str) -> Markup:
        """Start a section: its tense from here on, and a mark that names its file in errors."""
        self.tempus = self.stil.tense(namn)
        self.namngivare.avsnitt = namn
        return Markup(f"{MARK}delar/{escape(namn)}.html.j2{MARK_END}")

    def v(self, nyckel: str) -> str:
        """A verb in the tense of the section."""
        return verb(nyckel, self.tempus)

    def passiv(self, nyckel: str) -> str:
        """The s-passive of a verb in the tense of the section."""
        return passive(nyckel, self.tempus)

    def t(self, presens: str, preteritum: str) -> str:
        """The one of two wordings that fits the tense of the section."""
        return presens if self.tempus is Tense.PRESENS else preteritum

    def namn(self, vilka: Vilka, konjunktion: str = "och") -> str:
        """Who: full name and party the first time in the §, the name alone after that."""
        return self.namngivare.listed(vilka, konjunktion)

    def namn_genitiv(self, vilka: Vilka, gemensamt: bool = True) -> str:
        """The genitive of ``namn``; ``gemensamt`` = they own it together."""
        return self.namngivare.genitive(vilka, gemensamt)

    def rostande(self, vilka: Vilka) -> str:
        """Names in a list of votes: each has its party, whoever has been named before."""
        return self.namngivare.listed(vilka, parti=True)

    def med_titel(self, vilka: Iterable[str], fortsatt: bool = False) -> str:
        """Names with titles as one list; ``fortsatt`` = the sentence goes on after them."""
        return join_titled(vilka, goes_on=fortsatt)

    def ordslag(self, text: str) -> str:
        """How own words join a clause: "följer", "mening" or "ord"; empty without words."""
        one = single(text)
        return "ord" if one is None else one and tail(one).value

    def mening(self, nyckel: str, text: str) -> Markup:
        """A generated sentence in its place, or the secretary's own wording of it."""
        raw = self.namngivare.begun(raw_text(text))
        made = sentence_text(raw)
        self.meningar[nyckel] = made
        whole = whole_key(nyckel)
        own = self._lydelser.get(whole)
        parts = self._delar.setdefault(whole, [])
        if own is None or (parts and whole == nyckel):
            return sentence_html(raw, nyckel)
        parts.append(made)
        self.egna[whole] = own.text
        return text_html(own.text, nyckel) if len(parts) == 1 else Markup("")

    def beslutat(self, nyckel: str, text: str) -> Markup:
        """Words that were decided: never changed, and known by key like a sentence."""
        self.meningar[nyckel] = text
        return text_html(text, nyckel)

    def rad(self, text: str) -> Markup:
        """A text on one line, with its masks."""
        blocks = parse_text(text)
        lines = [runs_html(b.runs) for b in blocks if isinstance(b, Stycke)]
        return Markup(" ").join(lines) if len(lines) == len(blocks) else escape(text)

    def citat(self, text: str) -> str:
        """A quotation: within the sentence where it is one paragraph, else below it."""
        one = single(text)
        return self._quoted(one) if one is not None else self.stycken(text)

    def stycken(self, text: str) -> str:
        """A quotation below the sentence, its marks around the whole of it; a list has none."""
        blocks = parse_text(text)
        if not all(isinstance(block, Stycke) for block in blocks):
            return f"{BLOCK}{text}{BLOCK}"
        folded = "\n\n".join(print_runs(b.runs) for b in blocks if isinstance(b, Stycke))
        return f"{BLOCK}{self._quoted(folded)}{BLOCK}"

    def infogat(self, text: str) -> str:
        """A text without marks: in the sentence where it is one paragraph, else below it."""
        one = single(text)
        return one if one is not None else f"{BLOCK}{text}{BLOCK}"

    def _quoted(self, text: str) -> str:
        # The language room turns marks inside the quotation into single ones.
        inner = quote(text)[1:-1]
        return self.stil.citat[0] + inner + self.stil.citat[1]

    def slut(self, text: str) -> Markup:
        """The sentence with its stop."""
        return escape(end_sentence(raw_text(text)))

    def flag(self, slag: str, nyckel: str, text: str, da: str = "", nu: str = "") -> None:
        """Note, once, something that a person should look at."""
        self.flaggor.setdefault((slag, nyckel), Flagga(slag, nyckel, text, da, nu))

    def flag_wordings(self) -> None:
        """Flag own wordings of what was not made, or is told in another way now."""
        for key, own in self._lydelser.items():
            made = "\n\n".join(self._delar.get(key, ()))
            if key not in self.egna:
                self.flag("lydelse", key, texter.orphan_wording(key), own.ersatter)
            elif own.ersatter.split() != made.split():
                self.flag("lydelse", key, texter.changed_sentence(key), own.ersatter, made)


PARTS_OF_A_VOTE = ("votering", "resultat", "rostlista")
"""Keys of what is told of one vote; an own wording of the vote takes the place of all of it."""


def whole_key(nyckel: str) -> str:
    """The key of the own wording of a sentence: one for everything that is told of a vote."""
    part, _, id = nyckel.partition(":")
    return f"{PARTS_OF_A_VOTE[0]}:{id}" if part in PARTS_OF_A_VOTE else nyckel


def single(text: str) -> str | None:
    """The text as one line where it is one paragraph, or a list of one point; else None."""
    blocks = parse_text(text)
    if len(blocks) > 1:
        return None
    for block in blocks:
        if isinstance(block, Lista):
            item = block.items[0]
            return print_runs(item.runs) if len(block.items) == 1 and not item.lists else None
        return print_runs(block.runs)
    return ""
