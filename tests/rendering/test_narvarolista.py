"""The list of who was there: what stands on it, and every form that a municipality prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import Deltagare, DeltagareSlag, Fas
from protokoll_tui.domain.narvaro import RorelseSlag as SL
from protokoll_tui.domain.paragraf import Ordforandeskap, Paragraf
from protokoll_tui.domain.reservation import Jav
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import update
from protokoll_tui.rendering import Rubrik, block_text, load_style, render_attendance
from protokoll_tui.rendering.write_text import document_text
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.narvaroexempel import KOMMUN, aktorer, helt, mote, p, rorelse, tj

STIL = load_style("standard")


def sections(
    state: Sammantrade, stil: str = "standard", extra: Path | None = None, kommun: Kommun = KOMMUN
) -> dict[str, list[str]]:
    """The lines of the list under each heading."""
    found: dict[str, list[str]] = {"": []}
    for block in render_attendance(state, kommun, load_style(stil, extra)).blocks:
        text = block_text(block).replace(NBSP, " ")
        if isinstance(block, Rubrik):
            found[text] = []
        else:
            found[list(found)[-1]] += text.split("\n")
    return found


def test_the_list_has_the_sections_of_a_front_page_in_order() -> None:
    assert sections(helt()) == {
        "": [],
        "Närvaro": ["Älvhamra kommun", "Kommunstyrelsen den 17 juni 2031"],
        "Plats och tid": [
            "Stora salen, Älvhamra kommunhus",
            "Tisdag 17 juni 2031 kl. 13.00–16.00, ajournering kl. 15.20–15.40",
            "Torsdag 19 juni 2031 kl. 13.00–16.30",
            "Det har prövats att alla som deltar ser och hör varandra och deltar på lika villkor.",
        ],
        "Beslutande": [
            "Anna Berg (M), ordförande, till och med § 114, del av § 115",
            "Cia Dahl (S), förste vice ordförande, till och med § 117",
            "Eva Falk (V), ej § 114 på grund av jäv",
            "Hans Peters (C), från och med § 113",
            "Bo Ek (-), på distans, ej punkt 2 i § 117 på grund av jäv",
        ],
        "Tjänstgörande ersättare": [
            "Nina Ek (M), tjänstgör i stället för Hans Peters (C), till och med § 112",
            "Nina Ek (M), tjänstgör i stället för Anna Berg (M), från och med § 115",
            "Ulla Lind (V), tjänstgör i stället för Eva Falk (V), § 114",
        ],
        "Ej tjänstgörande ersättare": ["Nina Ek (M), §§ 113–114", "Per Ö (S)"],
        "Övriga deltagare": [
            "Lotta Hagman, ekonomichef, §§ 114–115",
            "Olle Sand, rektor, § 116",
            "Stina Gren, kommunsekreterare",
        ],
        "Utses att justera": ["Eva Falk (V), §§ 112–115, 117–119", "Bo Ek (-), § 116"],
        "Justeringens plats och tid": [
            "På kommunkansliet den 24 juni 2031 kl. 09.30, §§ 112–115, 117–119",
            "Den 17 juni 2031, § 116",
        ],
        "Ordförande": ["Anna Berg (M), §§ 112–114, 118–119", "Cia Dahl (S), §§ 115–117"],
        "Paragrafer": ["§§ 112–119"],
        "Underskrifter": [
            f"Sekreterare {'_' * 30} Stina Gren",
            f"Ordförande {'_' * 30} Anna Berg (M), §§ 112–114, 118–119",
            f"Ordförande {'_' * 30} Cia Dahl (S), §§ 115–117",
            f"Justerare {'_' * 30} Eva Falk (V), §§ 112–115, 117–119",
            f"Justerare {'_' * 30} Bo Ek (-), § 116",
        ],
    }


def test_one_who_serves_at_the_points_of_a_jav_has_them_on_the_list() -> None:
    def jav(*punkter: int) -> Jav:
        return Jav(id="j-1", av=aktorer("ef"), punkter=punkter, tjanst=(tj("ul", "ef"),))

    def ulla(*paragrafer: Paragraf) -> str:
        (row,) = (
            row
            for row in sections(mote(*paragrafer))["Tjänstgörande ersättare"]
            if row.startswith("Ulla Lind (V), tjänstgör i stället för Eva Falk (V), ")
        )
        return row.partition("Eva Falk (V), ")[2]

    gone = rorelse(SL.GAR, "ef", tj("ul", "ef"), fas=Fas.UNDER)
    assert ulla(p(115), p(116, jav=(jav(2),))) == "punkt 2 i § 116"
    assert ulla(p(115), p(116, jav=(jav(3, 2),))) == "punkterna 2 och 3 i § 116"
    assert ulla(p(115, jav=(jav(1),)), p(116, jav=(jav(2),))) == "punkt 1 i § 115, punkt 2 i § 116"
    assert (
        ulla(p(115, jav=(jav(),)), p(116, jav=(jav(2),))) == "till och med § 115, punkt 2 i § 116"
    )
    assert ulla(p(115, jav=(jav(2),)), p(116, rorelse=(gone,))) == (
        "från och med § 116, punkt 2 i § 115"
    )


def test_the_style_nacka_has_its_headings() -> None:
    found = sections(helt(), "nacka")
    assert list(found)[3:] == [
        "BESLUTANDE",
        "ERSÄTTARE",
        "Övriga deltagare",
        "Utses att justera",
        "Justeringsdatum",
        "Ordförande",
        "Paragrafer",
        "Underskrifter",
    ]
    assert found["BESLUTANDE"][6] == (
        "Nina Ek (M), tjänstgör i stället för Anna Berg (M), från och med § 115"
    )
    assert found["Justeringsdatum"] == [
        "24 juni 2031, §§ 112–115, 117–119",
        "17 juni 2031, § 116",
    ]


def test_one_of_each_has_no_words_of_paragrafer() -> None:
    state = mote(
        p(112), p(113), justering=(Justering(id="k-1", justerare=("ef",), datum=date(2031, 6, 24)),)
    )
    found = sections(state)
    assert found["Utses att justera"] == ["Eva Falk (V)"]
    assert found["Justeringens plats och tid"] == ["Den 24 juni 2031"]
    assert found["Underskrifter"][1:] == [
        f"Ordförande {'_' * 30} Anna Berg (M)",
        f"Justerare {'_' * 30} Eva Falk (V)",
    ]
    assert "Ordförande" not in found


def test_the_same_justerare_of_two_justeringar_is_chosen_once_and_signs_twice() -> None:
    row = (
        Justering(id="k-1", justerare=("ef",), datum=date(2031, 6, 24)),
        Justering(id="k-2", justerare=("ef",), paragrafer=("p-113",), datum=date(2031, 6, 17)),
    )
    found = sections(mote(p(112), p(113), p(114), justering=row))
    assert found["Utses att justera"] == ["Eva Falk (V)"]
    assert found["Justeringens plats och tid"] == [
        "Den 24 juni 2031, §§ 112, 114",
        "Den 17 juni 2031, § 113",
    ]
    assert found["Underskrifter"][2:] == [
        f"Justerare {'_' * 30} Eva Falk (V), §§ 112, 114",
        f"Justerare {'_' * 30} Eva Falk (V), § 113",
    ]


def test_another_who_signs_for_the_chair_is_on_the_line() -> None:
    signing = Justering(id="k-1", justerare=("ef",), paragrafer=("p-113",), ordforande="cd")
    lines = sections(mote(p(112), p(113), justering=(signing,)))["Underskrifter"]
    assert lines[1:3] == [
        f"Ordförande {'_' * 30} Anna Berg (M), § 112",
        f"Ordförande {'_' * 30} Cia Dahl (S), § 113",
    ]


def test_a_chair_for_several_paragrafer_signs_for_them() -> None:
    held = Ordforandeskap(id="o-1", vem="cd", till_paragraf="p-114")
    found = sections(mote(p(112), p(113, ordforandeskap=(held,)), p(114), p(115)))
    assert found["Ordförande"] == ["Anna Berg (M), §§ 112, 115", "Cia Dahl (S), §§ 113–114"]


def test_a_meeting_before_its_first_item_lists_those_of_the_upprop() -> None:
    found = sections(mote())
    assert len(found["Beslutande"]) == 4
    assert found["Tjänstgörande ersättare"] == [
        "Nina Ek (M), tjänstgör i stället för Hans Peters (C)"
    ]
    assert found["Ej tjänstgörande ersättare"] == ["Per Ö (S)"]
    assert "Paragrafer" not in found


def test_without_an_upprop_every_ledamot_is_listed() -> None:
    found = sections(replace(mote(p(112)), tjanstgor=(), ej_tjanstgor=()))
    assert len(found["Beslutande"]) == 5
    assert "Tjänstgörande ersättare" not in found


def test_a_municipality_without_persons_has_a_list_that_says_so() -> None:
    found = sections(Sammantrade(id="m-1", organ="ks"), kommun=Kommun())
    assert found["Beslutande"] == ["(inte registrerat)"]
    assert found["Underskrifter"] == [
        f"{who} {'_' * 30}" for who in ("Sekreterare", "Ordförande", "Justerare")
    ]


def test_signatures_nobody_knows_stand_as_written_and_are_flagged() -> None:
    state = replace(mote(p(112)), tjanstgor=(tj("ab"), tj("zz", "yy")), ej_tjanstgor=("xx",))
    made = render_attendance(state, KOMMUN, STIL)
    # The seat yy is none: zz sits on one that is empty, and the checks tell of it (R196).
    assert {flag.nyckel for flag in made.flaggor} == {"zz", "xx"}
    found = sections(state)
    assert found["Tjänstgörande ersättare"] == ["zz, tjänstgör i stället för Cia Dahl (S)"]
    assert found["Ej tjänstgörande ersättare"] == ["xx"]


def test_an_ersattare_on_a_vacant_seat_replaces_nobody() -> None:
    state = replace(mote(p(112)), tjanstgor=(tj("ab"), tj("ul", "vakant")))
    assert sections(state)["Tjänstgörande ersättare"] == [
        "Ulla Lind (V), tjänstgör på en vakant plats"
    ]


def test_the_reason_for_jav_in_a_secret_paragraf_is_not_told() -> None:
    jav = (Jav(id="j-1", av=aktorer("ef")),)
    found = sections(mote(p(112), p(113, sekretess=True, jav=jav)))
    assert "Eva Falk (V), ej § 113" in found["Beslutande"]


def test_in_fullmaktige_a_javig_ersattare_is_still_there() -> None:
    jav = (Jav(id="j-1", av=aktorer("pö")),)
    for organ, there in (("kf", ["Per Ö (S)"]), ("ks", ["Per Ö (S), till och med § 112"])):
        state = mote(p(112), p(113, jav=jav), organ=organ)
        assert sections(state)["Ej tjänstgörande ersättare"] == there


def test_an_item_without_a_number_is_counted_but_not_named() -> None:
    gone = rorelse(SL.GAR, "ef", fas=Fas.EFTER)
    found = sections(mote(p(112), p(113, rorelse=(gone,)), p(None)))
    assert "Eva Falk (V), till och med § 113" in found["Beslutande"]
    assert found["Paragrafer"] == ["§§ 112–113"]


def test_somebody_elected_who_presents_an_item_is_no_guest() -> None:
    state = mote(p(112, foredragande=("cd", "Nina Ek", "Lotta Hagman, ekonomichef", "lh")))
    assert sections(state)["Övriga deltagare"] == [
        "Lotta Hagman, ekonomichef",
        "Stina Gren, kommunsekreterare",
    ]


def test_a_guest_without_a_title_is_told_as_what_he_is() -> None:
    guests = (
        Deltagare(id="v-2", vem="Bo Ny", titel="konsult", till="p-112", distans=True),
        Deltagare(id="v-3", vem="Siv Sy"),
    )
    late = p(113, deltagare=(Deltagare(id="v-1", vem="Rut Al", slag=DeltagareSlag.REVISOR),))
    assert sections(mote(p(112), late, deltagare=guests))["Övriga deltagare"] == [
        "Bo Ny, konsult, till och med § 112, på distans",
        "Siv Sy",
        "Rut Al, revisor, från och med § 113",
        "Stina Gren, kommunsekreterare",
    ]


HOSTILE = "</p><script>alert(1)</script> {{ 7*7 }} ==x"


def test_names_titles_and_places_are_never_part_of_the_template() -> None:
    persons = tuple(replace(who, namn=HOSTILE, titel=HOSTILE) for who in KOMMUN.person)
    whole = replace(helt(), plats=HOSTILE)
    guest: Any = {"deltagare": (Deltagare(id="v-1", vem=HOSTILE),)}
    state = update(whole, whole.paragraf[0].id, lambda item: replace(item, **guest))
    made = render_attendance(state, replace(KOMMUN, namn=HOSTILE, person=persons), STIL)
    assert document_text(made, width=500).count(HOSTILE) > 10


# Every form of the municipality profiles, as a folder laid over standard


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes own files over a style."""

    def write(fraser: str = "", stil: str = "", **delar: str) -> Path:
        (tmp_path / "delar").mkdir()
        (tmp_path / "fraser.j2").write_text(fraser, encoding="utf-8")
        (tmp_path / "stil.toml").write_text(stil, encoding="utf-8")
        for name, text in delar.items():
            (tmp_path / "delar" / f"{name}.html.j2").write_text(text, encoding="utf-8")
        return tmp_path

    return write


