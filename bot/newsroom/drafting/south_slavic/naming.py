"""Bosnian, Croatian and Serbian words that tell what a name is the name of; Cyrillic is read as Latin."""

from bot.newsroom.drafting.date_words import Senses, Vocabulary
from bot.newsroom.drafting.south_slavic.saying import SAYING


def _cases(nouns: str, endings: str) -> str:
    return " ".join(noun + end for noun in nouns.split() for end in ("", *endings.split()))


def _feminine(nouns: str) -> str:
    """Return the cases of nouns in -a."""
    return " ".join(noun[:-1] + end for noun in nouns.split() for end in ("a", "e", "i", "u", "om", "o", "ama"))


def _neuter(nouns: str) -> str:
    """Return the cases of nouns in -o and -e."""
    return " ".join(noun[:-1] + end for noun in nouns.split() for end in (noun[-1], "a", "u", "om", "em", "ima"))


_SENSES: Senses = {
    "title": {True: "dr mr prof gospodin gospođa gđa g don fra dipl ing"},
    "female": {True: "gospođa gđa"},
    "male": {True: "gospodin"},
    "person": {
        True: _cases("ministar direktor predsjednik predsednik načelnik gradonačelnik premijer potpredsjednik"
                     " potpredsednik advokat odvjetnik tužitelj tužilac sudija sudac profesor doktor trener"
                     " glumac pjevač pevač pisac redatelj reditelj slikar novinar urednik glasnogovornik portparol"
                     " zastupnik poslanik vijećnik odbornik sekretar tajnik savjetnik savetnik ambasador veleposlanik"
                     " komandant zapovjednik inspektor inženjer ljekar lekar liječnik kirurg hirurg istraživač"
                     " naučnik"
                     " znanstvenik kapetan golman napadač igrač sportaš sportista ronilac ribar poljoprivrednik"
                     " vozač vlasnik osnivač upravnik ravnatelj šef vođa lider kandidat član svjedok svedok agent"
                     " biskup imam muftija patrijarh otac brat sin suprug muž menadžer analitičar ekonomista"
                     " ekonomist"
                     " historičar istoričar povjesničar geolog seizmolog meteorolog biolog arheolog arhitekt"
                     " arhitekta"
                     " koordinator predstavnik povjerenik poverenik kustos kompozitor skladatelj dirigent selektor"
                     " predsjedavajući predsedavajući branilac branitelj optuženi osumnjičeni kancelar guverner"
                     " učitelj nastavnik student pekar stanovnik mještanin pilot", "a u om em e i")
        + " "
        + _feminine("ministrica ministarka direktorica direktorka predsjednica predsednica načelnica gradonačelnica"
                    " premijerka advokatica advokatkinja odvjetnica tužiteljica profesorica doktorica"
                    " trenerica glumica pjevačica pevačica spisateljica književnica redateljica rediteljka novinarka"
                    " urednica glasnogovornica portparolka zastupnica poslanica vijećnica odbornica sekretarka"
                    " tajnica"
                    " savjetnica savetnica ambasadorica ambasadorka voditeljica ravnateljica upravnica vlasnica"
                    " osnivačica kandidatkinja članica svjedokinja ljekarka lekarka liječnica znanstvenica naučnica"
                    " istraživačica sutkinja majka sestra kći supruga žena udovica baka predstavnica kustosica"
                    " koordinatorica koordinatorka stanovnica učiteljica nastavnica studentica studentkinja"
                    " sportistkinja"
                    " kapetanica zamjenica zamenica")
        + " zamjenik zamjenika zamenik zamenika pomoćnik pomoćnika ministri direktori šefica šefice čelnik čelnika"
        " čelnica voditelj voditelja rukovodilac rukovodioca rukovoditelj glavni"
    },
    "organisation": {
        True: _neuter("ministarstvo vijeće veće preduzeće poduzeće udruženje tužiteljstvo tužilaštvo sveučilište"
                      " pozorište kazalište društvo tijelo telo predsjedništvo predsedništvo povjerenstvo izaslanstvo"
                      " odjeljenje odeljenje ravnateljstvo veleposlanstvo")
        + " "
        + _feminine("vlada skupština komisija agencija policija stranka partija firma tvrtka kompanija banka"
                    " bolnica škola"
                    " gimnazija akademija uprava direkcija služba zaklada fondacija zadruga udruga unija organizacija"
                    " televizija novina redakcija klinika ustanova elektroprivreda komora crkva zajednica federacija"
                    " ambasada reprezentacija ekipa grupa inspekcija opozicija općina opština vojska liga")
        + " "
        + _cases("sud zavod institut fakultet univerzitet savez odbor klub fond ured biro centar sabor senat"
                 " parlament"
                 " inspektorat muzej muzeo kombinat sindikat list portal dnevnik radio holding štab stožer arhiv"
                 " teatar orkestar hor zbor", "a u om em e i")
        + " elektro doo dd ad nk fk hnk kk rk vrh centra centru muzeja"
    },
    "place": {
        True: _cases("grad otok trg most park kanton zaljev zaliv izvor kolodvor aerodrom stadion dvorac", "a u"
                                                                                                           " om"
                                                                                                           " em e i")
        + " " + _feminine("rijeka reka planina ulica luka obala županija palača palata dvorana tvrđava općina"
                          " opština oblast")
        + " " + _neuter("selo naselje izvorište jezero more ostrvo mjesto mesto područje")
    },
    "thing": {
        True: _cases("film roman album zakon sporazum festival kup brod parobrod"
               " trajekt projekat projekt program", "a u om em e i")
        + " " + _feminine("predstava drama knjiga pjesma pesma serija nagrada izložba opera igra bolest oluja")
        + " " + _neuter("prvenstvo djelo delo")
    },
    "tail": {True: ""},
    "genitive_tail": {
        True: _neuter("ministarstvo vijeće veće udruženje tužiteljstvo tužilaštvo povjerenstvo")
        + " "
        + _feminine("agencija uprava direkcija komisija služba komora zajednica udruga zaklada fondacija vlada"
                    " skupština")
        + " "
        + _cases("zavod institut savez odbor fond ured sud klub centar fakultet sindikat", "a u om em")
    },
    "seated": {
        True: _neuter("pozorište kazalište sveučilište preduzeće tužilaštvo tužiteljstvo")
        + " " + _cases("univerzitet sud fakultet muzej institut zavod", "a u om em")
    },
    "month": {
        True: "januar januara februar februara mart marta april aprila maj maja juni juna juli jula august"
              " augusta avgust"
        " avgusta septembar septembra oktobar oktobra novembar novembra decembar decembra siječnja veljače"
        " ožujka travnja"
        " svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca"
    },
    "weekday": {True: "ponedjeljak ponedeljak utorak srijeda sreda četvrtak petak subota nedjelja nedelja"},
    "nationality": {
        True: "srpski hrvatski bosanski bosanskohercegovački ruski njemački nemački američki britanski francuski"
        " talijanski italijanski turski crnogorski slovenski mađarski evropski europski federalni"
    },
    "generic": {
        True: "bog božić uskrs internet foto video foto: ovo ova ovaj to ta taj te on ona oni mi vi ja ono kako"
              " kada kad"
        " dok ako iako jer ali međutim također takođe nakon poslije posle prije pre tokom tijekom zbog prema pored uz"
        " između protiv iz iza ispod iznad kod na od oko po pod pri protiv radi s sa u za da ne ni niti svi sve sva"
        " neki neke mnogi većina dva dvije dve tri četiri pet šest sedam osam devet deset jedan jedna jedno prvi prva"
        " drugi druga treći posljednji poslednji danas jučer juče sutra sinoć večeras sada sad tada tamo ovdje ovde"
        " inače ipak zato tako već još samo čak nikoga niko nitko nešto ništa što šta ko tko gdje gde koliko zašto"
        " riječ reč podsjetimo podsetimo osim umjesto umesto upravo gotovo skoro više manje oba obje obe njegov"
        " njegova"
        " njihov naš vaš moj svoj isti ista neka nova novi novo kad prošle prošlog ove ovog iste istog"
    },
    "leads": {True: "vodi predvodi rukovodi upravlja živi"},
    "copula": {True: "je bio bila"},
}  # fmt: skip

SOUTH_SLAVIC = Vocabulary.of({**_SENSES, **SAYING})
