"""The nouns and adjectives of a municipal protocol as data, for agreement.

A noun row is `singular, definite singular, plural, definite plural`; `-` is not used. Compounds
are found by their last part and need no row. An adjective row is the form with an en-word, an
ett-word and a plural.
"""

COMMON_NOUNS = """
motion motionen motioner motionerna
skrivelse skrivelsen skrivelser skrivelserna
rekommendation rekommendationen rekommendationer rekommendationerna
interpellation interpellationen interpellationer interpellationerna
rapport rapporten rapporter rapporterna
fråga frågan frågor frågorna
punkt punkten punkter punkterna
paragraf paragrafen paragrafer paragraferna
reservation reservationen reservationer reservationerna
anteckning anteckningen anteckningar anteckningarna
redovisning redovisningen redovisningar redovisningarna
överläggning överläggningen överläggningar överläggningarna
omröstning omröstningen omröstningar omröstningarna
handling handlingen handlingar handlingarna
ordning ordningen ordningar ordningarna
återremiss återremissen återremisser återremisserna
remiss remissen remisser remisserna
kallelse kallelsen kallelser kallelserna
avsägelse avsägelsen avsägelser avsägelserna
ansökan ansökan ansökningar ansökningarna
anmälan anmälan anmälningar anmälningarna
begäran begäran - -
avgift avgiften avgifter avgifterna
skrift skriften skrifter skrifterna
taxa taxan taxor taxorna
budget budgeten budgetar budgetarna
plan planen planer planerna
policy policyn policyer policyerna
riktlinje riktlinjen riktlinjer riktlinjerna
strategi strategin strategier strategierna
stadga stadgan stadgar stadgarna
insats insatsen insatser insatserna
tjänst tjänsten tjänster tjänsterna
rätt rätten rätter rätterna
plats platsen platser platserna
post posten poster posterna
bilaga bilagan bilagor bilagorna
röst rösten röster rösterna
valsedel valsedeln valsedlar valsedlarna
lista listan listor listorna
nämnd nämnden nämnder nämnderna
styrelse styrelsen styrelser styrelserna
förvaltning förvaltningen förvaltningar förvaltningarna
kommun kommunen kommuner kommunerna
beredning beredningen beredningar beredningarna
grupp gruppen grupper grupperna
ledamot ledamoten ledamöter ledamöterna
ersättare ersättaren ersättare ersättarna
justerare justeraren justerare justerarna
revisor revisorn revisorer revisorerna
ordförande ordföranden ordförande ordförandena
person personen personer personerna
"""

NEUTER_NOUNS = """
ärende ärendet ärenden ärendena
förslag förslaget förslag förslagen
yttrande yttrandet yttranden yttrandena
yrkande yrkandet yrkanden yrkandena
instämmande instämmandet instämmanden instämmandena
beslut beslutet beslut besluten
protokoll protokollet protokoll protokollen
avtal avtalet avtal avtalen
uppdrag uppdraget uppdrag uppdragen
utdrag utdraget utdrag utdragen
underlag underlaget underlag underlagen
bokslut bokslutet bokslut boksluten
reglemente reglementet reglementen reglementena
program programmet program programmen
svar svaret svar svaren
bidrag bidraget bidrag bidragen
lån lånet lån lånen
anslag anslaget anslag anslagen
belopp beloppet belopp beloppen
- - medel medlen
val valet val valen
fyllnadsval fyllnadsvalet fyllnadsval fyllnadsvalen
köp köpet köp köpen
tillägg tillägget tillägg tilläggen
utskott utskottet utskott utskotten
bolag bolaget bolag bolagen
råd rådet råd råden
parti partiet partier partierna
sammanträde sammanträdet sammanträden sammanträdena
dokument dokumentet dokument dokumenten
register registret register registren
papper papperet papper papperen
nummer numret nummer numren
område området områden områdena
resultat resultatet resultat resultaten
villkor villkoret villkor villkoren
initiativ initiativet initiativ initiativen
"""

ADJECTIVES = """
jävig jävigt jäviga
närvarande närvarande närvarande
frånvarande frånvarande frånvarande
beslutsför beslutsfört beslutsföra
enig enigt eniga
vakant vakant vakanta
tom tomt tomma
blank blankt blanka
ogiltig ogiltigt ogiltiga
sluten slutet slutna
öppen öppet öppna
"""

PREPOSITIONS = """
om från till av för i på över mellan med mot enligt under inom kring efter att som
angående avseende gällande rörande beträffande
"""

# One line per gender: en-words, ett-words, plurals.
DETERMINERS = """
en den denna
ett det detta
de dessa alla samtliga övriga flera båda många några två tre fyra fem sex sju åtta nio tio elva tolv
"""
