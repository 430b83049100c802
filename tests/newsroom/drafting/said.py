"""Sentences of several languages, with what is said in them and by whom."""

from typing import NamedTuple


class Said(NamedTuple):
    """A text, and what it tells: each as “words < speaker”, “words < speaker @ outlet”."""

    language: str
    text: str
    quotations: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


QUOTED = (
    Said("en", "“We will not wait,” said Maria Lopez, mayor of Tarifa. “We have waited long enough.”",
         ("We will not wait, < Maria Lopez", "We have waited long enough. < Maria Lopez")),
    Said("en", "'It was dark,' said the guard. 'I saw nobody.' He didn't look up.",
         ("It was dark, < the guard", "I saw nobody. < the guard")),
    Said("en", 'The minister, Anna Berg, told parliament: "There is no money." She sat down.',
         ("There is no money. < Anna Berg",)),
    Said("en", "“Nobody,” the coach said after the match, “expected this. We did.”",
         ("Nobody, < the coach", "expected this. We did. < the coach")),
    Said("en", "His solicitor, Jane Hall, told the court that he had been “a fool, not a thief”.",
         ("a fool, not a thief < Jane Hall",)),
    Said("en", 'The band\'s new album, "Glass Houses", is out on Friday. Critics called it "a brave failure".',
         ("a brave failure < Critics",)),
    Said("en", '"I\'m done," Garcia told ESPN. "My knees are done too."',
         ("I'm done, < Garcia @ ESPN", "My knees are done too. < Garcia @ ESPN")),
    Said("en", "Smith’s lawyer, Piet Maas, called the ruling “a triumph of paper over truth”.",
         ("a triumph of paper over truth < Piet Maas",)),
    Said("en", "“The ‘big one’ is coming,” warned seismologist Ken Ito.", ("The ‘big one’ is coming, < Ken Ito",)),
    Said("en", "“We are proud,” Abdi says. Her sister agrees. “She never gave up.”",
         ("We are proud, < Abdi", "She never gave up. < Abdi")),
    Said("en", "“If it opens with one sign, it may close with another\", said Rita Moss.",
         ("If it opens with one sign, it may close with another < Rita Moss",)),
    Said("en", "The EU’s foreign policy chief, Maria Kos, told Reuters on Monday that talks “would go on”.",
         ("would go on < Maria Kos @ Reuters",)),
    Said("bs", "– Nećemo odustati – rekao je Haris Begić, predsjednik kluba. – Idemo dalje.",
         ("Nećemo odustati < Haris Begić", "Idemo dalje. < Haris Begić")),
    Said("bs", "Ministar Nermin Kadić kaže da su pregovori završeni. „Potpisali smo“, dodao je.",
         ("Potpisali smo < Ministar Nermin Kadić",),
         ("Ministar Nermin Kadić kaže da su pregovori završeni < Ministar Nermin Kadić",)),
    Said("hr", "»To je sramota«, rekla je za Jutarnji list saborska zastupnica Ivana Babić.",
         ("To je sramota < Ivana Babić @ Jutarnji",)),
    Said("sr", "Председник владе Петар Лукић рекао је да неће одустати. „Видимо се“, поручио је.",
         ("Видимо се < Председник владе Петар Лукић",),
         ("неће одустати < Председник владе Петар Лукић",)),
    Said("sr", "„То је прича о нама“, изјавила је она за „Политику“.", ("То је прича о нама < она @ „Политику“",)),
    Said("ru", "— Это победа, — сказал Орлов. — И мы её заслужили.",
         ("Это победа < Орлов", "И мы её заслужили. < Орлов")),
    Said("ru", "«Мы ждали десять лет, — рассказала директор школы Нина Белова. — Дети счастливы».",
         ("Мы ждали десять лет, < Нина Белова", "Дети счастливы < Нина Белова")),
    Said("ru", "«Мы победим», — уверен тренер сборной Сергей Орлов.", ("Мы победим < Сергей Орлов",)),
    Said("ru", "На завод «Синтез» приехала комиссия.", ()),
)  # fmt: skip

TOLD = (
    Said("en", "A police spokesman said no one was hurt. Witnesses said they had heard two shots.",
         (), ("no one was hurt < A police spokesman", "they had heard two shots < Witnesses")),
    Said("en", "Inflation, the bank said in its report, will ease by spring.",
         (), ("Inflation, the bank said in its report, will ease by spring < the bank",)),
    Said("en", "Lee, who turned 60 last week, said he would retire in June.", (), ("he would retire in June < Lee",)),
    Said("en", "The storm killed 12 people, officials said.", (), ("The storm killed 12 people < officials",)),
    Said("en", "According to Tom Reed, the boats are late.", (), ("the boats are late < Tom Reed",)),
    Said("en", "Dr Mei Zhao, who leads the survey, expects results within two years.",
         (), ("Dr Mei Zhao, who leads the survey, expects results within two years < Dr Mei Zhao",)),
    Said("en", "Norcross would not close the plant. Its spokeswoman declined to say why.", (), ()),
    Said("en", "Kim put on his hat and went home.", (), ()),
    Said("bs", "Iz Ministarstva poručuju da novca ima dovoljno.", (), ("novca ima dovoljno < Ministarstva",)),
    Said("bs", "Prema riječima vijećnice Amre Delić, cijev je trebalo zamijeniti.",
         (), ("cijev je trebalo zamijeniti < Amre Delić",)),
    Said("bs", "Načelnik je odbio komentarisati te navode.", (), ()),
    Said("ru", "Министр финансов Павел Громов заявил, что бюджет вырастет.",
         (), ("бюджет вырастет < Министр финансов Павел Громов",)),
    Said("ru", "По словам Терентьевой, утечка произошла в субботу, когда лопнул вентиль.",
         (), ("утечка произошла в субботу, когда лопнул вентиль < Терентьевой",)),
    Said("ru", "Завод остановлен. Об этом сообщила мэр города Ольга Терентьева.",
         (), ("Завод остановлен. < Ольга Терентьева",)),
    Said("ru", "Комментировать увольнение Лазарев отказался.", (), ()),
)  # fmt: skip
