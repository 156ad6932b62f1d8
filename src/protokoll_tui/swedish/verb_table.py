"""The verbs of a municipal protocol as data: one row per verb and pattern.

A row is `key | forms | participles | pattern`.

- forms: infinitive, present, past, supine. A lone infinitive is regular (besluta, beslutar,
  beslutade, beslutat). A leading `!` says that the verb has no s-passive.
- participles: with an en-word, an ett-word and a plural. `=` is regular, `-` is none.
- pattern: what stands around the verb, with slots; ` / ` parts alternatives.
"""

from dataclasses import dataclass
from types import MappingProxyType

DECIDING = """
besluta | besluta | = | att {sats} / {obj}
besluta om | besluta | = | om {obj}
föreslå | föreslå föreslår föreslog föreslagit | \
föreslagen föreslaget föreslagna | att {sats} / {obj}
anta | anta antar antog antagit | antagen antaget antagna | {obj}
avslå | avslå avslår avslog avslagit | avslagen avslaget avslagna | {obj}
bifalla | bifalla bifaller biföll bifallit | bifallen bifallet bifallna | {obj}
återremittera | återremittera | = | {obj} till {mottagare} för att {sats}
bordlägga | bordlägga bordlägger bordlade bordlagt | \
bordlagd bordlagt bordlagda | {obj} till {sammanträde}
remittera | remittera | = | {obj} till {mottagare} för {ändamål}
godkänna | godkänna godkänner godkände godkänt | godkänd godkänt godkända | {obj}
fastställa | fastställa fastställer fastställde fastställt | \
fastställd fastställt fastställda | {obj}
uppdra åt | uppdra uppdrar uppdrog uppdragit | - | åt {mottagare} att {sats}
ge i uppdrag | ge ger gav gett | given givet givna | {mottagare} i uppdrag att {sats}
få i uppdrag | !få får fick fått | - | i uppdrag att {sats}
notera | notera | = | {obj}
lägga till handlingarna | lägga lägger lade lagt | lagd lagt lagda | {obj} till handlingarna
lägga fram | lägga lägger lade lagt | framlagd framlagt framlagda | fram {obj}
anse | anse anser ansåg ansett | ansedd ansett ansedda | {obj} vara {particip}
besvara | besvara | = | {obj}
bevilja | bevilja | = | {obj}
utse | utse utser utsåg utsett | utsedd utsett utsedda | {person} till {uppdrag} / att {sats}
välja | välja väljer valde valt | vald valt valda | {person} till {uppdrag} efter {person2}
befria | befria | = | {person} från uppdraget som {uppdrag}
entlediga | entlediga | = | {person} från {uppdrag}
lotta | lotta | = | mellan {person} och {person2}
delegera | delegera | = | {obj} till {mottagare}
bemyndiga | bemyndiga | = | {mottagare} att {sats}
överlämna | överlämna | = | {obj} till {mottagare}
överlåta | överlåta överlåter överlät överlåtit | \
överlåten överlåtet överlåtna | {obj} till/åt {mottagare}
hänskjuta | hänskjuta hänskjuter hänsköt hänskjutit | \
hänskjuten hänskjutet hänskjutna | {obj} till {mottagare}
tillstyrka | tillstyrka tillstyrker tillstyrkte tillstyrkt | \
tillstyrkt tillstyrkt tillstyrkta | {obj}
avstyrka | avstyrka avstyrker avstyrkte avstyrkt | avstyrkt avstyrkt avstyrkta | {obj}
avskriva | avskriva avskriver avskrev avskrivit | \
avskriven avskrivet avskrivna | {obj} från vidare handläggning
skriva av | skriva skriver skrev skrivit | avskriven avskrivet avskrivna | av {obj}
uppdra | uppdra uppdrar uppdrog uppdragit | - | åt {mottagare} att {sats}
lägga | lägga lägger lade lagt | lagd lagt lagda | {obj}
skriva | skriva skriver skrev skrivit | skriven skrivet skrivna | {obj}
behandla | behandla | = | {obj}
avvisa | avvisa | = | {obj}
"""

MONEY = """
anvisa | anvisa | = | {belopp} till {ändamål}
anslå medel | anslå anslår anslog anslagit | anslagen anslaget anslagna | {belopp} till {ändamål}
anslå på anslagstavlan | anslå anslår anslog anslagit | \
anslagen anslaget anslagna | {obj} på anslagstavlan
tillkännage | tillkännage tillkännager tillkännagav tillkännagett | \
tillkännagiven tillkännagivet tillkännagivna | {obj} på anslagstavlan
avsätta | avsätta avsätter avsatte avsatt | avsatt avsatt avsatta | {belopp} till {ändamål}
finansiera | finansiera | = | {obj} genom/med {källa}
anslå | anslå anslår anslog anslagit | anslagen anslaget anslagna | {obj}
"""