FOR_VEM = [
    ("ersätter {x}", "Nina Ek (M), ersätter Hans Peters (C)"),
    ("tjg för {x}", "Nina Ek (M), tjg för Hans Peters (C)"),
    ("tjänstgör för {x}", "Nina Ek (M), tjänstgör för Hans Peters (C)"),
    ("tjänstgör istället för {x}", "Nina Ek (M), tjänstgör istället för Hans Peters (C)"),
    ("ersättare för {x}", "Nina Ek (M), ersättare för Hans Peters (C)"),
    ("för {x}", "Nina Ek (M), för Hans Peters (C)"),
    ("ers: {x}", "Nina Ek (M), ers: Hans Peters (C)"),
]


@pytest.mark.parametrize(("words", "expected"), FOR_VEM)
def test_for_whom_one_serves_is_one_macro(
    folder: Callable[..., Path], words: str, expected: str
) -> None:
    own = words.replace("{x}", "{{ namn(b.for_vem) }}")
    extra = folder(f"{{% macro ersatter(b) %}}{own}{{% endmacro %}}")
    assert sections(mote(p(112)), extra=extra)["Tjänstgörande ersättare"] == [expected]


def test_the_ersattare_before_the_one_replaced(folder: Callable[..., Path]) -> None:
    extra = folder(
        "{% macro tjanstgorande(b) %}{{ namn(b.vem) }} för {{ namn(b.for_vem) }}"
        "{{ f.anmarkningar(b) }}{% endmacro %}"
    )
    assert sections(helt(), extra=extra)["Tjänstgörande ersättare"][2] == (
        "Ulla Lind (V) för Eva Falk (V), § 114"
    )


