"""Sources as programs paste and export them: Word, Google Sheets, Notion, Canvas."""

from __future__ import annotations

WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Coasts 2029</title></head>
<body><p class=MsoNormal>Bring a coat.</p>
<table class=MsoTableGrid><tr><td><p><b>Date<o:p></o:p></b></p></td><td><p><b>Topic</b></p></td>
<td><p>Readings</p></td><td><p>Discussant</p></td></tr>
<tr><td><p>Sept. 4</p></td><td><p>Introduction</p></td><td><p><o:p>&nbsp;</o:p></p></td></tr>
<tr><td><p>Sept. 11</p></td><td><p>Tides</p></td><td><p class=MsoListParagraph><![if !supportLists]>
<span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>
<a href="https://example.org/a">Brook, <i>Clocks</i></a></p></td><td><p>Ada Brook</p></td></tr>
<tr><td colspan=4><p>Sept. 18 – No class (holiday)</p></td></tr>
<tr><td colspan=4><p>Sept. 25 – Salt</p></td></tr></table></body></html>
"""
PUBLISHED = """\
<table class="waffle"><thead><tr><th></th><th>A</th><th>B</th><th>C</th></tr></thead><tbody>
<tr><th><div>1</div></th><td>Date</td><td>Topic</td><td>Reading</td></tr>
<tr><th><div>2</div></th><td>9/4/2029</td><td>Introduction</td><td></td></tr>
<tr><th><div>3</div></th><td>9/11/2029</td><td>Tides</td><td><a
href="https://www.google.com/url?q=https://example.org/a&amp;sa=D&amp;ust=1">Clocks</a></td></tr>
</tbody></table>
"""
NOTION = """\
# Coasts

| Date | Name | Readings | Status |
| --- | --- | --- | --- |
| September 4, 2029 | [Introduction](Coasts%201f/Introduction%20aa.md) |  | Done |
| September 11, 2029 → September 12, 2029 | Tides | <https://example.org/a> | Done |
"""
CANVAS = """\
<table id="syllabus"><thead><tr><th>Date</th><th>Details</th><th>Due</th></tr></thead><tbody>
<tr><td>Tue Sep 4, 2029</td><td><i class="icon"></i><a href="/c/1">Introduction</a></td>
<td>9:30am to 10:45am</td></tr>
<tr><td>Tue Sep 11, 2029</td><td><i class="icon"></i><a href="https://example.org/a">Tides</a></td>
<td>9:30am to 10:45am</td></tr></tbody></table>
"""