CHANGING = """
upphäva | upphäva upphäver upphävde upphävt | upphävd upphävt upphävda | {obj}
upphöra | !upphöra upphör upphörde upphört | - | att gälla
gälla | !gälla gäller gällde gällt | - | från och med {datum}
ändra | ändra | = | {obj} till {text}
revidera | revidera | = | {obj}
komplettera | komplettera | = | {obj} med {text}
stryka | stryka stryker strök strukit | struken struket strukna | {obj}
jämka | jämka | = | {obj}
lyda | !lyda lyder lydde lytt | - | {text}
"""

SPEAKING = """
yttra sig | !yttra | - | sig i/över {obj}
avge | avge avger avgav avgett | avgiven avgivet avgivna | yttrande till {mottagare}
uttala | uttala | = | att {sats}
informera | informera | = | om {obj}
föredra | föredra föredrar föredrog föredragit | föredragen föredraget föredragna | {obj}
redovisa | redovisa | = | {obj}
väcka | väcka väcker väckte väckt | väckt väckt väckta | {obj}
yrka | yrka | = | bifall till {obj} / avslag på {obj} / att {sats}
instämma | !instämma instämmer instämde instämt | - | i {obj}
biträda | biträda biträder biträdde biträtt | biträdd biträtt biträdda | {obj}
ta tillbaka | ta tar tog tagit | tillbakatagen tillbakataget tillbakatagna | tillbaka {obj}
ta upp | ta tar tog tagit | upptagen upptaget upptagna | upp {obj}
ta del av | ta tar tog tagit | - | del av {obj}
enas | !enas enas enades enats | - | om {obj}
yttra | yttra | = | {obj}
ta | ta tar tog tagit | tagen taget tagna | {obj}
återkalla | återkalla | = | {obj}
svara | svara | = | att {sats}
hänvisa | hänvisa | = | till {obj}
innebära | !innebära innebär innebar inneburit | - | att {sats}
leda | leda leder ledde lett | ledd lett ledda | till {obj}
strida | !strida strider stred stridit | - | mot {obj}
"""

PUTTING = """
ställa proposition | ställa ställer ställde ställt | ställd ställt ställda | proposition på {obj}
ställa mot | ställa ställer ställde ställt | ställd ställt ställda | {obj} mot {obj2}
ställa sig bakom | !ställa ställer ställde ställt | - | sig bakom {obj}
pröva | pröva | = | {obj}
fråga | !fråga | - | om {fråga}
finna | !finna finner fann funnit | - | att {sats}
finnas | !finnas finns fanns funnits | - | {obj}
konstatera | konstatera | = | att {sats}
avgöra | avgöra avgör avgjorde avgjort | avgjord avgjort avgjorda | {obj} i dag
begära | begära begär begärde begärt | begärd begärt begärda | omröstning / att {sats}
rösta | !rösta | - | ja / nej / för {obj}
avstå | !avstå avstår avstod avstått | - | från att rösta
falla | !falla faller föll fallit | fallen fallet fallna |
delta | !delta deltar deltog deltagit | - | i {obj}
ställa | ställa ställer ställde ställt | ställd ställt ställda | {obj}
framgå | !framgå framgår framgick framgått | - | av {obj}
"""

AFTERWARDS = """
verkställa | verkställa verkställer verkställde verkställt | \
verkställd verkställt verkställda | {obj}
reservera sig | !reservera | - | sig mot {obj} till förmån för {obj2}
anteckna | anteckna | = | {obj} till protokollet
låta anteckna | !låta låter lät låtit | - | anteckna {text} till protokollet
medge | medge medger medgav medgett | medgiven medgivet medgivna | {obj}
anmäla | anmäla anmäler anmälde anmält | anmäld anmält anmälda | {obj}
lämna | lämna | = | {obj}
reservera | reservera | = | {obj}
låta | !låta låter lät låtit | - | {sats}
lämna in | lämna | inlämnad inlämnat inlämnade | in {obj}
underteckna | underteckna | = | {obj}
granska | granska | = | {obj}
"""

MEETING = """
träda in | !träda träder trädde trätt | - | in för {person}
tjänstgöra | !tjänstgöra tjänstgör tjänstgjorde tjänstgjort | - | för / i stället för {person}
ersätta | ersätta ersätter ersatte ersatt | ersatt ersatt ersatta | {person}
ajournera | ajournera | = | {obj} kl. {tid}–{tid2}
öppna | öppna | = | {obj}
inleda | inleda inleder inledde inlett | inledd inlett inledda | {obj}
avsluta | avsluta | = | {obj}
utgå | !utgå utgår utgick utgått | - |
träda | !träda träder trädde trätt | - | {riktning}
komma | !komma kommer kom kommit | - | kl. {tid}
gå | !gå går gick gått | - | kl. {tid}
förlora | förlora | = | {obj}
ansluta | ansluta ansluter anslöt anslutit | ansluten anslutet anslutna | till {obj}
hålla | hålla håller höll hållit | hållen hållet hållna | {obj}
kalla | kalla | = | {person} till {obj}
sammanträda | !sammanträda sammanträder sammanträdde sammanträtt | - |
avbryta | avbryta avbryter avbröt avbrutit | avbruten avbrutet avbrutna | {obj}
återuppta | återuppta återupptar återupptog återupptagit | \
återupptagen återupptaget återupptagna | {obj}
"""

