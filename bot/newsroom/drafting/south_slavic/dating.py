"""Words of dates in Bosnian, Croatian and Serbian, in Latin letters; an underscore stands for a blank."""

from bot.newsroom.drafting.date_words import Senses, Vocabulary

_SENSES: Senses = {
    "month": {
        1: "januar januara januaru januarom siječanj siječnja siječnju siječnjem",
        2: "februar februara februaru februarom veljača veljače veljači veljaču veljačom",
        3: "mart marta martu martom ožujak ožujka ožujku ožujkom",
        4: "april aprila aprilu aprilom travanj travnja travnju travnjem",
        5: "maj maja maju majem svibanj svibnja svibnju svibnjem",
        6: "jun juni juna junu junom lipanj lipnja lipnju lipnjem",
        7: "jul juli jula julu julom srpanj srpnja srpnju srpnjem",
        8: "avgust avgusta avgustu avgustom august augusta augustu augustom kolovoz kolovoza kolovozu kolovozom",
        9: "septembar septembra septembru septembrom rujan rujna rujnu rujnom",
        10: "oktobar oktobra oktobru oktobrom listopad listopada listopadu listopadom",
        11: "novembar novembra novembru novembrom studeni studenog studenoga studenome studenom studenim",
        12: "decembar decembra decembru decembrom prosinac prosinca prosincu prosincem",
    },
    "short_month": {
        1: "jan. jan",
        2: "feb. feb",
        4: "apr. apr",
        8: "avg. avg",
        9: "sept. sep.",
        10: "okt. okt",
        11: "nov. nov",
        12: "dec. dec",
    },
    "roman_month": {
        1: "i",
        2: "ii",
        3: "iii",
        4: "iv",
        5: "v",
        6: "vi",
        7: "vii",
        8: "viii",
        9: "ix",
        10: "x",
        11: "xi",
        12: "xii",
    },
    "weekday": {
        0: "ponedjeljak ponedjeljka ponedjeljku ponedjeljkom ponedeljak ponedeljka ponedeljku ponedeljkom",
        1: "utorak utorka utorku utorkom",
        2: "srijeda srijede srijedi srijedu srijedom sreda srede sredi sredu sredom",
        3: "četvrtak četvrtka četvrtku četvrtkom",
        4: "petak petka petku petkom",
        5: "subota subote suboti subotu subotom",
        6: "nedjelja nedjelje nedjelji nedjelju nedjeljom nedelja nedelju nedeljom",
    },
    "short_weekday": {
        0: "pon pon.",
        1: "uto uto.",
        2: "sri sri. sre sre.",
        3: "čet čet.",
        4: "pet pet.",
        5: "sub sub.",
        6: "ned ned.",
    },
    "every": {
        True: "ponedjeljkom ponedeljkom utorkom srijedom sredom četvrtkom petkom subotom nedjeljom nedeljom svaki"
        " svake svakog svakoga svaku svakih"
    },
    "number": {
        1: "jedan jedna jedno jednu jednog jednoga jednom",
        2: "dva dvije dve dviju dvaju dvoje",
        3: "tri triju troje",
        4: "četiri četvero",
        5: "pet petero",
        6: "šest",
        7: "sedam",
        8: "osam",
        9: "devet",
        10: "deset desetak",
        11: "jedanaest",
        12: "dvanaest",
        13: "trinaest",
        14: "četrnaest",
        15: "petnaest petnaestak",
        16: "šesnaest",
        17: "sedamnaest",
        18: "osamnaest",
        19: "devetnaest",
        20: "dvadeset dvadesetak",
        30: "trideset",
        40: "četrdeset",
        50: "pedeset",
        60: "šezdeset",
        70: "sedamdeset",
        80: "osamdeset",
        90: "devedeset",
        100: "stotinu sto",
    },
    "ordinal": {
        1: "prvi prvog prvoga prvom",
        2: "drugog drugoga drugi",
        3: "treći trećeg trećega",
        4: "četvrti četvrtog četvrtoga",
        5: "peti petog petoga",
        6: "šesti šestog šestoga",
        7: "sedmi sedmog sedmoga",
        8: "osmi osmog osmoga",
        9: "deveti devetog devetoga",
        10: "deseti desetog desetoga",
        11: "jedanaesti jedanaestog",
        12: "dvanaesti dvanaestog",
        13: "trinaesti trinaestog",
        14: "četrnaesti četrnaestog",
        15: "petnaesti petnaestog",
        16: "šesnaesti šesnaestog",
        17: "sedamnaesti sedamnaestog",
        18: "osamnaesti osamnaestog",
        19: "devetnaesti devetnaestog",
        20: "dvadeseti dvadesetog dvadesetoga",
        30: "trideseti tridesetog tridesetoga",
    },
    "unit": {
        "hour": "sat sata sati",
        "day": "dan dana danu danom dani",
        "week": "sedmica sedmice sedmicu sedmica sedmici nedelju nedelje nedelja nedjelju nedjelje nedjelja tjedan"
        " tjedna"
        " tjedana tjednu",
        "month": "mjesec mjeseca mjeseci mjesecu mesec meseca meseci mesecu",
        "year": "godina godine godinu godini",
        "decade": "decenija decenije deceniju decenij desetljeće desetljeća desetljeću",
        "century": "vijek vijeka vek veka vijeku veku stoljeće stoljeća stoljeću",
    },
    "period": {
        "day": "dan dana danu",
        "week": "sedmica sedmice sedmicu sedmici tjedan tjedna tjednu nedelje",
        "weekend": "vikend vikenda vikendu",
        "month": "mjesec mjeseca mjesecu mesec meseca mesecu",
        "year": "godina godine godinu godini",
        "decade": "deceniju decenije decenija desetljeća desetljeću",
        "century": "vijeka veka stoljeća vijeku veku stoljeću",
    },
    "amount": {
        (6, "month"): "pola_godine po_godine",
        (25, "year"): "četvrt_vijeka četvrt_veka četvrt_stoljeća četvrtinu_stoljeća",
        (50, "year"): "pola_vijeka pola_veka pola_stoljeća",
        (18, "month"): "godinu_i_po godinu_i_pol godinu_ipo godinu_dana_i_po",
        (1, "year"): "godinu_dana",
        (1, "month"): "mjesec_dana mesec_dana",
        (1, "week"): "sedmicu_dana nedelju_dana nedjelju_dana tjedan_dana",
    },
    "which": {
        "this": "ovaj ovog ovoga ova ove ovu ovo ovoj ovom ovogodišnji",
        "next": "idući idućeg idućega iduće iduća iduću idućoj idućem sljedeći sljedećeg sljedećega sljedeće sljedeća"
        " sljedeću sljedećoj sljedećem sledeći sledećeg sledeće sledeća sledeću sledećoj sledećem naredni"
        " narednog naredne naredna narednu narednoj narednom predstojeći predstojećeg predstojeće predstojeću"
        " nadolazeći nadolazećeg nadolazeće",
        "last": "prošli prošlog prošloga prošle prošla prošlu prošloj prošlom minuli minulog minuloga minule minulu"
        " minulom protekli proteklog protekle proteklu proteklom",
        "previous": "prethodni prethodnog prethodne prethodna prethodnu prethodnoj prethodnom",
        "before_last": "pretprošli pretprošlog pretprošle pretprošlu pretprošloj",
    },
    "before_weekend": {True: "za tokom tijekom preko kroz"},
    "same": {True: "isti istog istoga iste istu istom"},
    "that": {True: "taj tog toga te tu toj tom"},
    "nearby": {
        -2: "prekjuče prekjučer",
        -1: "jučer juče sinoć jučerašnji jučerašnjeg jučerašnja jučerašnje jučerašnju jučerašnjoj jučerašnjem",
        0: "danas večeras jutros noćas današnji današnjeg današnja današnje današnju današnjoj današnjem",
        1: "sutra sutrašnji sutrašnjeg sutrašnja sutrašnje sutrašnju sutrašnjoj sutrašnjem",
        2: "prekosutra",
    },
    "nearby_year": {
        -1: "lani prošlogodišnji prošlogodišnje prošlogodišnjeg prošlogodišnja prošlogodišnjem",
        0: "ovogodišnje ovogodišnjeg ovogodišnja ovogodišnjem ovogodišnju",
    },
    "next_day": {
        1: "sutradan narednog_dana sljedećeg_dana sledećeg_dana idućeg_dana dan_poslije dan_posle dan_nakon"
        " dan_nakon_toga"
    },
    "previous_day": {1: "prethodnog_dana dan_prije dan_pre dan_ranije dan_prije_toga dan_pre_toga"},
    "eve": {True: "u_predvečerje dan_uoči"},
    "daypart": {
        "am": "ujutro ujutru prijepodne prepodne prije_podne pre_podne",
        "pm": "navečer uveče naveče poslijepodne popodne predveče poslije_podne posle_podne predvečer naveče",
    },
    "part": {
        True: "početkom sredinom krajem polovinom polovicom početak sredina kraj početka sredine kraja početku kraju"
        " sredini prve_polovine prvoj_polovini druge_polovine drugoj_polovini"
    },
    "prefix_ago": {True: "prije pre"},
    "later": {True: "kasnije potom"},
    "earlier": {True: "ranije"},
    "before": {True: "prije pre uoči"},
    "after": {True: "nakon poslije posle"},
    "prefix_later": {True: "nakon poslije posle"},
    "approximately": {
        True: "najmanje barem oko otprilike skoro gotovo nešto_više_od više_od manje_od tačno samo još svega"
    },
    "from_now": {True: "od_danas"},
    "in": {True: "za kroz"},
    "since": {True: "još_od"},
    "until": {True: "do"},
    "from": {True: "od počev_od počevši_od"},
    "to": {True: "do - – —"},
    "dash": {True: "- – —"},
    "between": {True: "između"},
    "and": {True: "i"},
    "of": {True: "u"},
    "on": {True: "u na"},
    "before_year": {
        True: "najmanje barem tek već ulaskom ulazeći u od do iz za prije pre nakon poslije posle tokom tijekom oko"
        " početkom"
        " krajem sredinom polovinom kraja"
        " početka između i - – — još_od uoči negdje_oko kraj početak polovicom godine"
    },
    "year_word": {True: "godine godini godinu godina god. g. god"},
    "decades": {True: "ih tih"},
    "decade_name": {
        1990: "devedesetih",
        1980: "osamdesetih",
        1970: "sedamdesetih",
        1960: "šezdesetih",
        1950: "pedesetih",
    },
    "season": {
        3: "proljeće proljeća proljeću proleće proleća proleću",
        6: "ljeto ljeta ljetu ljeti leto leta letu leti ljetos letos",
        9: "jesen jeseni jesenas",
        12: "zima zime zimu zimi zimus",
    },
    "in_season": {True: "na u"},
    "at": {True: "u od oko s sa do , ( na", "near": "u"},
    "hours": {True: "h sati sata sat časova časa čas"},
    "time_name": {12: "podne"},
    "zone": {"UTC": "gmt utc", "Europe/Sarajevo": "cet cest", "": "po_lokalnom_vremenu lokalnog_vremena"},
    "street": {True: "ulica ulici ulice trg brigada brigade most bulevar škola"},
    "street_before": {
        True: "ulica ulici ulice ulicu ulicom ul. trg trga trgu bulevar bulevara bulevaru škola školi škole naselje"
        " naselju stadion stadionu kasarna kasarni"
    },
    "stop": {True: "i u na o od do za je su se koji koja koje što da ne nije bi"},
    "clause": {True: "nego nego_što što"},
    "modal": {True: "će ću ćemo ćete neće neću nećemo"},
    "last_of": {
        True: "posljednji posljednjeg posljednje posljednju poslednji poslednjeg poslednje poslednju zadnji"
        " zadnjeg zadnje zadnju"
    },
    "tense": {
        "coming": "će ću ćemo ćete ćeš bit_će treba trebalo_bi trebala_bi trebali_bi trebao_bi bi_trebalo"
        " bi_trebala bi_trebali bi_trebao bi_mogla bi_moglo bi_mogli bi_mogao mora planira planiraju planiran"
        " planirana planirano planirani planirane zakazan zakazana zakazano zakazani zakazane predviđen predviđena"
        " predviđeno predviđeni predviđene najavljen najavljena najavljeno najavljeni najavljene očekuje očekuju"
        " "
        " počinje počinju igra igraju održava održavaju ističe kreće kreću"
        " dolazi dolaze otvara otvaraju putuje putuju izlazi izlaze slijedi sledi najavljuje namjerava namerava "
        " rok neka neće neću nećemo trebalo trebala trebao trebali biće zakazanog zakazanu planiranog planiranu"
        " predviđenog predviđenu najavljenog"
        " najavljenu predstojeći predstojećeg hoće dočekuje dočekuju gostuje",
        "present": "odlazi odlaze nastupa nastupaju stiže stižu važi gostuju vraća vraćaju preuzima preuzimaju"
        " napušta napuštaju ulazi ulaze stupa stupaju prestaje prestaju nastavlja nastavljaju polazi polaze zatvara"
        " zatvaraju bira biraju glasa glasaju odlučuje odlučuju zasjeda zaseda sastaje sastaju raspravlja"
        " raspravljaju priređuje dočekuju",
        "past": "rekao rekla kazao kazala saopšteno saopćeno",
    },
    "moved": {
        True: "odgođen odgođena odgođeno odgođeni odgođene odgodio odgodila odgodili odložen odložena odloženo odloženi"
        " odložene odložio odložila odložili pomjeren pomjerena pomjereno pomjereni pomjerene pomeren pomerena pomereno"
        " pomereni pomerene pomjerili pomerili prebačen prebačena prebačeno prebačeni pomaknut pomaknuta pomaknuto"
        " premješten premještena premješteno odgađa odgađaju odlaže pomjera pomera"
    },
    "leads_to_date": {True: "u na do od za iz oko s sa tokom tijekom uoči tek već najkasnije nakon prije kroz ka"},
    "shifted": {
        "passive": "preseljen preseljena preseljeno odgođen odgođena odgođeno odgođeni odgođene odložen odložena"
        " odloženo odloženi odložene pomjeren"
        " pomjerena pomjereno pomeren pomerena pomereno prebačen prebačena prebačeno otkazan otkazana otkazano otkazani"
        " otkazane",
        "active": "odgodio odgodila odgodili odložio odložila odložili otkazao otkazala otkazali pomjerio pomjerili"
        " pomerili",
    },
    "for_date": {True: "za"},
    "shift_target": {True: "na za do sa s od"},
    "auxiliary": {True: "je su sam smo ste si bio bila bilo bili nije nisu nisam bismo"},
}

