"""The style nacka says word for word what a real extract says, given the same data.

The extract lies beside the repository and is read here; nothing of it is kept.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.anteckning import Anteckning
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.handling import Handling, Tidigare
from protokoll_tui.domain.kommun import Kommun, Organ, Parti, Person
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Instammande, Stallning, Verkan, Yrkande
from protokoll_tui.rendering import Dokument, Rubrik, block_text, load_style, render_extract
from protokoll_tui.rendering.blocks import Stycke, plain
from protokoll_tui.rendering.write_text import document_text

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "000_42c8d708a8b840e0.txt"
RUBRIKER = (
    "Beslut",
    "Ärende",
    "Handlingar i ärendet",
    "Ärendets tidigare behandling",
    "Yrkanden",
    "Beslutsgång",
    "Protokollsanteckningar",
)
FOT = re.compile(r"^ordförandes ?signatur justerandes ?signatur( utdrags ?bestyrkande)?$", re.I)


def seed_lines() -> list[str]:
    """The lines of the extract, footers gone and headings put together where letters fell apart."""
    if not SEED.is_file():
        pytest.skip(f"{SEED} finns inte här")
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines()]
    # The scanner put the marks of the list before the list.
    kept = [line for line in lines if line and line != "•" and not FOT.match(line)]
    tight = {_shape(heading): heading for heading in RUBRIKER}
    return [tight.get(_shape(line), line) for line in kept]


def _shape(line: str) -> str:
    """A line as the scanner may have read it: loose letters, and I for l."""
    return "".join(line.split()).replace("I", "l")


def sections() -> tuple[list[str], dict[str, list[str]]]:
    """What stands before the first heading, and the lines under each."""
    head: list[str] = []
    found: dict[str, list[str]] = {}
    current = head
    for line in seed_lines():
        if line in RUBRIKER:
            current = found.setdefault(line, [])
        else:
            current.append(line)
    return head, found


def words(text: str) -> list[str]:
    """The words, without marks of lists and the space that stands loose before a full stop."""
    return re.sub(r"\s+([.,])", r"\1", re.sub(r"(?m)^\s*[-•]\s*", "", text)).split()


def data() -> tuple[Sammantrade, Kommun]:
    """The records behind the extract, cut out of it."""
    head, found = sections()
    nr, dnr = re.fullmatch(r"§ ?(\d+) (.+)", head[0]).groups()  # type: ignore[union-attr]
    moved = " ".join(found["Yrkanden"])
    sats = re.fullmatch(
        r"(.+?) yrkade, med instämmande av (.+), att (\w+) avslår förslaget (.+)\.", moved
    )
    assert sats is not None
    mover, supporters, organ, reason = sats.groups()
    note = " ".join(found["Protokollsanteckningar"])
    cut = re.fullmatch(r'(.+?) \((\w+)\) lät .+? för (\w+)s \w+: "(.+)"', note)
    assert cut is not None
    joined = re.findall(r"([^,()]+?) \((\w+)\)", supporters.replace(" och ", ", "))
    persons = [(mover, ""), *joined, (cut[1], cut[2])]
    sigs = [f"x{n}" for n in range(len(persons))]
    kommun = Kommun(
        organ=(Organ(id="ks", namn=organ),),
        parti=(Parti(kod=cut[2], namn=cut[3]),),
        person=tuple(
            Person(sig=sig, namn=name.strip(" ,"), parti=parti)
            for sig, (name, parti) in zip(sigs, persons, strict=True)
        ),
    )
    avslag = Svar(verkan=Verkan.AVSLAG, pa=(Mal(pa="f-1"),))
    p = Paragraf(
        id="p-1",
        nr=int(nr),
        dnr=dnr,
        rubrik=" ".join(head[1:]),
        arende=" ".join(found["Ärende"]),
        handling=tuple(
            Handling(id=f"h-{n}", titel=line)
            for n, line in enumerate(found["Handlingar i ärendet"])
        ),
        tidigare=tuple(earlier(found["Ärendets tidigare behandling"])),
        forslag=(Forslag(id="f-1", fran=Aktor(ord="arbetsutskottet"), text="…"),),
        yrkande=(
            Yrkande(
                id="y-1",
                av=(Aktor(person=sigs[0]),),
                stallning=(Stallning(verkan=Verkan.AVSLAG, pa=Mal(pa="f-1"), ord=reason),),
                instammer=tuple(Instammande(vem=Aktor(person=sig)) for sig in sigs[1:-1]),
            ),
        ),
        fraga=(Fraga(id="q-1", svar=(avslag,), funnet=avslag),),
        beslut=(Led(id="b-1", text=" ".join(found["Beslut"])),),
        anteckning=(Anteckning(id="a-1", av=(Aktor(person=sigs[-1]),), grupp=cut[2], text=cut[4]),),
    )
    return Sammantrade(id="m-1", organ="ks", paragraf=(p,)), kommun


def earlier(lines: list[str]) -> list[Tidigare]:
    """Each earlier treatment: a line that names the decision, and the text under it."""
    found: list[Tidigare] = []
    for line in lines:
        if re.match(r"Beslut i .+ §\d+$", line):
            found.append(Tidigare(id=f"g-{len(found)}", rubrik=line))
        else:
            last = found.pop()
            text = f"{last.text} {line}".strip()
            found.append(Tidigare(id=last.id, rubrik=last.rubrik, text=text))
    return found


def rendered() -> Dokument:
    state, kommun = data()
    return render_extract(state, "p-1", kommun, load_style("nacka"))


def test_every_word_of_the_real_extract_comes_back_in_its_order() -> None:
    whole = words("\n".join(seed_lines()))
    text = document_text(rendered())
    own = text[text.index("§") : text.rindex("Ordförandes signatur")]
    made = words(re.sub(r"(?m)^-+$", "", own))
    assert made == whole


def test_the_sections_are_those_of_the_real_extract_in_its_order() -> None:
    headings = [b for b in rendered().blocks if isinstance(b, Rubrik) and b.niva == 3]
    _, found = sections()
    assert [block_text(heading) for heading in headings] == list(found)


def test_the_sentences_that_are_built_and_not_copied_are_those_of_the_real_extract() -> None:
    _, found = sections()
    made = {block.nyckel: block_text(block) for block in rendered().blocks if block.nyckel}
    assert words(made["yrkande:y-1"]) == words(" ".join(found["Yrkanden"]))
    assert words(made["fraga:q-1"]) == words(" ".join(found["Beslutsgång"]))


def test_the_footer_has_the_labels_of_the_real_extract() -> None:
    if not SEED.is_file():
        pytest.skip(f"{SEED} finns inte här")
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines()]
    full = next(line for line in lines if FOT.match(line))
    labels = [b for b in rendered().blocks if isinstance(b, Stycke) and b.roll == "sidfot"]
    assert " ".join(plain(label.runs) for label in labels) == full
