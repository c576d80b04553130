"""Old texts do not say in which encoding they are: it is told by the language that comes out."""

from pathlib import Path

import pytest

from reader.formats.decoding import decoded, decoded_markup
from reader.formats.encodings import SAMPLE
from reader.formats.opening import open_file
from reader.formats.refusals import Unfit

ENGLISH = (
    "Resting isn’t weakness – it’s what many need. “Take your time,” she said… Café, naïve, £5, 20 °C: "
    "she would say it’s “enough” — and it was."
)
TEXTS = {
    "de": "Ruhe ist keine Schwäche. Jeder, der krank ist, braucht mehr davon, und niemand muß sich schämen. "
    "Größe, Maß, Übung, Äpfel und Öl: für später genügt es.",
    "fr": "Le repos n'est pas une faiblesse. Chaque malade en a besoin, et personne ne doit être gêné d'être "
    "fatigué. Après, ça ira déjà un peu mieux, où que vous soyez.",
    "es": "Descansar no es una debilidad. Quien está enfermo necesita más descanso, y mañana será otro día. "
    "¿Cuántas horas? Según cómo esté el corazón.",
    "sv": "Att vila är ingen svaghet. Den som är sjuk behöver mer av det, och ingen ska skämmas för att vara "
    "trött. Så får kroppen tid på sig.",
    "ru": "Отдых не слабость. Он нужен каждому, кто болен, и никто не должен стыдиться того, что устал. "
    "Сегодня мы поговорим о том, как беречь силы.",
    "pl": "Odpoczynek to nie słabość. Każdy, kto choruje, potrzebuje go więcej, i nikt nie powinien się "
    "wstydzić, że jest zmęczony. Dziś porozmawiamy o oszczędzaniu sił.",
    "cs": "Odpočinek není slabost. Každý, kdo je nemocný, ho potřebuje více a nikdo by se neměl stydět "
    "za to, že je unavený. Dnes budeme mluvit o tom, jak šetřit síly.",
    "el": "Η ανάπαυση δεν είναι αδυναμία. Όποιος είναι άρρωστος τη χρειάζεται περισσότερο, και κανείς δεν "
    "πρέπει να ντρέπεται.",
    "he": "מנוחה איננה חולשה. כל מי שחולה זקוק לה יותר, ואיש אינו צריך להתבייש על שהוא עייף.",
    "ar": "الراحة ليست ضعفا. كل مريض يحتاج إليها أكثر من غيره، ولا ينبغي لأحد أن يخجل من تعبه.",
    "tr": "Dinlenmek zayıflık değildir. Hasta olan herkesin buna daha çok ihtiyacı vardır ve kimse yorulduğu "
    "için utanmamalıdır. Bugün gücü korumayı konuşacağız.",
    "zh": "休息并不是软弱。每一个生病的人都更需要它，谁也不应该因为疲倦而感到羞愧。",
    "tw": "休息並不是軟弱。每一個生病的人都更需要它，誰也不應該因為疲倦而感到羞愧。",
    "ja": "休むことは弱さではありません。病気の人はだれでも休みを必要としていて、"
    "疲れたことを恥じることはありません。",
    "ko": "휴식은 약함이 아닙니다. 아픈 사람은 누구나 더 많은 휴식이 필요하며, "
    "지친 것을 부끄러워할 필요가 없습니다.",
}
ENCODINGS = {
    "de": "cp1252 iso8859_15 mac_roman cp850",
    "fr": "cp1252 mac_roman cp850",
    "es": "cp1252 mac_roman cp850",
    "sv": "cp1252 mac_roman cp850",
    "ru": "cp1251 koi8_r cp866 iso8859_5 mac_cyrillic",
    "pl": "cp1250 iso8859_2",
    "cs": "cp1250 iso8859_2",
    "el": "cp1253 iso8859_7",
    "he": "cp1255 iso8859_8",
    "ar": "cp1256 iso8859_6",
    "tr": "cp1254",
    "zh": "gb18030 gbk",
    "tw": "big5",
    "ja": "shift_jis euc_jp iso2022_jp",
    "ko": "euc_kr cp949",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [(language, encoding) for language, names in ENCODINGS.items() for encoding in names.split()],
)
def test_a_text_is_read_as_it_was_written(language: str, encoding: str) -> None:
    content = TEXTS[language].encode(encoding)
    assert decoded(content) == TEXTS[language]
    assert decoded_markup(b"<p>" + content + b"</p>") == f"<p>{TEXTS[language]}</p>"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["de", "ru", "zh"])
def test_letters_of_two_bytes_need_no_mark(language: str, encoding: str) -> None:
    assert decoded(f"{TEXTS[language]}\n".encode(encoding)) == f"{TEXTS[language]}\n"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "mac_roman"])
def test_an_english_text_keeps_its_quotes_and_dashes(encoding: str) -> None:
    assert decoded(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    "words", ["Café naïve “quotes” €5.", "Müßiggang heißt Ruhe", "It isn’t", "“So —” … 5 °C", "Crème brûlée"]
)
def test_a_few_western_words_stay_what_they_are(words: str) -> None:
    assert decoded(words.encode("cp1252")) == words


def test_some_damage_does_not_spoil_a_text() -> None:
    content = (TEXTS["fr"] * 5).encode()
    assert decoded(content + b"\xe2\x80") == TEXTS["fr"] * 5 + "�"


def test_letters_late_in_a_long_text_count_too() -> None:
    text = "A line like any other.\n" * SAMPLE + TEXTS["ru"]
    assert decoded(text.encode("koi8_r")) == text


def test_what_holds_zeros_and_no_words_is_no_text() -> None:
    with pytest.raises(Unfit):
        decoded(bytes(range(256)) * 8)


def test_it_is_told_where_nothing_else_may_be_done(tmp_path: Path) -> None:
    file = tmp_path / "rest.txt"
    file.write_bytes((TEXTS["pl"] + "\n\n" + TEXTS["pl"]).encode("iso8859_2"))
    assert open_file(file).blocks[0].text == TEXTS["pl"]
