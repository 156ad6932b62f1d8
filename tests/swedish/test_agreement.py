"""Which participle fits which noun phrase."""

import pytest

from protokoll_tui.swedish.agreement import Gender, adjective, agree, gender_of, participle
from protokoll_tui.swedish.verbs import MissingForm

N, T, PL = Gender.N, Gender.T, Gender.PL


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("motionen", "besvarad"),
        ("medborgarförslaget", "besvarat"),
        ("motionerna", "besvarade"),
        ("interpellationen", "besvarad"),
        ("skrivelserna", "besvarade"),
        ("medborgarförslagen", "besvarade"),
    ],
)
def test_the_participle_fits_the_noun(phrase: str, expected: str) -> None:
    assert agree("besvara", phrase) == expected


@pytest.mark.parametrize(
    ("key", "forms"),
    [
        ("avslå", ("avslagen", "avslaget", "avslagna")),
        ("bifalla", ("bifallen", "bifallet", "bifallna")),
        ("justera", ("justerad", "justerat", "justerade")),
        ("ta tillbaka", ("tillbakatagen", "tillbakataget", "tillbakatagna")),
        ("ersätta", ("ersatt", "ersatt", "ersatta")),
    ],
)
def test_a_participle_has_three_forms(key: str, forms: tuple[str, str, str]) -> None:
    assert tuple(participle(key, gender) for gender in (N, T, PL)) == forms


def test_a_verb_without_participle_says_so() -> None:
    with pytest.raises(MissingForm, match=r"instämma.*particip"):
        participle("instämma", N)


def test_an_adjective_has_three_forms() -> None:
    forms = [adjective("beslutsför", gender) for gender in (N, T, PL)]
    assert forms == ["beslutsför", "beslutsfört", "beslutsföra"]


NOUNS = [
    *[(word, N) for word in ("motion", "skrivelse", "rekommendation", "rapport", "begäran")],
    *[(word, T) for word in ("ärende", "förslag", "medborgarförslag", "yttrande", "beslut")],
    *[(word, PL) for word in ("motioner", "ärenden", "yrkanden", "förslagen", "ärendena")],
]

COMPOUNDS = [
    ("kunskapsstyrningsrapport", N),
    ("delegationsordningen", N),
    ("tilläggsyrkandet", T),
    ("återremissyrkanden", PL),
    ("fyllnadsvalet", T),
    ("årsbokslutet", T),
]

HEADS = [
    ("arbetsutskottets förslag", T),
    ("Anna Bergs yrkande", T),
    ("Anna Bergs och Bo Eks yrkande", T),
    ("yrkandet om återremisserna", T),
    ("Motionen om medborgarförslag", N),
    ("det ändrade yrkandet", T),
    ("ordförandens rapport till fullmäktige", N),
    ("punkt 1", N),
    ("förslag 2", T),
    ("motionen 2031:4", N),
]

SEVERAL = [
    "motionen och skrivelsen",
    "punkt 1 och 2",
    "punkterna 1 och 3",
    "två förslag",
    "2 förslag",
    "samtliga förslag",
    "de två motionerna",
    "Cia Dahl och Eva Falk",
]

BY_ENDING = [
    ("stugan", N),
    ("cykelbanan", N),
    ("verksamheten", N),
    ("verksamhet", N),
    ("torget", T),
    ("schemat", T),
    ("lekparkerna", PL),
    ("ett torg", T),
    ("en park", N),
    ("festival", N),
    ("Anna Nordlander", N),
    ("", N),
]


@pytest.mark.parametrize(("phrase", "gender"), NOUNS)
def test_a_noun_of_the_field_is_known(phrase: str, gender: Gender) -> None:
    assert gender_of(phrase) is gender


@pytest.mark.parametrize(("phrase", "gender"), COMPOUNDS)
def test_a_compound_is_known_by_its_last_part(phrase: str, gender: Gender) -> None:
    assert gender_of(phrase) is gender


@pytest.mark.parametrize(("phrase", "gender"), HEADS)
def test_a_phrase_agrees_with_its_head(phrase: str, gender: Gender) -> None:
    assert gender_of(phrase) is gender


@pytest.mark.parametrize("phrase", SEVERAL)
def test_several_things_are_a_plural(phrase: str) -> None:
    assert gender_of(phrase) is PL


@pytest.mark.parametrize(("phrase", "gender"), BY_ENDING)
def test_an_unknown_noun_is_read_by_determiner_ending_or_as_an_en_word(
    phrase: str, gender: Gender
) -> None:
    assert gender_of(phrase) is gender
