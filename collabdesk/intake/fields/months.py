"""Month names in the languages of funders' files."""

from __future__ import annotations

# One paragraph a month, each name once; a full stop after an abbreviation is taken off before it is looked up.
_NAMES = """
jan january januar januari janvier janv enero ene janeiro gennaio gen styczeń stycznia sty stycz leden ledna led
január ianuarie ian ιανουάριος ιανουαρίου ιαν януари января янв tammikuu jaanuar janvāris sausis jänner jän siječanj

feb february februar februari février fevrier févr fevr fév febrero fevereiro fev febbraio luty lutego lut únor
února február februarie φεβρουάριος φεβρουαρίου φεβ февруари февраля фев helmikuu veebruar februāris vasaris feber
veljača

mar march märz maerz mrz mär maart mrt mars marzo março marco marzec marca březen března bře marec márc március
martie μάρτιος μαρτίου μαρ март марта мар maaliskuu märts marts kovas ožujak

apr april avril avr abril abr aprile kwiecień kwietnia kwi duben dubna dub apríl április ápr aprilie απρίλιος
απριλίου απρ април апреля апр huhtikuu aprill aprīlis balandis travanj

may mai mei mayo maio mag maggio maj maja květen května kvě máj május μάιος μαΐου μαϊ май мая toukokuu maijs gegužė
svibanj

jun june juni juin junio junho giugno giu czerwiec czerwca cze červen června jún június iunie iun ιούνιος ιουνίου
ιουν юни июня июн kesäkuu juuni jūnijs birželis lipanj

jul july juli juillet juil julio julho luglio lug lipiec lipca lip červenec července júl július iulie iul ιούλιος
ιουλίου ιουλ юли июля июл heinäkuu juuli jūlijs liepa srpanj

aug august augustus août aout agosto ago sierpień sierpnia sie srpen srpna augusztus αύγουστος αυγούστου αυγ август
августа авг elokuu augusti augusts rugpjūtis kolovoz

sep sept september septembre septiembre set setembro settembre wrzesień września wrz září szeptember szept
septembrie σεπτέμβριος σεπτεμβρίου σεπ септември сентября сен syyskuu septembris rugsėjis rujan

oct october okt oktober octobre octubre out outubro ott ottobre październik października paź říjen října október
octombrie οκτώβριος οκτωβρίου οκτ октомври октября окт lokakuu oktoober oktobris spalis listopad

nov november novembre noviembre novembro listopada lis novemberi noiembrie νοέμβριος νοεμβρίου νοε ноември ноября
ноя marraskuu novembris lapkritis studeni

dec december dez dezember déc décembre decembre dic diciembre dezembro dicembre grudzień grudnia gru prosinec
prosince decembrie δεκέμβριος δεκεμβρίου δεκ декември декабря дек joulukuu detsember decembris gruodis prosinac
"""
# `listopad` is October in Croatian and November in Polish and Czech; a name of two months is not guessed.
_AMBIGUOUS = frozenset({"listopad", "lip", "lipanj"})


def _months() -> dict[str, int]:
    paragraphs = _NAMES.strip().split("\n\n")
    found = {name: n for n, paragraph in enumerate(paragraphs, 1) for name in paragraph.split()}
    return {name: n for name, n in found.items() if name not in _AMBIGUOUS}


MONTHS = _months()
"""Month name, casefolded and without its full stop, to its number."""
