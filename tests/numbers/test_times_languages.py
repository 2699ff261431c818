"""Times in German, French and Spanish, all read on Thursday, 16 May 2024: sentence -> values in order."""

from datetime import date

import pytest

from pipeline.numbers.sentences import split_sentences
from pipeline.numbers.times import find_times

PUBLISHED = date(2024, 5, 16)

GERMAN = {
    "Am 3. Mai 2016 starben zwei Menschen.": ["2016-05-03"],
    "Am 7. April wurde er verhaftet.": ["2024-04-07"],
    "Der Prozess wird am 4. Juli beginnen.": ["2024-07-04"],
    "Er wurde am Dienstag, 7. Mai, verhaftet.": ["2024-05-07"],
    "Er wurde am Dienstag, dem 7. Mai 2024 verhaftet.": ["2024-05-07"],
    "Das Treffen fand vom 2. bis 5. August 2016 statt.": ["2016-08-02/2016-08-05"],
    "Am 03.05.2016 war es so weit.": ["2016-05-03"],
    "Am 2016-05-03 war es so weit.": ["2016-05-03"],
    "Im April 2019 begann es.": ["2019-04"],
    "Im April begann es.": ["2024-04"],
    "Ende März kam er.": ["2024-03"],
    "Anfang Dezember kam er.": ["2023-12"],
    "Im Jahr 2016 gewann er.": ["2016"],
    "Seit 1998 gilt das Gesetz.": ["1998"],
    "Die Saison 2015/16 war kurz.": ["2015/2016"],
    "Von 2003 bis 2007 regierte er.": ["2003/2007"],
    "In den 1990er Jahren war es selten.": ["199"],
    "Im 19. Jahrhundert war es selten.": ["18"],
    "Im dritten Quartal 2019 stieg der Umsatz.": ["2019-Q3"],
    "Im Sommer 2016 war es heiß.": ["2016-SU"],
    "Gestern fiel Schnee.": ["2024-05-15"],
    "Heute fällt Schnee, vorgestern auch.": ["2024-05-16", "2024-05-14"],
    "Gestern Abend fiel Schnee.": ["2024-05-15TEV"],
    "Am Dienstag wurde er verhaftet.": ["2024-05-14"],
    "Am Montag wird er erwartet.": ["2024-05-20"],
    "Vergangenen Freitag wurde er verhaftet.": ["2024-05-10"],
    "Letzte Woche fiel Schnee.": ["2024-W19"],
    "Im vergangenen Jahr fiel Schnee.": ["2023"],
    "Nächsten Monat wird gewählt.": ["2024-06"],
    "Dieses Jahr wird gewählt.": ["2024"],
    "Am vergangenen Wochenende wurde gewählt.": ["2024-W19-WE"],
    "Vor drei Jahren begann der Krieg.": ["2021"],
    "Vor zwei Tagen begann der Krieg.": ["2024-05-14"],
    "In den vergangenen zwei Wochen stieg der Preis.": ["2024-05-02/2024-05-16"],
    "Der Krieg dauerte fünf Jahre.": ["P5Y"],
    "Es dauerte fünfundzwanzig Minuten.": ["PT25M"],
    "Es dauert drei bis fünf Tage.": ["P3D/P5D"],
    "Es begann um 16.30 Uhr.": ["T16:30"],
    "Es begann um 16 Uhr.": ["T16:00"],
    "Er ist 42 Jahre alt.": [],
    "Er will mehr Menschen helfen.": [],
}
FRENCH = {
    "Le 3 mai 2016, deux personnes sont mortes.": ["2016-05-03"],
    "Le 7 avril, il a été arrêté.": ["2024-04-07"],
    "Le procès devrait s'ouvrir le 4 juillet.": ["2024-07-04"],
    "Il a été arrêté mardi 7 mai.": ["2024-05-07"],
    "Le 1er mai, il pleuvait.": ["2024-05-01"],
    "Du 2 au 5 août 2016, il pleuvait.": ["2016-08-02/2016-08-05"],
    "Le 03/05/2016, il pleuvait.": ["2016-05-03"],
    "En avril 2019, il pleuvait.": ["2019-04"],
    "En avril, il pleuvait.": ["2024-04"],
    "Fin mars, il est venu.": ["2024-03"],
    "En 2016, il a gagné.": ["2016"],
    "De 2003 à 2007, il régnait.": ["2003/2007"],
    "Dans les années 1990, c'était rare.": ["199"],
    "Dans les années 60, c'était rare.": ["196"],
    "Hier, il a neigé.": ["2024-05-15"],
    "Aujourd'hui, il neige.": ["2024-05-16"],
    "Hier soir, il a neigé.": ["2024-05-15TEV"],
    "Mardi, il a été arrêté.": ["2024-05-14"],
    "Lundi prochain, il sera attendu.": ["2024-05-20"],
    "Vendredi dernier, il a été arrêté.": ["2024-05-10"],
    "La semaine dernière, il a neigé.": ["2024-W19"],
    "L'année dernière, il a neigé.": ["2023"],
    "Le mois prochain, il votera.": ["2024-06"],
    "Cette année, il votera.": ["2024"],
    "Le week-end dernier, il a voté.": ["2024-W19-WE"],
    "Il y a trois ans, la guerre a commencé.": ["2021"],
    "Il y a deux jours, la guerre a commencé.": ["2024-05-14"],
    "Au cours des deux dernières semaines, le prix a augmenté.": ["2024-05-02/2024-05-16"],
    "La guerre a duré pendant cinq ans.": ["P5Y"],
    "Cela a duré vingt-cinq minutes.": ["PT25M"],
    "Cela dure trois à cinq jours.": ["P3D/P5D"],
    "La séance a commencé à 16h30.": ["T16:30"],
    "La séance a commencé à 16 heures.": ["T16:00"],
    "Un homme de 42 ans a été arrêté.": [],
    "Il a parlé de la planète.": [],
}
SPANISH = {
    "El 3 de mayo de 2016 murieron dos personas.": ["2016-05-03"],
    "El 7 de abril fue detenido.": ["2024-04-07"],
    "El juicio será el 4 de julio.": ["2024-07-04"],
    "Fue detenido el martes 7 de mayo.": ["2024-05-07"],
    "Del 2 al 5 de agosto de 2016 llovió.": ["2016-08-02/2016-08-05"],
    "El 03/05/2016 llovió.": ["2016-05-03"],
    "En abril de 2019 llovió.": ["2019-04"],
    "En abril llovió.": ["2024-04"],
    "A finales de marzo vino.": ["2024-03"],
    "En 2016 ganó.": ["2016"],
    "De 2003 a 2007 gobernó.": ["2003/2007"],
    "En los años 90 era raro.": ["199"],
    "En la década de 1990 era raro.": ["199"],
    "Ayer nevó.": ["2024-05-15"],
    "Hoy nieva.": ["2024-05-16"],
    "Ayer por la noche nevó.": ["2024-05-15TNI"],
    "El martes fue detenido.": ["2024-05-14"],
    "El próximo lunes será juzgado.": ["2024-05-20"],
    "El pasado viernes fue detenido.": ["2024-05-10"],
    "La semana pasada nevó.": ["2024-W19"],
    "El año pasado nevó.": ["2023"],
    "El próximo mes votará.": ["2024-06"],
    "Este año votará.": ["2024"],
    "El fin de semana pasado votó.": ["2024-W19-WE"],
    "Hace tres años comenzó la guerra.": ["2021"],
    "Hace dos días comenzó la guerra.": ["2024-05-14"],
    "En las últimas dos semanas subió el precio.": ["2024-05-02/2024-05-16"],
    "La guerra siguió durante cinco años.": ["P5Y"],
    "Duró veinticinco minutos.": ["PT25M"],
    "Dura de tres a cinco días.": ["P3D/P5D"],
    "La sesión empezó a las 16:30.": ["T16:30"],
    "Un hombre de 42 años fue detenido.": [],
    "Habló del planeta.": [],
}
CASES = [
    (language, text, values)
    for language, corpus in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
    for text, values in corpus.items()
]


@pytest.mark.parametrize(("language", "text", "values"), CASES)
def test_examples(language: str, text: str, values: list[str]) -> None:
    found = find_times(text, split_sentences(text), language=language, published=PUBLISHED)
    assert [m.timex_value for m in found] == values
