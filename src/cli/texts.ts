import {ACTION_KINDS, type HostRule, MAX_ACTIONS, MAX_NOTICES} from '../core/host-data-rules.js';
import type {InvalidReason} from '../core/postcode.js';
import {TEXT_RULES, type TextRule} from '../core/text-rules.js';
import type {FileKind} from './file-kind.js';

/** Texts of the answer for a postcode. */
export interface AnswerStrings extends Readonly<Record<InvalidReason, string>> {
  /** Well formed, but not in use: `{pc4}`. */
  unknown: string;
  /** Name of the region: `{region}`. */
  region: string;
  /** First line for a postcode in several regions: `{pc4}`. */
  choice: string;
  /** Above each of them: `{gemeente}`. */
  choiceCard: string;
  /** Between the gemeenten of one of them. */
  or: string;
  /** After the name of an organisation: `{name}`, its former name. */
  formerName: string;
  /** For an organisation without a name. */
  noName: string;
  /** For an organisation without contact data: `{organisation}`, which can help instead. */
  noContact: string;
}

/** Texts of the command line. Values go in at `{name}`. */
export interface CliStrings {
  /** Printed by `--help`. */
  usage: string;
  /** Position of a problem: `{line}`. */
  line: string;
  /** A problem: `{where}`, `{got}`, `{expected}`. */
  problem: string;
  /** Got: nothing. */
  nothing: string;
  /** Expected, by rule. */
  rules: Readonly<Record<HostRule, string>>;
  /** The answers of `lookup`. */
  answers: AnswerStrings;
  /** Nothing is wrong with a file: `{file}`. */
  valid: string;
  /** After the list of what is wrong: `{file}`, `{count}`. */
  problems: string;
  /** Got: a key that the object already has: `{key}`. */
  twice: string;
  /** Expected instead of a repeated key. */
  once: string;
  /** Got: a name without a file. */
  noFile: string;
  /** Expected instead of a missing file, or of something that is not a file. */
  file: string;
  /** Got: a folder or a device. */
  notAFile: string;
  /** Got: a file that the system refuses to read: `{error}`, its short code. */
  unreadable: string;
  /** Expected instead of that. */
  readable: string;
  /** Got: a file that is too large: `{size}` in kB. */
  size: string;
  /** Expected instead of that: `{size}` in kB. */
  maxSize: string;
  /** Got: bytes that are not UTF-8. */
  notUtf8: string;
  /** Expected instead of that. */
  utf8: string;
  /** Got: the end of a file that is not complete. */
  end: string;
  /** Expected instead of invalid JSON. */
  json: string;
  /** Got: an unknown command: `{name}`. */
  unknownCommand: string;
  /** Got: an unknown option: `{name}`. */
  unknownOption: string;
  /** Got: an option without its value: `{name}`. */
  noValue: string;
  /** Got: a value for an option that takes none: `{name}`. */
  surplusValue: string;
  /** Expected instead of an unknown option: `{names}`. */
  option: string;
  /** Expected as the value of `--lang`. */
  language: string;
  /** Expected: the one argument of `check`. */
  oneFile: string;
  /** Expected: only options of `html`. */
  htmlOptions: string;
  /** Expected: the level of a heading. */
  level: string;
  /** Expected: the arguments of `facts`. */
  noOrOneFile: string;
  /** Expected as the value of `--older-than`. */
  wholeMonths: string;
  /** Got: a file that is not JSON. */
  noJson: string;
  /** Got: JSON with other contents. */
  otherJson: string;
  /** Expected: the file of `facts`. */
  factsFile: string;
  /** Expected: one fact in that file. */
  fact: string;
  /** A missing fact. */
  missing: string;
  /** Age of a fact of this month. */
  thisMonth: string;
  /** Age of a fact of one month. */
  oneMonth: string;
  /** Age of a fact: `{months}`. */
  months: string;
  /** Last line of `facts`: `{all}`, `{missing}`, `{old}`, `{current}`, `{months}` after which a fact is old. */
  factsSummary: string;
  /** Expected: the arguments of `lookup`. */
  onePostcode: string;
  /** Got: both ways to call `lookup` at once. */
  notBoth: string;
  /** Expected for an option that needs `--file`. */
  onlyWithFile: string;
  /** Last line of a message about how the command was called. */
  help: string;
  /** Kinds of files that are not CSV, and what to do about them. */
  kinds: Readonly<Record<FileKind, Readonly<Record<'got' | 'expected', string>>>>;
  /** Got: a file without text. */
  empty: string;
  /** Expected instead of an empty file. */
  header: string;
  /** Got: columns without the wanted one: `{columns}`. */
  noColumn: string;
  /** Expected without `--column`: `{columns}`. */
  usualColumns: string;
  /** Expected instead of a single column whose name may contain separators. */
  separators: string;
  /** Expected with `--column`: `{column}`. */
  thisColumn: string;
  /** Expected instead of several columns of one name. */
  oneColumn: string;
  /** Got: several columns of one name: `{column}`, `{count}`. */
  columnTwice: string;
  /** Got: a column with the name of one that will be added: `{column}`. */
  columnTaken: string;
  /** Expected instead of that. */
  otherColumns: string;
  /** Got: a row with more or fewer fields than the others: `{count}`. */
  fields: string;
  /** Expected instead of that: `{count}`. */
  fieldCount: string;
  /** Got: a quote that is not closed. */
  openQuote: string;
  /** Expected instead of that. */
  closedQuote: string;
  /** Got: a quote within a field. */
  strayQuote: string;
  /** Expected instead of that. */
  plainField: string;
  /** Got: a row that does not seem to end: `{size}` in kB. */
  longRow: string;
  /** Expected instead of that: `{size}` in kB. */
  shortRow: string;
  /** Got: a row that the reader refuses for another reason: `{error}`, its short code. */
  brokenRow: string;
  /** Expected instead of that. */
  wholeRow: string;
  /** Got: an output file that the system refuses to write: `{error}`, its short code. */
  unwritable: string;
  /** Expected instead of that. */
  writable: string;
  /** When a signal ends the command. */
  stopped: string;
  /** Beside the bar: `{percentage}`, `{rows}` so far. */
  progress: string;
  /** At the end: `{rows}`, and their number by result: `{found}`, `{ambiguous}`, `{unknown}`, `{invalid}`. */
  summary: string;
  /** Got: hardly any rows with a postcode: `{count}`, `{rows}`. */
  fewPostcodes: string;
  /** Expected instead of that. */
  manyPostcodes: string;
}

