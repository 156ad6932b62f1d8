"""What the command line says."""

from __future__ import annotations

USAGE = "Så skrivs det: "
USAGE_ALL = "protokoll [MAPP eller FIL] | protokoll demo | närvaro | register | spela | utdrag …"
USAGE_DEMO = "protokoll demo [--till MAPP]"
USAGE_PLAY = "protokoll spela FIL SKRIPT"
USAGE_EXTRACT = (
    "protokoll utdrag FIL [NR …] [--format FORMAT] [--stil STIL] [-o UTFIL] [--ersätt] "
    "[--närvaro] [--publik | --hemligt]"
)
USAGE_ATTENDANCE = "protokoll närvaro FIL [--format FORMAT] [--stil STIL] [-o UTFIL] [--ersätt]"
USAGE_REGISTER = (
    "protokoll register [FIL] [--till FIL eller MAPP] [--organ ID] [--kolumn RUBRIK=FÄLT …] "
    "[--ersätt-uppdrag] [--bytt-parti DAG] [--ja]"
)
WORDS = "Uppgifter"
CHOICES = "Val"
HELP = "visa den här hjälpen"
VERSION = "visa programmets version"

ABOUT = """Protokoll för kommunala sammanträden: från yrkande till utdrag.

  protokoll                öppna mappen du står i
  protokoll MAPP           välj bland sammanträdena i mappen, eller skapa ett nytt
  protokoll FIL            öppna ett sammanträde
  protokoll demo           öppna en färsk kopia av exemplet
  protokoll spela …        skriv in rader ur en textfil, utan skärm
  protokoll utdrag …       skriv protokollsutdrag
  protokoll närvaro …      skriv närvarolistan till protokollets förstasida
  protokoll register …     granska kommun.toml, eller läs in förtroendevalda ur CSV eller Excel

Mer om ett kommando: protokoll utdrag --hjälp"""
EPILOG = "Slutkoder: 0 klart, 1 något att reda ut, 2 fel användning, 3 gick inte."
DEMO = "Öppna en färsk kopia av exemplet."
DEMO_TO = "skriv bara kopian hit, öppna inget"
PLAY = "Skriv in rader ur en textfil, en per rad, utan skärm."
EXTRACT = "Skriv protokollsutdrag."
ATTENDANCE = "Skriv närvarolistan: vilka som beslutade i vilka paragrafer och vilka som var med."
WITH_SERVING = "ta med en lista över dem som deltar i beslutet i varje utdrag"
REGISTER = """Granska kommun.toml, eller läs in ett förtroendemannaregister i den.

Utan FIL, eller med en kommun.toml, visas vad som är fel i den. Med en CSV-fil eller en arbetsbok
(Excel, OpenDocument) visas vad som skulle läsas in, och sedan frågas det. Rader med fel utelämnas
och nämns med rad och kolumn. Den förra versionen ligger kvar som kommun.toml.bak."""
REGISTER_FILE = "registret: CSV, .xlsx, .xls eller .ods"
REGISTER_TO = (
    "kommun.toml att läsa in i, eller mappen där den ligger eller ska skapas; annars den i mappen "
    "du står i eller närmast ovanför"
)
REGISTER_ORGAN = "läs bara in det här organet; rader som inte nämner något organ hör dit"
REGISTER_COLUMN = "vad en kolumn innehåller, till exempel Grupp=parti eller C=parti: {falt}"
REGISTER_REPLACE = "avsluta de uppdrag i filens organ som filen inte har"
REGISTER_CHANGED = "de som har ett annat parti i filen har bytt parti den dagen"
REGISTER_YES = "läs in utan att fråga"
FILE = "sammanträdets fil"
SCRIPT = "textfil med rader; - läser från tangentbordet"
SECTIONS = "paragrafernas nummer, till exempel 118 120 eller 118-120; utan nummer alla"
FORMAT = "txt, html eller json; utan det här valet avgör UTFILs ändelse, annars txt"
STYLE = "stil: standard, nacka, goteborg eller lomma"
OUT = "skriv till den här filen i stället för skärmen"
REPLACE = "skriv över filen om den finns"
PUBLIC = "offentlig version: det som står mellan == och == maskeras"
SECRET = "skriv hela paragrafen också när den omfattas av sekretess, och märk utdraget med det"

FAULTS = (
    (r"the following arguments are required: FIL(?:, NR)?", "Skriv vilken fil det gäller."),
    (r"the following arguments are required: FIL, SKRIPT", "Skriv två filer: FIL och SKRIPT."),
    (r"the following arguments are required: (.*)", "Det saknas: {0}."),
    (r"unrecognized arguments: (.*)", "Förstår inte: {0}"),
    (r"argument ([^:]*): expected one argument", "Efter {0} ska något stå."),
    (r"argument ([^:]*): not allowed with argument (.*)", "Välj {1} eller {0}, inte båda."),
    (r"argument ([^:]*): ignored explicit argument (.*)", "{0} tar inget värde."),
)
"""Faults of the words given: as the library words them, and as we do."""
FAULT = "Förstår inte vad som ska göras."

