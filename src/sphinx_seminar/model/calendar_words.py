"""Names of months and of the days of the week, as spreadsheets of many languages write them.

From the Common Locale Data Repository of Unicode, by way of Babel: in full and in short.
"""

# ruff: noqa: RUF001 (letters of many scripts)

from __future__ import annotations

_MONTHS = (
    (
        "ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro januar januari "
        "january január januára janv janvier janvāris janúar led leden ledna oca ocak saus "
        "sausio sausis sij siječanj siječnja sty styczeń stycznia tammi tammikuu tammikuuta urt "
        "urtarrila xan xaneiro ιαν ιανουάριοσ ιανουαρίου січ січень січня янв январь января яну "
        "януари јан јануар қаң қаңтар ינואר ינו׳ جنوری يناير ژانویه जनवरी जन॰ জানু জানুয়ারি "
        "ม.ค มกราคม იან იანვარი 一月"
    ),
    (
        "feb febbraio febr febreiro febrer febrero februar februari februarie february február "
        "februára februāris febrúar fev fevereiro févr février helmi helmikuu helmikuuta lut "
        "lutego luty ots otsaila vas vasario vasaris veebr veebruar velj veljača veljače úno "
        "únor února şub şubat φεβ φεβρουάριοσ φεβρουαρίου ақп ақпан лют лютий лютого феб "
        "фебруар фев февр февраль февраля февруари פברואר פבר׳ فبراير فروری فوریه फ़रवरी फ़र॰ "
        "ফেব ফেব্রুয়ারি ก.พ กุมภาพันธ์ თებ თებერვალი 二月"
    ),
    (
        "bře březen března kov kovas kovo maalis maaliskuu maaliskuuta maart mac mar marca "
        "march marec maret mars mart martie marts martxoa marzec marzo març março mrt mrz márc "
        "március mär märts märz ožu ožujak ožujka μάρ μάρτιοσ μαρ μαρτίου бер березень березня "
        "мар март марта нау наурыз מרץ مارس مارچ मार्च মার্চ มี.ค มีนาคม მარ მარტი 三月"
    ),
    (
        "abr abril api apirila apr april aprile aprilie aprill apríl apríla aprīlis avr avril "
        "bal balandis balandžio dabr dabril dub duben dubna huhti huhtikuu huhtikuuta kwi "
        "kwiecień kwietnia nis nisan tra travanj travnja ápr április απρ απρίλιοσ απριλίου апр "
        "апрель апреля април квіт квітень квітня сәу сәуір אפריל אפר׳ آوریل أبريل اپریل अप्रैल "
        "এপ্রি এপ্রিল เม.ย เมษายน აპრ აპრილი 四月"
    ),
    (
        "geg gegužė gegužės kvě květen května mag maggio mai maiatza maig maijs maio maj maja "
        "may mayo mayıs maí mei máj mája május svi svibanj svibnja touko toukokuu toukokuuta "
        "μάι μάιοσ μαΐ μαΐου май мам мамыр мая мај трав травень травня מאי مئی مايو مه मई "
        "মে พ.ค พฤษภาคม მაი მაისი 五月"
    ),
    (
        "birž birželio birželis cze czerwca czerwiec eka ekaina giu giugno haz haziran iun "
        "iunie juin jun june junho juni junij junio juny juuni jún júna június júní jūn jūnijs "
        "kesä kesäkuu kesäkuuta lip lipanj lipnja xuño červen června čvn ιουν ιουνίου ιούν "
        "ιούνιοσ июн июнь июня мау маусым черв червень червня юни јун יוני جون يونيو ژوئن जून "
        "জুন มิ.ย มิถุนายน ივნ ივნისი 六月"
    ),
    (
        "heinä heinäkuu heinäkuuta iul iulie juil juillet jul julai julho juli julij julio "
        "juliol july juuli júl júla július júlí jūl jūlijs liep liepa liepos lip lipca lipiec "
        "lug luglio srp srpanj srpnja tem temmuz uzt uztaila xul xullo července červenec čvc "
        "ιουλ ιουλίου ιούλ ιούλιοσ июл июль июля лип липень липня шіл шілде юли јул יולי جولائی "
        "يوليو ژوئیه जुलाई जुल॰ জুল জুলাই ก.ค กรกฎาคม ივლ ივლისი 七月"
    ),
    (
        "abu abuztua ag ago agost agosto agu agustus août aug august augusta augusti augusts "
        "augustus augusztus avg avgust ağu ağustos dag dagost elo elokuu elokuuta kol kolovoz "
        "kolovoza ogo ogos rugp rugpjūtis rugpjūčio sie sierpień sierpnia srp srpen srpna ágú "
        "ágúst αυγ αυγούστου αύγ αύγουστοσ авг август августа серп серпень серпня там тамыз "
        "אוגוסט אוג׳ أغسطس اوت اگست अगस्त अग॰ আগ আগস্ট ส.ค สิงหาคม აგვ აგვისტო 八月"
    ),
    (
        "eyl eylül ira iraila rugs rugsėjis rugsėjo ruj rujan rujna sep sept september "
        "septembra septembre septembrie septembris septiembre set setembre setembro settembre "
        "syys syyskuu syyskuuta szept szeptember wrz wrzesień września zář září σεπ σεπτέμβριοσ "
        "σεπτεμβρίου вер вересень вересня сент сентябрь сентября сеп септембар септември қыр "
        "қыркүйек ספטמבר ספט׳ سبتمبر ستمبر سپتامبر सितंबर सित॰ সেপ সেপ্ট সেপ্টেম্বর ก.ย กันยายน "
        "სექ სექტემბერი 九月"
    ),
    (
        "doct doctubre eki ekim lis listopad listopada loka lokakuu lokakuuta oct october "
        "octobre octombrie octubre okt oktober oktobris oktoober október októbra ott ottobre "
        "out outubro paź październik października spal spalio spalis urr urria říj říjen října "
        "οκτ οκτωβρίου οκτώβριοσ жовт жовтень жовтня окт октобар октомври октябрь октября қаз "
        "қазан אוקטובר אוק׳ أكتوبر اکتبر اکتوبر अक्टूबर अक्टू॰ অক্টো অক্টোবর ต.ค ตุลาคม ოქტ "
        "ოქტომბერი 十月"
    ),
    (
        "aza azaroa kas kasım lapkr lapkritis lapkričio lis listopad listopada listopadu marras "
        "marraskuu marraskuuta noiembrie nov november novembra novembre novembris novembro "
        "noviembre nóv nóvember stu studeni studenoga νοέ νοέμβριοσ νοε νοεμβρίου лист листопад "
        "листопада нов новембар ное ноември нояб ноябрь ноября қар қараша נובמבר נוב׳ نوامبر "
        "نوفمبر نومبر नवंबर नव॰ নভে নভেম্বর พ.ย พฤศจิกายน ნოე ნოემბერი 十一月"
    ),
    (
        "abe abendua ara aralık dec december decembra decembrie decembris decembro des desember "
        "desembre dets detsember dez dezember dezembro dic dicembre diciembre dis disember déc "
        "décembre gru grudnia grudzień gruod gruodis gruodžio joulu joulukuu joulukuuta pro "
        "prosinac prosinca prosince prosinec δεκ δεκέμβριοσ δεκεμβρίου груд грудень грудня дек "
        "декабрь декабря декември дец децембар жел желтоқсан דצמבר דצמ׳ دسامبر دسمبر ديسمبر "
        "दिसंबर दिस॰ ডিসে ডিসেম্বর ธ.ค ธันวาคม დეკ დეკემბერი 十二月"
    ),
)
_DAYS = (
    "ah ahad ahd al an antradienis ar asteartea asteazkena astelehena az ba bảy ce ceturtd "
    "ceturtdiena chủ cmt cn cs csütörtök ct cu cum cuma cumartesi czw czwartek dc dg di "
    "dienstag dijous dilluns dim dimanche dimarts dimecres dinsdag dissabte diumenge "
    "divendres dj dl do dom domenica domingo donderdag donnerstag ds dt du dum duminică dv "
    "e esmaspäev f feira fi fim fimmtudagur fr fre fredag freitag fri friday fö fös "
    "föstudagur gio giovedì h hai hétfő ig igandea is isn isnin je jeu jeudi joi ju jue "
    "jueves jum jumaat jumat k kam kamis ke kedd keskiviikko keskiviikkona ketvirtadienis "
    "kh kha khamis kolmapäev kt l la larunbata lau lauantai lauantaina laugardagur laupäev "
    "laurdag lr lu lun lundi lunedì lunes luni luns lö lör lördag lø lør lørdag m ma "
    "maanantai maanantaina maandag man mandag mar mardi martedì martes marți me mer "
    "mercoledì mercredi mi mie miercuri min minggu mittwoch mié miércoles mið miðvikudagur "
    "mo mon monday montag má mán mánudagur må mån måndag mé mér mércores n ne ned nedelja "
    "nedeľa nedjelja neděle neljapäev nhật nie niedz niedziela năm og on ons onsdag or "
    "osteguna ostirala ot otrd otrdiena p pa paz pazar pazartesi pe penktadienis per "
    "perjantai perjantaina perşembe pet petak petek pi piatok piektd piektdiena pirmadienis "
    "pirmd pirmdiena pią piątek pk pn po pon pondelok pondělí ponedeljek ponedjeljak "
    "poniedziałek pr pt pzt pá pátek péntek pühapäev qua quarta qui quinta r ra rab rabu "
    "reede s sa sab sabato sabtu sal salı sam samedi samstag sat saturday se seg segunda "
    "sekmadienis sel selasa sen senin sestd sestdiena sex sexta sk so sob sobota sonntag "
    "sre sreda sri srijeda st streda středa su sub subota sun sunday sunnudagur sunnuntai "
    "sunnuntaina sv svētd svētdiena sze szerda szo szombat sá sáb sábado sáu sâ sâm sâmbătă "
    "sö sön söndag sø søn søndag t t2 t3 t4 t5 t6 t7 teisipäev ter terça th thu thursday "
    "thứ ti tiistai tiistaina tir tirs tirsdag tis tisdag to tor torek tors torsdag torstai "
    "torstaina tr trečiadienis trešd trešdiena tu tue tuesday ty tysdag tư u ut uto utorak "
    "utorok v vasárnap ve ven vendredi venerdì venres vi vie viernes vin vineri vr vrijdag "
    "w we wed wednesday wo woensdag wt wto wtorek xo xov xoves za zaterdag zo zondag ça çar "
    "çarşamba út úterý þr þri þriðjudagur čet četrtek četvrtak čt čtvrtek śr śro środa "
    "šeštadienis št štvrtok δε δευ δευτέρα κυ κυρ κυριακή πέ πέμ πέμπτη πα παρ παρασκευή σά "
    "σάβ σάββατο τε τετ τετάρτη τρ τρί τρίτη бейсенбі бс воскресенье вс вт вторник вівторок "
    "дс дүйсенбі жексенбі жм жс жұма нд не нед неделя недеља неділя пʼятниця пе пет петак "
    "петък пн по пон понеделник понедельник понедељак понеділок пт пятница сб сейсенбі "
    "сенбі середа ср сре среда сряда сс су суб суббота субота събота сәрсенбі ут уто уторак "
    "че чет четвер четверг четвртак четвъртък чт א׳ ב׳ ג׳ ד׳ ה׳ ו׳ חמישי יום ראשון רביעי "
    "שבת שישי שלישי שני ש׳ أحد أربعاء إثنين اتوار الأحد الأربعاء الاثنين الثلاثاء الجمعة "
    "الخميس السبت بدھ ثلاثاء ج جمعة جمعرات جمعه جمعہ خميس دوشنبه سبت سهشنبه ش شنبه منگل "
    "پنجشنبه پیر چهارشنبه ہفتہ یکشنبه ۱ش ۲ش ۳ش ۴ش ۵ش गु गुरु गुरुवार बु बुध बुधवार मं मंगल "
    "मंगलवार र रवि रविवार श शनि शनिवार शु शुक्र शुक्रवार सो सोम सोमवार বুঃ বুধ বুধবার বৃঃ "
    "বৃহস্পতি বৃহস্পতিবার মঃ মঙ্গল মঙ্গলবার রঃ রবি রবিবার শনি শনিবার শুঃ শুক্র শুক্রবার সোঃ "
    "সোম সোমবার จ จันทร์ พ พฤ พฤหัส พุธ วันจันทร์ วันพฤหัสบดี วันพุธ วันศุกร์ วันอังคาร "
    "วันอาทิตย์ วันเสาร์ ศ ศุกร์ ส อ อังคาร อา อาทิตย์ เสาร์ კვ კვი კვირა ოთ ოთხ ოთხშაბათი "
    "ორ ორშ ორშაბათი პარ პარასკევი პრ სამ სამშაბათი სმ შაბ შაბათი შბ ხთ ხუთ ხუთშაბათი 一 三 二 "
    "五 六 周一 周三 周二 周五 周六 周四 周日 四 土 土曜日 日 日曜日 星期一 星期三 "
    "星期二 星期五 星期六 星期四 星期日 月 月曜日 木 木曜日 水 水曜日 火 "
    "火曜日 週一 週三 週二 週五 週六 週四 週日 金 金曜日 금 금요일 목 목요일 수 "
    "수요일 월 월요일 일 일요일 토 토요일 화 화요일"
)

MONTHS: dict[str, tuple[int, ...]] = {}
"""Numbers of the months that a name may mean, most of them one."""
for _number, _names in enumerate(_MONTHS, 1):
    for _name in _names.split():
        MONTHS[_name] = (*MONTHS.get(_name, ()), _number)
DAYS = frozenset(_DAYS.split())
"""Names of days of the week; one of them is a month as well."""
_BESIDE = "st nd rd th er º ª e of the de del d di den der le el la il г р року года"
BESIDE = frozenset(_BESIDE.split())
"""What is beside a day, a month or a year and says nothing: 1er, 25th of, 25 de febrero."""
