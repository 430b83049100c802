"""Bosnian, Croatian and Serbian words that tell who said something; Cyrillic is read as Latin.

An underscore stands for a blank.
"""

from bot.newsroom.drafting.date_words import Senses, Vocabulary


def _spoken(stems: str, endings: str = "o la li le lo") -> str:
    """Return the forms of the past of verbs whose stem ends before these endings."""
    return " ".join(stem + ending for stem in stems.split() for ending in endings.split())


_PAST = (
    _spoken("reka kaza izjavi doda istaknu naglasi poruči objasni najavi upozori saopći saopšti priopći potvrdi navo"
            " podsjeti podseti ocijeni oceni zaključi odgovori dodava tvrdi napisa ispriča prizna obeća pojasni"
            " izvijesti izvesti objavi otkri primijeti primeti ponovi smatra precizira konstatova naveo"
            " obrazloži komentarisa komentira prokomentarisa prokomentira zapita pita upita pohvali izrazi poželje"
            " procijeni proceni predvidje najavljiva obavijesti obavesti dojavi demantova negira prenije prene")
    + " rekla rekli rekle kazala kazali kazale navela naveli navele navelo reklo rekao kazao naveo istakao"
    " istakla istakli istaklo prenijela prenela prenijeli preneli prenio preneo predvidio predvideo"
)  # fmt: skip

SAYING: Senses = {
    "says": {
        True: f"{_PAST} kaže kažu reče tvrdi tvrde smatra smatraju ističe ističu dodaje dodaju navodi navode"
        " objašnjava"
        " objašnjavaju upozorava upozoravaju poručuje poručuju najavljuje najavljuju izjavljuje potvrđuje potvrđuju"
        " naglašava naglašavaju priznaje ocjenjuje ocjenjuju ocenjuje ocenjuju odgovara odgovaraju podsjeća podseća"
        " podsjećaju podsećaju pojašnjava pojašnjavaju vjeruje veruje vjeruju veruju očekuje očekuju misli"
        " misle procjenjuje procenjuje procjenjuju procenjuju piše priča prenosi prenose saznaje doznaje saznaju"
        " doznaju javlja javljaju obećava"
        " obećavaju kazuje ponavlja ponavljaju rečeno saopćeno saopšteno priopćeno najavljeno potvrđeno istaknuto"
        " navedeno objavljeno kazano"
    },
    "calls": {
        True: _spoken(
            "nazva opisa optuži odbaci osudi kritikova kritizira pozdravi pozva zatraži zahtijeva zahteva ustvrdi odbi"
        )
        + " naziva nazivaju opisuje opisuju optužuje optužuju odbacuje odbacuju traži traže kritikuje poziva"
        " pozivaju nazvao opisao pozvao zatražio optužio odbacio osudio pozdravio odbio"
    },
    "mild": {
        True: _spoken(
            "najavi zatraži odbaci osudi kritikova kritizira nazva opisa pozdravi odgovori pita upita zapita piše"
            " ponovi pohvali napisa poželje izrazi odbi"
        )
        + " piše misli misle priča traži traže poziva pozivaju javlja javljaju naziva nazivaju opisuje opisuju"
        " nazvao opisao pozvao pozdravio odbio odgovara odgovaraju odbacio osudio zatražio optužio"
        " najavljuje najavljuju"
        " tražili očekuje očekuju prenosi prenose"
    },
    "that": {True: "da kako"},
    "according": {
        True: "prema_riječima prema_rečima po_riječima po_rečima prema_njegovim_riječima prema_njezinim_riječima"
        " prema_njenim_riječima prema_njegovim_rečima prema_njenim_rečima prema_njihovim_riječima"
        " prema_njihovim_rečima po_njegovim_riječima po_njenim_riječima po_njezinim_riječima po_njegovim_rečima"
        " po_njenim_rečima prema_navodima prema_podacima prema_podatcima prema_procjeni prema_proceni"
        " prema_mišljenju prema_procjenama prema_procenama prema_saopćenju prema_saopštenju"
        " po_mišljenju prema_tvrdnjama po_navodima prema_izvještaju prema_izveštaju"
    },
    "own_according": {
        True: "prema_njegovim_riječima prema_njezinim_riječima prema_njenim_riječima prema_njegovim_rečima"
        " prema_njenim_rečima prema_njihovim_riječima prema_njihovim_rečima po_njegovim_riječima po_njenim_riječima"
        " po_njezinim_riječima po_njegovim_rečima po_njenim_rečima"
    },
    "as": {True: "kako"},
    "declines": {
        True: _spoken("odbi")
        + " odbio_je odbila_je odbili_su nije_želio nije_želela nije_željela nije_hteo nije_htjela nije_htela"
        " nije_htio nije_želeo nisu_željeli nisu_želeli nisu_htjeli nisu_hteli"
        " nije_odgovorio nije_odgovorila nije_odgovorilo nisu_odgovorili nisu_odgovorile nije_komentarisao"
        " nije_komentarisala nije_komentirao nije_komentirala nisu_komentarisali nisu_komentirali"
        " nije_rekao nije_rekla nisu_rekli nije_precizirao nije_precizirala nije_bio_dostupan nije_bila_dostupna"
        " nije_otkrio nije_otkrila nije_potvrdio nije_potvrdila bez_komentara nije_kazao nije_kazala"
        " odbija odbijaju ne_želi ne_žele ne_komentariše ne_komentira do_zaključenja"
    },
    "pronoun": {True: "on ona oni one ono"},
    "possessive": {True: "njegov njegova njegovo njen njena njezin njezina njihov njihova svoj svoja"},
    "relative": {True: "koji koja koje kojoj kojem kojeg čiji čija čije kojima koju gdje gde"},
    "about": {True: "na protiv"},
    "clitic": {True: "je su bi će ćemo se ga im mu ju smo sam ste"},
    "to": {True: "novinarima"},
    "for": {True: "za"},
    "preposition": {
        True: "u na iz od za o po pri pred nakon posle poslije prije pre s sa do kod prema protiv između oko bez uz"
        " zbog radi kroz nad pod tokom tijekom"
    },
    "speaking_from": {True: "iz"},
    "finite": {
        True: "je su bi će ćemo bio bila bilo bili nije nisu neće ima imaju nema može mogu mora moraju treba trebalo"
        " biti jesu jest smo sam"
    },
    "outlet": {
        True: "list listu listom portal portalu novine novinama agencija agenciji agenciju agencije televizija"
        " televiziji televiziju televizije radio radiju radija tv magazin magazinu dnevnik dnevniku"
        " nedeljnik nedeljniku"
        " tjednik tjedniku medijima n1 rts bhrt ftv fena srna tanjug beta hina hrt rtrs politika politiku politici"
        " avaz avazu oslobođenje oslobođenju glas glasu vijesti vijestima vesti vestima danas blic večernji jutarnji"
        " slobodna slobodnu dalmacija dalmaciju novosti novostima agencija"
    },
    "audience": {True: "novinarima novinare novinari"},
    "auxiliary": {True: "je su i također takođe zatim potom ranije jučer juče danas sinoć si smo se"},
    "conjunction": {True: "i a ali dok jer iako kada kad ako te"},
}

SOUTH_SLAVIC = Vocabulary.of(SAYING)