@pytest.mark.parametrize(
    ("field", "expected"), [("paragrafer", "§§ 115–119"), ("nummer", "115–119")]
)
def test_paragrafer_are_spans_with_and_without_the_sign(
    folder: Callable[..., Path], field: str, expected: str
) -> None:
    own = "{% macro nar_tjanst(s) %}{% if not s.alla %} {{ s.FALT }}{% endif %}{% endmacro %}"
    extra = folder(own.replace("FALT", field))
    assert sections(helt(), extra=extra)["Tjänstgörande ersättare"][1] == (
        f"Nina Ek (M), tjänstgör i stället för Anna Berg (M) {expected}"
    )


PARTIER = [
    ('parti = "komma"', "Anna Berg, M"),
    ("parti_gemener = true", "Anna Berg (m)"),
    ('parti = "komma"\nparti_gemener = true', "Anna Berg, m"),
]


@pytest.mark.parametrize(("stil", "expected"), PARTIER)
def test_the_party_is_written_as_the_style_says(
    folder: Callable[..., Path], stil: str, expected: str
) -> None:
    found = sections(mote(p(112)), extra=folder(stil=stil))
    assert found["Beslutande"][0] == f"{expected}, ordförande"


def test_the_party_stands_before_the_name_in_a_column(folder: Callable[..., Path]) -> None:
    extra = folder(
        lista_beslutande="<h2>Beslutande</h2><table>{% for b in n.ledamoter %}<tr>"
        "<td>{{ b.vem.parti }}</td><td>{{ b.vem.namn }}</td></tr>{% endfor %}</table>"
    )
    assert sections(mote(p(112)), extra=extra)["Beslutande"][:4] == [
        "M",
        "Anna Berg",
        "S",
        "Cia Dahl",
    ]


