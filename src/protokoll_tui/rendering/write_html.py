"""One accessible HTML file: for the notice board, the web and the printer."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from protokoll_tui.rendering.blocks import (
    Block,
    Dokument,
    Lista,
    Rubrik,
    Run,
    Stycke,
    Tabell,
    shown,
)
from protokoll_tui.rendering.texter import MASK

_CSS = """
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem;
  font: 1.0625rem/1.5 Georgia, "Times New Roman", serif; color: #111; background: #fff; }
h1, h2, h3 { font-family: Arial, Helvetica, sans-serif; line-height: 1.25; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1.0625rem; }
h3 { margin: 1.5rem 0 0.25rem; } p { margin: 0 0 0.75rem; }
.markning { font-weight: bold; } .oppet { font-style: italic; }
table { border-collapse: collapse; } th, td { border: 1px solid #555; padding: 0.2rem 0.5rem; }
footer { display: flex; flex-wrap: wrap; gap: 2rem; margin-top: 4rem; }
footer p { flex: 1; border-top: 1px solid #555; padding-top: 0.25rem; font-size: 0.875rem; }
@media print { body { margin: 0; max-width: none; } h3 { break-after: avoid; } }
"""

_PAGE = Markup(
    """<!doctype html>
<html lang="sv-SE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{titel}</title>
<style>{css}</style>
</head>
<body>
<main>
{body}</main>
{footer}</body>
</html>
"""
)


class HtmlSkrivare:
    """A whole HTML file in UTF-8, without anything that is fetched from elsewhere."""

    namn = "html"
    suffix = ".html"

    def write(self, dokument: Dokument, *, publik: bool = False) -> bytes:
        """The document as a page; ``publik`` leaves out what is masked."""
        labels = [b for b in dokument.blocks if isinstance(b, Stycke) and b.roll == "sidfot"]
        body = [_block(b, publik) for b in dokument.blocks if b not in labels]
        page = _PAGE.format(
            titel=shown(dokument.titel, publik),
            css=Markup(_CSS),
            body=Markup("").join(body),
            footer=_footer(labels, publik),
        )
        return page.encode()


def _footer(labels: list[Stycke], publik: bool) -> Markup:
    if not labels:
        return Markup("")
    lines = Markup("").join(Markup("<p>{}</p>\n").format(_runs(b.runs, publik)) for b in labels)
    return Markup("<footer>\n{}</footer>\n").format(lines)


def _block(block: Block, publik: bool) -> Markup:
    match block:
        case Rubrik():
            tag = Markup(f"h{block.niva}")
            return Markup("<{0}>{1}</{0}>\n").format(tag, _runs(block.runs, publik))
        case Stycke():
            css = Markup(' class="{}"').format(block.roll) if block.roll else Markup("")
            return Markup("<p{}>{}</p>\n").format(css, _runs(block.runs, publik))
        case Lista():
            return _list(block, publik)
        case Tabell():
            return _table(block, publik)


def _list(lista: Lista, publik: bool) -> Markup:
    tag = Markup("ol") if lista.numrerad else Markup("ul")
    start = Markup(' start="{}"').format(lista.start) if lista.start != 1 else Markup("")
    items = Markup("").join(
        Markup("<li>{}{}</li>\n").format(
            _runs(p.runs, publik), Markup("").join(_list(inner, publik) for inner in p.listor)
        )
        for p in lista.punkter
    )
    return Markup("<{0}{1}>\n{2}</{0}>\n").format(tag, start, items)


def _table(tabell: Tabell, publik: bool) -> Markup:
    rows = Markup("")
    for row in tabell.rader:
        cells = Markup("")
        for cell in row:
            form = Markup('<th scope="col">{}</th>') if cell.huvud else Markup("<td>{}</td>")
            cells += form.format(_runs(cell.runs, publik))
        rows += Markup("<tr>{}</tr>\n").format(cells)
    return Markup("<table>\n{}</table>\n").format(rows)


def _runs(runs: Iterable[Run], publik: bool) -> Markup:
    return Markup("").join(_run(run, publik) for run in runs)


def _run(run: Run, publik: bool) -> Markup:
    if publik and run.maskerad:
        return Markup('<span class="maskerad">{}</span>').format(MASK)
    text = Markup("<br>").join(escape(line) for line in run.text.split("\n"))
    for tag, on in (("i", run.kursiv), ("b", run.fet)):
        if on:
            text = Markup("<{0}>{1}</{0}>").format(Markup(tag), text)
    return text
