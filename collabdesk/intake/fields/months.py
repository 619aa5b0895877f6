"""Month names in the languages of funders' files."""

from __future__ import annotations

import unicodedata

# One paragraph a month, each name once; a full stop after an abbreviation is taken off before it is looked up.
_NAMES = """
jan january januar januari janvier janv enero ene janeiro gennaio gen styczeń stycznia sty stycz leden ledna led
január ianuarie ian ιανουάριος ιανουαρίου ιαν януари января янв tammikuu jaanuar janvāris sausis jänner jän siječanj
ocak oca gener janúar enar januára januarja januara јануар јануара січень січня січ студзень saus janvāra tammikuuta
jaanuaril eanáir يناير जनवरी январь

feb february februar februari février fevrier févr fevr fév febrero fevereiro fev febbraio luty lutego lut únor
února február februarie φεβρουάριος φεβρουαρίου φεβ февруари февраля фев helmikuu veebruar februāris vasaris feber
veljača şubat şub febrer febrúar februára februarja februara фебруар фебруара лютий лютого лют februārī februāra
helmikuuta veebruaril vasario veljače feabhra فبراير फ़रवरी फरवरी февраль

mar march märz maerz mrz mär maart mrt mars marzo março marco marzec marca březen března bře marec márc március
martie μάρτιος μαρτίου μαρ март марта мар maaliskuu märts marts kovas ožujak març marsa martu березень березня бер
mart maaliskuuta märtsil kovo ožujka مارس मार्च

apr april avril avr abril abr aprile kwiecień kwietnia kwi duben dubna dub apríl április ápr aprilie απρίλιος
απριλίου απρ април апреля апр huhtikuu aprill aprīlis balandis travanj nisan nis aprílis aprila aprilа априла
квітень квітня кві huhtikuuta aprillil balandžio travnja apríla أبريل अप्रैल апрель

may mai mei mayo maio mag maggio maj maja květen května kvě máj május μάιος μαΐου μαϊ май мая toukokuu maijs gegužė
svibanj mayıs maig maí mája мај маја травень травня тра toukokuuta mail maijā gegužės svibnja مايو मई

jun june juni juin junio junho giugno giu czerwiec czerwca cze červen června jún június iunie iun ιούνιος ιουνίου
ιουν юни июня июн kesäkuu juuni jūnijs birželis lipanj haziran haz júní júna junija juna јун јуна червень червня чер
kesäkuuta juunil jūnijā birželio lipnja يونيو जून июнь

jul july juli juillet juil julio julho luglio lug lipiec lipca lip červenec července júl július iulie iul ιούλιος
ιουλίου ιουλ юли июля июл heinäkuu juuli jūlijs liepa srpanj temmuz tem juliol júlí júla julija jula јул јула липень
липня heinäkuuta juulil jūlijā liepos srpnja يوليو जुलाई июль

aug august augustus août aout agosto ago sierpień sierpnia sie srpen srpna augusztus αύγουστος αυγούστου αυγ август
августа авг elokuu augusti augusts rugpjūtis kolovoz ağustos ağu agost ágúst augusta avgust avgusta серпень серпня
elokuuta augustil augustā rugpjūčio kolovoza أغسطس अगस्त

sep sept september septembre septiembre set setembro settembre wrzesień września wrz září szeptember szept
septembrie σεπτέμβριος σεπτεμβρίου σεπ септември сентября сен syyskuu septembris rugsėjis rujan eylül eyl setembre
septembra septembar септембар вересень вересня вер syyskuuta septembril septembrī rugsėjo rujna سبتمبر सितंबर
сентябрь

oct october okt oktober octobre octubre out outubro ott ottobre październik października paź říjen října október
octombrie οκτώβριος οκτωβρίου οκτ октомври октября окт lokakuu oktoober oktobris spalis listopad ekim eki októbra
oktobra oktobar октобар жовтень жовтня жов lokakuuta oktoobril oktobrī spalio أكتوبر अक्टूबर октябрь

nov november novembre noviembre novembro listopada lis novemberi noiembrie νοέμβριος νοεμβρίου νοε ноември ноября
ноя marraskuu novembris lapkritis studeni kasım kas nóvember novembra novembar новембар листопада marraskuuta
novembril novembrī lapkričio studenoga studenog نوفمبر नवंबर ноябрь

dec december dez dezember déc décembre decembre dic diciembre dezembro dicembre grudzień grudnia gru prosinec
prosince decembrie δεκέμβριος δεκεμβρίου δεκ декември декабря дек joulukuu detsember decembris gruodis prosinac
aralık ara desember desembre desembri decembra decembar децембар грудень грудня гру joulukuuta detsembril decembrī
gruodžio prosinca ديسمبر दिसंबर декабрь
"""
# `listopad` is October in Croatian and November in Polish and Czech; a name of two months is not guessed.
_AMBIGUOUS = frozenset({"listopad", "listopada", "lis", "lip"})


def _bare(name: str) -> str:
    """Without accents, as capitals are often written."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c) or c > "\u0900")


def _months() -> dict[str, int]:
    paragraphs = _NAMES.strip().split("\n\n")
    found = {name.casefold(): n for n, paragraph in enumerate(paragraphs, 1) for name in paragraph.split()}
    found = {_bare(name): n for name, n in found.items()} | found
    return {name: n for name, n in found.items() if name not in _AMBIGUOUS}


_MONTHS = _months()


def month_of(name: str) -> int:
    """The number of the month that has this name, casefolded and without its full stop; 0 if none has."""
    return _MONTHS.get(name) or _MONTHS.get(_bare(name), 0)
