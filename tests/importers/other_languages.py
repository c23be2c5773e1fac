"""Sheets in the languages of the catalogs, each with the same facts: 8 columns, 4 rows."""

# ruff: noqa: RUF001 (letters of several scripts)

from __future__ import annotations

GERMAN = """\
Woche;Datum;Zeit;Raum;Thema;Referent*in;Pflichtlektüre;Abgabe
1;Mo, 03.09.2029;14:15-15:45 Uhr;H 3;Einführung;;;
2;Mo, 10.09.2029;14:15-15:45 Uhr;H 3;Gezeiten;Ada Brook und Noor Haddad;Uhren <https://example.org/a>;Bericht
3;Mo, 17.09.2029;14:15-15:45 Uhr;H 3;Herbstferien;;;
4;Mo, 24.09.2029;16-18 Uhr;H 4;Salz;N.N.;(fakultativ) Sole;
"""
FRENCH = """\
Séance,Date,Horaire,Salle,Thème,Présentatrice,Lectures,À rendre
1,lundi 3 septembre 2029,14h15-15h45,H 3,Introduction,,,
2,lundi 10 septembre,14h15-15h45,H 3,Marées,Ada Brook et Noor Haddad,Horloges <https://example.org/a>,Rapport
3,lundi 17 septembre,14h15-15h45,H 3,Férié,,,
4,lundi 24 septembre,16 h - 18 h,H 4,Sel,à préciser,(facultatif) Saumure,
"""
SPANISH = """\
Semana,Fecha,Horario,Aula,Tema,Ponentes,Bibliografía,Fecha de entrega
1,3/9/2029,14:15-15:45,H 3,Introducción,,,
2,10/9/2029,14:15-15:45,H 3,Mareas,Ada Brook y Noor Haddad,Relojes <https://example.org/a>,Informe
3,17/9/2029,14:15-15:45,H 3,Festivo,,,
4,lunes 24 de septiembre de 2029,16-18,H 4,Sal,por definir,(opcional) Salmuera,
"""
JAPANESE = """\
回,日付,時限,教室,テーマ,発表者,参考文献,提出物
第1回,2029年9月3日（月）,14:15〜15:45,H 3,はじめに,,,
第2回,9月10日（月）,14:15〜15:45,H 3,潮汐,Ada Brook、Noor Haddad,時計 <https://example.org/a>,レポート
第3回,9月17日（月）,14:15〜15:45,H 3,休講,,,
第4回,9月24日（月）,16時〜18時,H 4,塩,未定,（任意）塩水,
"""
ARABIC = """\
الأسبوع,التاريخ,الوقت,القاعة,الموضوع,مقدّم العرض,القراءات,موعد التسليم
1,٣/٩/٢٠٢٩,14:15-15:45,H 3,مقدمة,,,
2,10/9/2029,14:15-15:45,H 3,المد والجزر,Ada Brook، Noor Haddad,الساعات <https://example.org/a>,التقرير
3,17/9/2029,14:15-15:45,H 3,عطلة رسمية,,,
4,الاثنين 24 سبتمبر 2029,16-18,H 4,الملح,,(اختياري) محلول,
"""