const plainText = ({max}: TextRule) => `platte tekst van hoogstens ${max} tekens, zonder HTML`;

const sentence = ({max}: TextRule) => `één zin van hoogstens ${max} tekens, zonder HTML`;

/** Dutch texts of the command line. */
export const cliNl: CliStrings = {
  usage: `regiokaart controleert gegevens voor de regiokaart en zoekt regio's bij postcodes.

  regiokaart check BESTAND                  controleert een bestand voor data-src
  regiokaart lookup POSTCODE                zoekt de regio van een postcode
  regiokaart lookup --file BESTAND          zet de regio achter elke rij van een CSV-bestand
  regiokaart html                           maakt de regiokaart als HTML, die er al is voordat het script er is
  regiokaart facts [BESTAND]                noemt de contactgegevens, hun bron en leeftijd: wat ontbreekt of oud is eerst;
                                            BESTAND is organisations.json van een andere indeling

Opties bij lookup:
  --json             antwoord als JSON op één regel
  --column NAAM      kolom met de postcodes; zonder deze optie: postcode, pc6 of pc4
  --output BESTAND   schrijft naar dit bestand, helemaal of niet; zonder deze optie naar de uitvoer

Opties bij html:
  --heading-level N  niveau van de eerste kop, 1 tot en met 6
  --map SOORT        visible, click of none
  --no-location      zonder "Gebruik mijn locatie"
  --css ADRES        adres van regiokaart.css
  --data BESTAND     eigen gegevens, zoals bij check
  --output BESTAND   schrijft naar dit bestand; zonder deze optie naar de uitvoer

Opties bij facts:
  --older-than N     oud na zoveel maanden; zonder deze optie 12
  --json             lijst als JSON op één regel

Altijd:
  --lang nl|en       taal van de berichten; anders die van de omgeving
  --help             deze tekst
  --version          versie

Een CSV-bestand heeft komma's, puntkomma's, tabs of |, een rij met kolomnamen (een titel erboven mag), en is UTF-8 of
Windows-1252. Een eerste regel als sep=; telt.
Er komen vier kolommen bij: regiokaart_status (found, ambiguous, unknown of invalid), regiokaart_region_id,
regiokaart_region en regiokaart_organisation. Bij een postcode in meer dan één regio staat " | " tussen de waarden.

Status: 0 goed, 1 fouten in het bestand, geen regio, of een gegeven dat ontbreekt of oud is, 2 niet uitgevoerd.`,
  line: 'regel {line}',
  problem: '{where}: gevonden {got}, verwacht {expected}',
  nothing: 'niets',
  rules: {
    regions: 'een object met een waarde voor elke id van een regio',
    regionId: 'de id van een regio: {ids}',
    region: 'een object met organisation, notices of actions',
    field:
      'een veld dat bestaat: name, formerName, phone, phoneHours, email, contactPage, website, vacancies, address, about, notices (text, title, href, from, until, date, start, end), actions (label, href, kind)',
    organisation: 'een object met contactgegevens',
    name: plainText(TEXT_RULES.name),
    phone: 'tien cijfers zoals in 030 123 45 67, + met een landnummer, of een servicenummer zoals 0800 1234',
    phoneZero: 'een nummer zonder (0), zoals +31 30 123 45 67',
    phoneHours: sentence(TEXT_RULES.phoneHours),
    email: 'een e-mailadres',
    link: 'een adres dat begint met https://',
    linkSpace: 'een adres zonder spaties; schrijf %20 voor een spatie erin',
    linkCharacters: 'een adres zonder < > " \\ en zonder codes van HTML zoals &amp;',
    linkLength: `een adres van hoogstens ${TEXT_RULES.link.max} tekens`,
    linkHost: 'https:// met meteen daarachter de naam van een site, zoals https://www.example.nl',
    address: 'straat en nummer, postcode en plaats, zoals in Voorbeeldstraat 1, 1234 AB Dorp',
    about: sentence(TEXT_RULES.about),
    blanks: 'hetzelfde zonder spaties aan het begin en het eind',
    notices: `een lijst van hoogstens ${MAX_NOTICES} berichten`,
    notice: 'een object met text en, als het tijdelijk is, from en until',
    noticeTitle: plainText(TEXT_RULES.noticeTitle),
    noticeText: plainText(TEXT_RULES.noticeText),
    page: 'een adres dat begint met https://',
    day: 'een dag zoals 2026-12-31',
    time: 'een tijd zoals 09:30',
    order: 'een dag die niet voor from ligt',
    timeOrder: 'een tijd na start',
    actions: `een lijst van hoogstens ${MAX_ACTIONS} acties`,
    action: 'een object met label en href',
    label: plainText(TEXT_RULES.label),
    kind: `een van ${ACTION_KINDS.join(', ')}`,
    href: 'een adres dat begint met https://, mailto: of tel:',
    callback: 'een adres dat begint met https:// of mailto:',
    whatsapp: 'een adres zoals https://wa.me/31612345678, met het landnummer en zonder de eerste 0',
    $schema: 'het adres van het schema',
  },
  answers: {
    empty: 'Vul 4 cijfers in, bijvoorbeeld 1316.',
    incomplete: 'Dit zijn te weinig cijfers. Vul 4 cijfers in, bijvoorbeeld 1316.',
    'too-long': 'Dit zijn te veel cijfers. Vul 4 cijfers in, bijvoorbeeld 1316.',
    'not-a-postcode': 'Dit is geen Nederlandse postcode. Vul 4 cijfers in, van 1000 tot en met 9999.',
    unknown: 'Postcode {pc4} is niet in gebruik.',
    region: 'Regio {region}',
    choice: 'Postcode {pc4} ligt in meer dan één regio.',
    choiceCard: 'Woon je in de gemeente {gemeente}?',
    or: ' of ',
    formerName: 'voorheen {name}',
    noName: 'Werkgeversorganisatie',
    noContact: 'We hebben geen gecontroleerde contactgegevens. {organisation} helpt je verder.',
  },
  valid: '{file}: in orde',
  problems: '{file}: fouten: {count}',
  twice: '{key} voor de tweede keer',
  once: 'elke naam één keer',
  noFile: 'geen bestand',
  file: 'een bestand dat er is',
  notAFile: 'iets anders dan een bestand',
  unreadable: 'een bestand dat niet te lezen is ({error})',
  readable: 'een bestand dat te lezen is',
  size: '{size} kB',
  maxSize: 'hoogstens {size} kB',
  notUtf8: 'tekens die geen UTF-8 zijn',
  utf8: 'UTF-8 (bewaard als Windows-1252?)',
  end: 'het einde van het bestand',
  json: 'geldige JSON',
  unknownCommand: 'de opdracht "{name}"',
  unknownOption: 'de optie {name}',
  noValue: '{name} zonder waarde',
  surplusValue: '{name} met een waarde',
  option: 'een van {names}',
  language: 'nl of en',
  oneFile: 'één bestand',
  noOrOneFile: 'hoogstens één bestand',
  wholeMonths: 'een aantal maanden, zoals 12',
  noJson: 'iets anders dan JSON',
  otherJson: 'andere gegevens',
  htmlOptions: 'alleen opties',
  level: 'een niveau van 1 tot en met 6',
  factsFile: 'organisations.json van een indeling, met bij elke regio de gegevens, hun bron en datum',
  fact: 'een gegeven met value, source en date',
  missing: 'ontbreekt',
  thisMonth: 'van deze maand',
  oneMonth: '1 maand oud',
  months: '{months} maanden oud',
  factsSummary:
    '{all} gegevens: {missing} ontbreken, {old} ouder dan {months} maanden, {current} in orde. ! = opzoeken.',
  onePostcode: 'een postcode, of --file met een bestand',
  notBoth: 'een postcode en --file',
  onlyWithFile: 'alleen bij --file',
  help: 'Hulp: regiokaart --help',
  kinds: {
    excel: {
      got: 'een werkmap van Excel',
      expected: 'een CSV-bestand: open de werkmap in Excel en bewaar het blad als "CSV UTF-8"',
    },
    openDocument: {
      got: 'een werkmap van LibreOffice (OpenDocument)',
      expected: 'een CSV-bestand: open de werkmap in LibreOffice en bewaar het blad als "Tekst CSV"',
    },
    numbers: {
      got: 'een werkmap van Numbers',
      expected: 'een CSV-bestand: open de werkmap in Numbers en kies Exporteer naar, CSV',
    },
    document: {
      got: 'een document van een tekstverwerker',
      expected: 'een CSV-bestand: zet de tabel in een spreadsheet en bewaar die als CSV',
    },
    pdf: {got: 'een PDF', expected: 'een CSV-bestand: vraag de maker van de PDF om de tabel als spreadsheet of CSV'},
    markup: {
      got: 'een webpagina of XML',
      expected: 'een CSV-bestand: open het bestand in een spreadsheet en bewaar het als CSV',
    },
    json: {got: 'JSON', expected: 'een CSV-bestand: vraag de maker om de gegevens als CSV'},
    packed: {got: 'een ingepakt bestand (zip, gzip)', expected: 'een CSV-bestand: pak het eerst uit'},
    utf16: {
      got: 'UTF-16',
      expected: 'UTF-8 of Windows-1252: bewaar het bestand opnieuw, in Excel als "CSV UTF-8"',
    },
    binary: {got: 'een bestand dat geen tekst is', expected: 'een CSV-bestand: bewaar de tabel als CSV'},
  },
  empty: 'een leeg bestand',
  header: 'een rij met kolomnamen',
  noColumn: 'de kolommen {columns}',
  usualColumns: 'een van {columns}; noem een andere kolom met --column',
  separators:
    "kolommen tussen komma's, puntkomma's, tabs of |; een ander scheidingsteken staat op de eerste regel, zoals sep=~",
  thisColumn: '{column} ertussen',
  oneColumn: 'één kolom met die naam',
  columnTwice: 'de kolom {column} {count} keer',
  columnTaken: 'de kolom {column}',
  otherColumns: 'een bestand zonder die kolom: die komt er juist bij',
  fields: 'velden: {count}',
  fieldCount: '{count}, zoals in de rij met kolomnamen',
  openQuote: 'een aanhalingsteken dat niet sluit',
  closedQuote: '" aan het begin en aan het eind van het veld',
  strayQuote: 'een aanhalingsteken midden in een veld',
  plainField: 'het hele veld tussen aanhalingstekens, met "" voor een aanhalingsteken erin',
  longRow: 'meer dan {size} kB in één rij',
  shortRow: 'hoogstens {size} kB; staat er een aanhalingsteken dat niet sluit?',
  brokenRow: 'een rij die niet te lezen is ({error})',
  wholeRow: 'een rij van een CSV-bestand',
  unwritable: 'een plek waar niet te schrijven is ({error})',
  writable: 'een bestand in een map die er is',
  stopped: 'Gestopt. Er is niets geschreven.',
  progress: '{percentage} %, {rows} rijen',
  summary:
    '{rows} rijen: {found} gevonden, {ambiguous} in meer dan één regio, {unknown} niet in gebruik, {invalid} geen postcode.',
  fewPostcodes: 'een postcode in {count} van {rows} rijen',
  manyPostcodes: 'in de meeste rijen een postcode; noem een andere kolom met --column',
};
