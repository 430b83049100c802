"""Bosnian, Croatian and Serbian words for what happens, and for changes of plan; without accents, in Latin letters."""

from bot.newsroom.drafting.happening_words import HappeningWords

WORDS = HappeningWords.of(
    nouns=(
        "krug kruga krugu kolo kola kolu mec meca mecu misa mise misu rok roka roku final sud sajam sajma sajmu utrka"
        " utrke utrku trka trke trku skup skupa skupu test testa popis popisa upis upisa start starta premijera"
        " premijere"
        " premijeru ispit ispita strajk strajka strajku izlet izleta sastanak sastanka sastanku susret susreta revija"
        " revije reviju debata debate debatu sabor sabora marš prijem prijema posjeta posjete posjetu posjet poseta"
        " posete posetu pregled pregleda let leta kviz kviza bal bala presuda presude presudu opera opere"
    ),
    stems=(
        "izbor",
        "referendum",
        "glasanj",
        "glasovanj",
        "utakmic",
        "sjednic",
        "sednic",
        "rasprav",
        "koncert",
        "finale",
        "finala",
        "finalu",
        "polufinal",
        "festival",
        "protest",
        "samit",
        "konferencij",
        "sudjenj",
        "rocist",
        "otvaranj",
        "zatvaranj",
        "svecanost",
        "izlozb",
        "turnir",
        "derbi",
        "pregovor",
        "konkurs",
        "tender",
        "licitacij",
        "aukcij",
        "maraton",
        "miting",
        "obiljezavanj",
        "obelezavanj",
        "godisnjic",
        "sahran",
        "parastos",
        "zasjedanj",
        "zasedanj",
        "izricanj",
        "primopredaj",
        "inauguracij",
        "pustanj",
        "proslav",
        "predavanj",
        "radionic",
        "vjezb",
        "predstav",
        "natjecanj",
        "takmicenj",
        "prvenstv",
        "regat",
        "radov",
        "ceremonij",
        "okupljanj",
        "potpisivanj",
        "javna rasprav",
        "polaganj",
        "zavrsetak",
        "zavrsetk",
        "pocetak",
        "pocetk",
        "rekonstrukcij",
        "preseljenj",
        "evakuacij",
        "sletanj",
        "slijetanj",
        "polijetanj",
        "isporuk",
        "sezon",
        "procesij",
        "forum",
        "seminar",
        "tribin",
        "promocij",
        "projekcij",
        "gostovanj",
        "natjecaj",
        "dopunsk",
        "obustav",
        "prekid",
        "intervencij",
        "saslusanj",
        "svjedocenj",
        "svedocenj",
    ),
    cancelled=("otkaz", "odustal", "obustavljen"),
    moved=("odgodj", "odgod", "odloz", "odlag", "pomjer", "pomer", "prebac", "pomaknut", "premjest"),
    former=("prvobitno", "prvotno", "ranije zakazan", "trebalo je", "trebao je", "trebala je", "trebali su"),
    relative="koji koja koje koju kojeg kojem kojoj",
    targets="na za do",
    no_phrase=(
        "sada sad tada ipak zatim potom kasnije "
        "i ili ali a da sto koji koja koje koju kojeg kojoj ko kad kada gdje gde dok ako jer nego pa te u na o od"
        " do za iz s"
        " sa kod uz po pri pred nakon poslije posle prije pre uoci tokom tijekom zbog bez protiv izmedju ce cu cemo"
        " je su"
        " smo sam ste si nije nisu bi bio bila bilo bili biti se ga mu joj ih im on ona ono oni to ovo taj ne nece kako"
        " treba mora moze mogu planira najavio najavila rekao rekla kazao kazala izjavio izjavila odrzava pocinje igra"
        " slijedi sledi traje krece zakazan zakazana zakazano zakazani zakazane odrzan odrzana odrzano odrzani odrzane"
        " planiran planirana planirano odgodjen odgodjena odgodjeno odlozen odlozena odlozeno otkazan otkazana otkazano"
        " pomjeren pomjerena pomeren pomerena najavljen najavljena danas sutra jucer juce vec jos samo takodje"
    ),
    no_phrase_endings=("uje", "uju", "ati", "iti", "eti", "aju", "ijo"),
    saying="da sto kako rekao rekla kazao kazala izjavio izjavila najavio najavila saopstio saopstila",
    links="za o protiv izmedju sa s",
    determiners="",
)