def test_ersattare_are_starred_and_times_stand_for_paragrafer(folder: Callable[..., Path]) -> None:
    extra = folder(
        "{% macro beslutande(b) %}{{ namn(b.vem) }}{{ f.klockan(b) }}{% endmacro %}"
        "{% macro tjanstgorande(b) %}*{{ namn(b.vem) }}{{ f.klockan(b) }}{% endmacro %}"
        "{% macro klockan(b) %}{% if b.kom %} från {{ b.kom }}{% endif %}"
        "{% if b.gick %} till {{ b.gick }}{% endif %}{% endmacro %}"
    )
    found = sections(helt(), extra=extra)
    assert found["Beslutande"][0] == "Anna Berg (M) till kl. 14.02"
    assert found["Beslutande"][3] == "Hans Peters (C) från kl. 13.40"
    assert found["Tjänstgörande ersättare"][0] == "*Nina Ek (M)"


def test_codes_in_a_table_tell_who_is_there_and_who_serves(folder: Callable[..., Path]) -> None:
    extra = folder(
        lista_beslutande="<h2>Närvarande</h2><table>{% for b in n.valda %}<tr>"
        "<td>{{ b.vem.namn }}</td><td>{{ f.kod(b) }}</td></tr>{% endfor %}</table>",
        fraser="{% macro kod(b) %}{% if not b.narvarande %}–{% elif not b.tjanstgor %}N"
        "{% elif b.for_vem %}T{% else %}X{% endif %}{% endmacro %}",
    )
    cells = sections(mote(p(112)), extra=extra)["Närvarande"]
    assert dict(zip(cells[::2], cells[1::2], strict=True)) == {
        "Anna Berg": "X",
        "Cia Dahl": "X",
        "Eva Falk": "X",
        "Hans Peters": "–",
        "Bo Ek": "X",
        "Nina Ek": "T",
        "Per Ö": "N",
        "Ulla Lind": "–",
    }