DEMO_AT = "Exemplet ligger i {fil}"
PLAYED = "{antal} rader inskrivna."
PLAYED_MARKED = "{antal} rader inskrivna, {fel} att reda ut."
PLAYED_LEFT_OUT = "{antal} rader inskrivna, {fel} att reda ut, {utelamnade} inte inskrivna."
LINE_MARK = "rad {nr}: {text}"
BAD_RANGE = "{nr} är inga paragrafnummer. Skriv till exempel 118 eller 118-120."
NO_SECTION = "§ {nr} finns inte i filen. Där finns {finns}."
NO_SECTIONS = "Sammanträdet har inga numrerade paragrafer."
NO_FILE = "Filen finns inte."
NO_MEETING = "Filen är ingen sammanträdesfil. Skriv till exempel ks-2031-06-17.toml."
NO_COMMAND = (
    "Det finns ingen fil eller mapp som heter så, och inget sådant kommando. "
    "Kommandon: demo, närvaro, register, spela, utdrag."
)
NO_TERMINAL = (
    "Programmet behöver en terminal. Använd protokoll spela och protokoll utdrag i stället."
)
NOT_WRITTEN = "Kan inte skrivas: {skal}"
EXISTS = "Filen finns redan. Lägg till --ersätt för att skriva över den."
SECRET_SECTION = (
    "§ {nr} omfattas av sekretess och skrivs bara med sitt nummer. "
    "Lägg till --hemligt för hela paragrafen."
)
ONE_AT_A_TIME = "Formatet {form} tar en paragraf i taget. Skriv dess nummer, till exempel {nr}."
NO_SUCH_ENDING = (
    "{fil}: Dokument skrivs inte som {slut}. Byt ändelse ({finns}) eller lägg till --format."
)
TWO_OF_ONE = (
    "§ {nr} finns mer än en gång i filen, och formatet {form} tar en paragraf i taget. "
    "Rätta numret i filen, eller ta utdraget som text."
)
SAME_NUMBER = "§ {nr} finns {antal} gånger i filen. Alla {antal} är med. Rätta numret i filen."
UNSAVED = "Rad {nr} kunde inte sparas: {skal}"

NO_ROSTER_FAULTS = "{fil}: Inga fel."
ROSTER_FAULTS = "{antal} att se efter."
NEW_ROSTER = "{fil} (ny)"
READ_FROM = "Läser: {fil}"
SHEET = "Blad: {blad} ({antal} i filen)"
CODING = "Teckenkodning: {kodning}. Kolumnerna skiljs av {skilje}."
INTO = "Läser in i: {fil}"
COLUMNS_TITLE = "Kolumner"
COLUMNS_KEPT = "Kolumner (som du valde sist)"
COLUMN = "  {bokstav}  {rubrik} → {falt}{prov}"
COLUMN_SAMPLES = "   ({prov})"
ENDING = "avslutas med --ersätt-uppdrag"
FAULTS_TITLE = "Se efter ({antal})"
LEFT_OUT = "läses inte in"
ROW_FAULT = "{fil}, {plats}: {text}"
ROSTER_FAULT = "{fil}: {text}"
MISSING_COLUMN = (
    "Ingen kolumn innehåller {vad}. Ange den med --kolumn, till exempel --kolumn B=namn."
)
BAD_COLUMN = "{ord} är inget val av kolumn. Skriv till exempel Grupp=parti. Fält: {falt}."
NO_SUCH_COLUMN = "Filen har ingen kolumn {ord}. Där finns {finns}."
NO_SUCH_ORGAN = "Varken kommun.toml eller filen har organet {organ}. Där finns {finns}."
BAD_DAY = "{ord} är ingen dag. Skriv till exempel 2031-01-01."
HOW_CHANGED = "Har de bytt parti: lägg till --bytt-parti och dagen, till exempel 2031-01-01."
ASK_SAME = (
    "{namn} är ({nu}) i registret och ({ny}) i filen. Samma person, som har bytt parti? "
    "(j/n, Enter = läs inte in) "
)
ASK_DAY = "Från vilken dag gäller det nya partiet? (Enter = {dag}) "
ASK = "Läs in det här? (j/n) "
NOT_ASKED = "Inget är skrivet. Lägg till --ja för att läsa in."
NOT_READ_IN = "Inget är skrivet."
WRITTEN = "Inläst i {fil}, som är ny. Skriv kommunens namn i den."
WRITTEN_BAK = "Inläst i {fil}. Den förra versionen: {bak}."