VOCABULARY = Vocabulary.of(
    _SENSES,
    lower_case=True,
    bare_years=True,
    past_endings=(
        "šteno",
        "štena",
        "šten",
        "šteni",
        "ljen",
        "ljena",
        "ljeno",
        "ljeni",
        "đen",
        "đena",
        "đeno",
        "đeni",
        "ćen",
        "ćena",
        "ćeno",
        "ćeni",
        "ao",
        "io",
        "eo",
        "uo",
        "la",
        "lo",
        "li",
        "le",
        "ran",
        "rana",
        "rano",
        "rani",
        "jen",
        "jena",
        "jeno",
        "jeni",
        "šen",
        "šena",
        "šeno",
        "šeni",
        "žan",
        "žana",
        "žano",
        "žani",
        "gao",
        "čen",
        "čena",
        "čeno",
    ),
    participle_endings=("jen", "jeno", "šen", "šeno", "đen", "đeno", "ćen", "ćeno", "čen", "čeno"),
    no_genitive=("ija", "t", "d", "r", "k", "n", "s", "c"),
    sure_past_endings=("ao", "io", "uo", "eo"),
    coming_endings=("aće", "iće", "oće", "аће", "иће", "оће"),
    no_verbs="braće plaće domaće kupaće piće škola selo hala mala mali malo bijela bijelo bela belo nedelje cijela"
    " cijelo"
    " posao kilo tijelo telo djelo delo vozila vozilo pravila pravilo sela ali bolnica ostala ostali ostale ili"
    " strana strani rana rani rano voće ministarstvo cijeli svijela hvala bila_bi dijela dela stalo obala obale sala"
    " sale pošto tabela vrela vrelo zemlje stranice stoljeće stranka",
    needs_auxiliary=True,
)