def test_at_a_distance_is_via_link(folder: Callable[..., Path]) -> None:
    extra = folder("{% macro pa_distans_lista(s) %}{% if s %} via länk{% endif %}{% endmacro %}")
    state = mote(p(112), distans=("bo",))
    assert sections(state, extra=extra)["Beslutande"][-1] == "Bo Ek (-) via länk"


def test_who_came_late_is_told_in_prose(folder: Callable[..., Path]) -> None:
    extra = folder(
        "{% macro beslutande(b) %}{{ namn(b.vem) }}{% if b.spann.fran %}, infinner sig efter "
        "ärendet {{ b.spann.efter }}{% if b.ersatt_av %}, dessförinnan ersatt av "
        "{{ namn(b.ersatt_av) }}{% endif %}{% endif %}{% endmacro %}"
    )
    assert sections(helt(), extra=extra)["Beslutande"][3] == (
        "Hans Peters (C), infinner sig efter ärendet § 112, dessförinnan ersatt av Nina Ek (M)"
    )


def test_those_of_a_party_stand_together(folder: Callable[..., Path]) -> None:
    extra = folder(
        lista_beslutande="<h2>I avgörandet</h2><p>{% for g in n.partier %}"
        '{% if not loop.first %}; {% endif %}{{ g.personer|map(attribute="namn")|list|lista }} '
        "({{ 'alla ' if g.personer|length > 1 }}{{ g.parti }}){% endfor %}</p>"
    )
    assert sections(mote(p(112)), extra=extra)["I avgörandet"] == [
        "Anna Berg och Nina Ek (alla M); Cia Dahl (S); Eva Falk (V); Bo Ek (-)"
    ]


def test_jav_is_told_in_short(folder: Callable[..., Path]) -> None:
    extra = folder("{% macro ej_jav(j) %}ej {{ j.nummer }} pga jäv{% endmacro %}")
    assert sections(helt(), extra=extra)["Beslutande"][2] == "Eva Falk (V), ej 114 pga jäv"


def test_headings_in_capitals_and_an_order_of_its_own(folder: Callable[..., Path]) -> None:
    extra = folder(
        stil='narvarolista = ["lista_paragrafer", "lista_beslutande"]\n'
        '[rubriker]\nlista_beslutande = "BESLUTANDE"\nlista_paragrafer = "PARAGRAFER"\n'
    )
    assert list(sections(mote(p(112)), extra=extra))[2:] == ["PARAGRAFER", "BESLUTANDE"]


def test_a_time_of_day_stands_by_each_day(folder: Callable[..., Path]) -> None:
    state = mote(p(112), start=time(9), plats="Salen")
    assert sections(state)["Plats och tid"] == ["Salen", "Tisdag 17 juni 2031 från kl. 09.00"]
