"""Sentences in other languages: what each of them abbreviates does not end one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.sentences import split

SENTENCES = {
    "de": [
        "Das ist z. B. ein Test.",
        "Am 3. Mai 2021 kam Dr. Müller mit der 2. Gruppe.",
        "Er sagte: „Das ist gut.“",
    ],
    "fr": [
        "Bonjour M. Dupont.",
        "Par ex. M. Dupont a lu J. Verne.",
        "« Ça va ? »",
        "Le Dr Martin (cf. fig. 2) arrive.",
    ],
    "es": ["¿Cómo estás?", "El Sr. López y la Sra. Pérez vinieron.", "Véase la pág. 12, p. ej. aquí."],
    "nl": ["Dat is bijv. een test.", "Op 3 mei a.s. begint het."],
    "pl": ["Zob. np. ten opis.", "Dr Nowak itd. przyszli."],
    "pt-BR": ["O Sr. Silva chegou.", "Ver p. ex. a pág. 3."],
    "ru": ["Это было в 1990 г. в Москве.", "И т. д. тоже.", "А. С. Пушкин писал."],
    "el": ["Τι κάνεις;", "Ο κ. Παπαδόπουλος ήρθε."],
    "ar": ["ما هذا؟", "هذا كتاب."],
    "hi": ["यह एक वाक्य है।", "यह दूसरा है।"],
    "zh": ["我很好。", "你呢？"],
}


@pytest.mark.parametrize("language", SENTENCES)
def test_each_sentence_ends_where_it_ends(language: str) -> None:
    gap = "" if language == "zh" else " "
    text = gap.join(SENTENCES[language])
    assert [text[start:end].strip() for start, end in split(text, language)] == SENTENCES[language]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Siehe Abb. Nr. 3, d. h. Tab. Zwei, inkl. Prof. Webers Dipl.-Ing. Meier."),
        ("fr", "Le Pr. Martin et Mme. Petit (réf. Dupont) à St. Malo."),
        ("es", "Son aprox. Veinte, p. ej. Los del Dr. Ruiz."),
        ("hi", "कल डॉ. शर्मा और प्रो. गुप्ता आए।"),
        ("it", "Il Sig. Rossi (pag. Dieci) e il Dott. Bianchi."),
        ("nl", "Vraag mevr. Jansen, incl. Prof. De Vries (afb. Twee)."),
        ("pl", "Przyszli m.in. Nowak, tj. Jan, oraz św. Mikołaj z ul. Długiej."),
        ("pt", "A Profa. Silva mora na Av. Brasil (pág. Dez)."),
        ("sv", "Se kap. Tre, t.ex. Anna, dvs. Hon."),
    ],
)
def test_what_always_goes_on_ends_no_sentence(language: str, sentence: str) -> None:
    assert split(sentence, language) == ((0, len(sentence)),)


def test_thousands_of_quotes_are_split_all_the_same() -> None:
    text = "`« Uno. Dos. " * 1_000
    assert len(split(text, "es")) == 2_000


@pytest.mark.parametrize("language", ["xx", "", "de-AT", "x-klingon"])
def test_a_language_that_nobody_knows_is_split_all_the_same(language: str) -> None:
    assert split("One here. Two here.", language) == ((0, 10), (10, 19))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["de", "fr", "ja", "ar", "th", "und"]))
def test_nothing_is_lost_or_doubled(text: str, language: str) -> None:
    spans = split(text, language)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)
