"""Templates: what they may, what they may not, and how their errors are told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from protokoll_tui.rendering import (
    MallFel,
    OkandParagraf,
    OkandStil,
    load_style,
    render_extract,
    render_sections,
    sentence_for,
    style_names,
)
from protokoll_tui.rendering.environment import environment
from protokoll_tui.rendering.write_text import document_text
from tests.rendering.exempel import KOMMUN, full, mote, paragraf

STATE = mote(full())


def text_with(folder: Path, **files: str) -> str:
    """The § as text, with own files laid over the style standard."""
    (folder / "delar").mkdir(exist_ok=True)
    for name, source in files.items():
        place = folder / "delar" if name == "yrkanden" else folder
        suffix = ".html.j2" if name == "yrkanden" else ".j2"
        (place / f"{name}{suffix}").write_text(source, encoding="utf-8")
    return document_text(render_sections(STATE, "p-1", KOMMUN, load_style("standard", folder)))


@pytest.mark.parametrize("name", ["standard", "Standard", " nacka ", "NACKA"])
def test_a_style_is_found_however_it_is_written(name: str) -> None:
    assert load_style(name).namn == name.strip().lower()


def test_an_unknown_style_is_told_with_those_that_exist() -> None:
    with pytest.raises(OkandStil, match=r"”sjövik”.*standard, goteborg, lomma, nacka"):
        load_style("sjövik")
    assert style_names() == ("standard", "goteborg", "lomma", "nacka")


def test_an_unknown_paragraf_is_an_error() -> None:
    with pytest.raises(OkandParagraf, match="p-9"):
        render_extract(STATE, "p-9", KOMMUN, load_style("standard"))


def test_a_misspelt_name_is_told_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(MallFel) as caught:
        text_with(tmp_path, yrkanden="<p>a</p>\n<p>{{ p.yrkandn }}</p>\n")
    assert "”yrkandn”" in caught.value.message
    assert caught.value.plats.endswith("delar/yrkanden.html.j2, rad 2")


def test_an_unknown_helper_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(MallFel, match="”besult”"):
        text_with(tmp_path, yrkanden="<p>{{ besult }}</p>")


def test_an_unknown_phrase_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(MallFel, match="”yrkanda”"):
        text_with(tmp_path, yrkanden="<p>{{ f.yrkanda() }}</p>")


def test_an_unknown_verb_is_told_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(MallFel, match=r"yrkanden.html.j2, rad 1: .*gnusla"):
        text_with(tmp_path, yrkanden='<p>{{ v("gnusla") }}</p>')


def test_a_template_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(MallFel) as caught:
        text_with(tmp_path, yrkanden="<p>a</p>\n\n{% if %}\n")
    assert caught.value.plats.endswith("delar/yrkanden.html.j2, rad 3")


def test_an_unknown_element_is_refused_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(MallFel) as caught:
        text_with(tmp_path, yrkanden="<p>a</p>\n<div>b</div>\n")
    assert "<div>" in caught.value.message
    assert caught.value.plats.endswith("delar/yrkanden.html.j2, rad 2")


def test_text_outside_a_block_is_refused_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(MallFel) as caught:
        text_with(tmp_path, yrkanden="<p>a</p>\n\nlös text\n")
    assert "lös text" in caught.value.message
    assert caught.value.plats.endswith("delar/yrkanden.html.j2, rad 3")


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ p.__class__ }}",
        "{{ '{0.__class__}'.format(p) }}",
        "{{ f._modules }}",
        "{{ mening.__self__ }}",
        "{{ stil.extra }}",
        "{{ p.yrkanden.__class__ }}",
        "{{ stil.text.update({'a': 1}) }}",
        "{% for n in range(999999999) %}{% endfor %}",
        "{{ 'a' * 1000000000 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ 'a'|center(999999999) }}",
        "{{ '%0999999999d'|format(1) }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{% include '../../../x' %}",
        "{% include '/etc/hostname' %}",
    ],
)
def test_a_template_may_not_reach_out_or_grow_without_bound(tmp_path: Path, source: str) -> None:
    with pytest.raises(MallFel):
        text_with(tmp_path, yrkanden=f"<p>{source}</p>")


def test_data_is_never_run_as_a_template(tmp_path: Path) -> None:
    p = paragraf(rubrik="{{ 7*7 }} {% raw %}")
    made = document_text(render_sections(mote(p), "p-1", KOMMUN, load_style("standard")))
    assert "{{ 7*7 }} {% raw %}" in made


def test_an_own_file_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    assert "Eget avsnitt" in text_with(tmp_path, yrkanden="<h3>Eget avsnitt</h3>")


def test_a_new_file_is_seen_at_once_and_so_is_its_change(tmp_path: Path) -> None:
    assert "Eget avsnitt" not in text_with(tmp_path)
    assert "Eget avsnitt" in text_with(tmp_path, yrkanden="<h3>Eget avsnitt</h3>")
    file = tmp_path / "delar" / "yrkanden.html.j2"
    file.write_text("<h3>Annat avsnitt</h3>", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert "Annat avsnitt" in text_with(tmp_path)
    file.unlink()
    assert "Annat avsnitt" not in text_with(tmp_path)


def test_what_is_shipped_is_compiled_once_and_an_own_file_holds_in_its_own_meeting(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / name for name in ("ett", "annat")]
    for folder in folders:
        folder.mkdir()
    assert "Eget avsnitt" in text_with(folders[0], yrkanden="<h3>Eget avsnitt</h3>")
    assert "Eget avsnitt" not in text_with(folders[1])
    styles = [load_style("standard", folder) for folder in folders]
    one, other = (environment(style).get_template("fraser.j2") for style in styles)
    assert one is not other
    assert one.root_render_func.__code__ is other.root_render_func.__code__


def test_an_own_file_can_extend_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    made = text_with(
        tmp_path,
        yrkanden='{% extends "!/delar/yrkanden.html.j2" %}'
        "{% block yrkanden %}{{ super() }}<p>Slut på yrkanden.</p>{% endblock %}",
    )
    assert "Anna Berg (M) yrkar avslag" in made
    assert "Slut på yrkanden." in made


def test_one_phrase_can_be_changed_and_the_others_stay(tmp_path: Path) -> None:
    made = text_with(
        tmp_path,
        fraser="{% macro avslag(m) %}att {{ f.mal(m) }} {{ t('inte antas', 'inte antogs') }}"
        "{% endmacro %}",
    )
    assert "Anna Berg (M) yrkar att arbetsutskottets förslag inte antas med" in made
    assert "Bo Ek reserverar sig mot beslutet" in made


def test_own_values_are_laid_over_the_styles(tmp_path: Path) -> None:
    (tmp_path / "stil.toml").write_text(
        'ordning = ["beslut"]\n[rubriker]\nbeslut = "Kommunstyrelsens beslut"\n', encoding="utf-8"
    )
    made = text_with(tmp_path)
    assert "Kommunstyrelsens beslut" in made
    assert "Anna Berg" not in made


@pytest.mark.parametrize(
    "source",
    [
        'instammande = "ibland"',
        "ordning = 3",
        'citat = ["”"]',
        "sidfot = [1]",
        'inled_led = "ja"',
        '[tempus]\nallt = "futurum"',
        "rubriker = 1",
        "[text]\ntitel = 1",
        "a = ",
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_its_file(tmp_path: Path, source: str) -> None:
    (tmp_path / "stil.toml").write_text(source, encoding="utf-8")
    with pytest.raises(MallFel, match=r"stil.toml(, rad \d+)?: "):
        load_style("standard", tmp_path)


def test_a_section_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "stil.toml").write_text('ordning = ["finnsinte"]', encoding="utf-8")
    with pytest.raises(MallFel, match="finnsinte"):
        text_with(tmp_path)


def test_an_error_in_a_phrase_is_told_also_for_a_single_sentence(tmp_path: Path) -> None:
    (tmp_path / "fraser.j2").write_text(
        "{% macro yrkande(y) %}{{ y.vem }}{% endmacro %}", encoding="utf-8"
    )
    with pytest.raises(MallFel, match=r"fraser.j2, rad 1: .*”vem”"):
        sentence_for(STATE, "y-1", KOMMUN, load_style("standard", tmp_path))


def test_a_stil_toml_that_cannot_be_read_is_named_with_its_row_in_swedish(tmp_path: Path) -> None:
    (tmp_path / "stil.toml").write_text('namn = "Ek"\nrubrik\n', encoding="utf-8")
    with pytest.raises(MallFel) as told:
        load_style("standard", tmp_path)
    assert "stil.toml, rad 2: Filen kan inte läsas." in str(told.value)
    assert "Expected" not in str(told.value)