PLAIN = """
förbli | !förbli förblir förblev förblivit | - | {predikativ}
bli | !bli blir blev blivit | - | {predikativ}
vara | !vara är var varit | - | {predikativ}
ha | !ha har hade haft | - | {obj}
ge (resultat) | ge ger gav gett | given givet givna | {n} ja-röster och {m} nej-röster
få (röster) | !få får fick fått | - | {n} röster
ge | ge ger gav gett | given givet givna | {obj}
få | !få får fick fått | - | {obj}
kvarstå | !kvarstå kvarstår kvarstod kvarstått | - |
sakna | sakna | = | {obj}
ska | !skola ska skulle skolat | - | {infinitiv}
vilja | !vilja vill ville velat | - | {infinitiv}
kunna | !kunna kan kunde kunnat | - | {infinitiv}
böra | !böra bör borde bort | - | {infinitiv}
måste | !måste måste måste måst | - | {infinitiv}
behöva | behöva behöver behövde behövt | behövd behövt behövda | {infinitiv}
"""

OUTWARD = """
visa | visa | = | {obj} / att {sats}
justera | justera | = | {obj}
förklara | förklara | = | {obj} omedelbart {particip}
bekräfta | bekräfta | = | {obj}
stå | !stå står stod stått | - | i {obj}
expediera | expediera | = | {obj} till {mottagare}
skicka | skicka | = | {obj} till {mottagare}
vidarebefordra | vidarebefordra | = | {obj} till {mottagare}
meddela | meddela | = | {obj} / att {sats}
återkomma | !återkomma återkommer återkom återkommit | - | med {obj} / till {organ} senast {datum}
rekommendera | rekommendera | = | {mottagare} att {sats}
ansöka | !ansöka ansöker ansökte ansökt | - | om {obj}
teckna | teckna | = | avtal med {part}
ingå | ingå ingår ingick ingått | ingången ingånget ingångna | avtal med {part}
säga upp | säga säger sade sagt | uppsagd uppsagt uppsagda | upp {obj}
sälja | sälja säljer sålde sålt | såld sålt sålda | {obj} till {part}
förvärva | förvärva | = | {obj} från {part}
förlänga | förlänga förlänger förlängde förlängt | \
förlängd förlängt förlängda | {obj} till och med {datum}
inrätta | inrätta | = | {obj}
avveckla | avveckla | = | {obj}
fullgöra | fullgöra fullgör fullgjorde fullgjort | fullgjord fullgjort fullgjorda | {obj}
överklaga | överklaga | = | {obj}
säga | säga säger sade sagt | sagd sagt sagda | {obj}
publicera | publicera | = | {obj}
vinna | vinna vinner vann vunnit | vunnen vunnet vunna | {obj}
"""


@dataclass(frozen=True)
class Verb:
    """All forms of one verb. An empty form is not used in Swedish."""

    key: str
    infinitive: str
    present: str
    past: str
    supine: str
    passive_infinitive: str
    passive_present: str
    passive_past: str
    passive_supine: str
    participles: tuple[str, str, str] | None
    pattern: str


def _active(forms: list[str]) -> tuple[str, str, str, str]:
    if len(forms) == 1:
        stem = forms[0]
        return stem, f"{stem}r", f"{stem}de", f"{stem}t"
    infinitive, present, past, supine = forms
    return infinitive, present, past, supine


def _passive_present(infinitive: str, present: str) -> str:
    if present == f"{infinitive}r":
        return f"{infinitive}s"
    return f"{present.removesuffix('er')}s"


def _participles(cell: str, infinitive: str) -> tuple[str, str, str] | None:
    if cell == "-":
        return None
    if cell == "=":
        return f"{infinitive}d", f"{infinitive}t", f"{infinitive}de"
    common, neuter, plural = cell.split()
    return common, neuter, plural


def _parse(row: str) -> Verb:
    key, forms, participles, pattern = (cell.strip() for cell in row.split("|"))
    infinitive, present, past, supine = _active(forms.removeprefix("!").split())
    passives = (
        ("", "", "", "")
        if forms.startswith("!")
        else (f"{infinitive}s", _passive_present(infinitive, present), f"{past}s", f"{supine}s")
    )
    return Verb(
        key,
        infinitive,
        present,
        past,
        supine,
        *passives,
        participles=_participles(participles, infinitive),
        pattern=pattern,
    )


_TABLES = (DECIDING, MONEY, CHANGING, SPEAKING, PUTTING, AFTERWARDS, MEETING, PLAIN, OUTWARD)
VERBS = MappingProxyType(
    {verb.key: verb for table in _TABLES for verb in map(_parse, table.strip().splitlines())}
)
