"""The bundled articles keep their promises: short sentences, kept hedges, nothing borrowed."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reader.ground import bundled
from reader.model.term import Term
from reader.store.glossary import bundled_glossary
from reader.text.glossary import Glossary

RETOLD = ("1-low-level-activation", "2-immune-system-changes")
CARE = "For new or worse symptoms, talk to your GP soon: this article is information, not medical advice."
POINTING_BACK = {
    "this",
    "these",
    "that",
    "those",
    "it",
    "its",
    "they",
    "them",
    "their",
    "such",
    "so",
    "then",
    "both",
}

# Hashes of every run of eight words of the two retold texts: enough to see a borrowed run, not to read one.
SOURCE_RUNS = frozenset(Path(__file__).parents[1].joinpath("data", "source-runs.txt").read_text().split())


@dataclass(frozen=True)
class Part:
    """A part of an article: its paragraphs (tables left out) and its key points."""

    title: str
    paragraphs: tuple[str, ...]
    key_points: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """An article as its file says it."""

    front: dict[str, str]
    parts: tuple[Part, ...]

    @property
    def paragraphs(self) -> list[str]:
        return [text for part in self.parts for text in (*part.paragraphs, *part.key_points)]

    @property
    def sentences(self) -> list[str]:
        return [sentence for text in self.paragraphs for sentence in split(text)]


def split(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph; the articles have no full stop within a sentence."""
    return re.split(r"(?<=[.?])\s+", paragraph)


def words(text: str) -> list[str]:
    """Return words as cautiously as they can be counted: "ME/CFS" and "B-cell" are two each."""
    return re.findall(r"[^\W_]+", text.casefold())


def runs(text: str) -> dict[str, str]:
    """Return the hash of each run of eight words, and the run itself."""
    said = words(text)
    eights = (" ".join(said[at : at + 8]) for at in range(len(said) - 7))
    return {hashlib.blake2b(run.encode(), digest_size=8).hexdigest(): run for run in eights}


def borrowed(text: str) -> list[str]:
    """Return the runs of eight words that stand in a source too."""
    return [run for digest, run in runs(text).items() if digest in SOURCE_RUNS]


@cache
def article(name: str) -> Article:
    """Read an article without the app's own reading of Markdown, so that neither hides the other's faults."""
    _, front, body = bundled.text("articles", f"{name}.md").split("---\n", 2)
    parts = []
    for section in body.split("\n## ")[1:]:
        title, *blocks = [block for block in section.strip().split("\n\n") if not block.startswith("|")]
        mark = "\n{: .key-point }"
        plain = tuple(block for block in blocks if not block.endswith(mark))
        marked = tuple(block.removesuffix(mark) for block in blocks if block.endswith(mark))
        parts.append(Part(title, plain, marked))
    return Article(dict(line.split(": ", 1) for line in front.strip().splitlines()), tuple(parts))


NAMES = tuple(path.stem for path in bundled.listed("articles", ".md"))


@pytest.fixture(params=NAMES)
def any_article(request: pytest.FixtureRequest) -> Article:
    """Return each article in turn."""
    return article(request.param)


@pytest.fixture(params=RETOLD)
def retold(request: pytest.FixtureRequest) -> Article:
    """Return each of the two retold articles in turn."""
    return article(request.param)


def test_three_articles_are_there_the_shorter_one_first() -> None:
    first, second, guide = NAMES
    assert (first, second) == RETOLD
    assert guide == "3-how-to-use-this-reader"


def test_sentences_are_short(any_article: Article) -> None:
    lengths = [len(sentence.split()) for sentence in any_article.sentences]
    assert max(lengths) <= 25
    assert sum(lengths) / len(lengths) <= 15


def test_each_sentence_can_stand_alone(any_article: Article) -> None:
    assert [text for text in any_article.sentences if words(text)[0] in POINTING_BACK] == []


def test_paragraphs_are_short(any_article: Article) -> None:
    assert [text for text in any_article.paragraphs if len(text.split()) > 50] == []


def test_each_part_has_a_few_paragraphs_and_one_key_point(any_article: Article) -> None:
    first, *parts = any_article.parts
    assert (first.title, first.key_points) == ("In short", ())
    for part in parts:
        assert len(part.key_points) == 1, part.title
        assert 2 <= len(part.paragraphs) <= 5, part.title


def test_care_comes_first_and_last(retold: Article) -> None:
    assert retold.sentences[0] == CARE
    assert retold.sentences[-1] == CARE


def test_the_summary_is_what_in_short_says(retold: Article) -> None:
    assert retold.front["summary"] == retold.parts[0].paragraphs[-1]


def test_what_a_source_does_not_say_is_left_out() -> None:
    assert article(RETOLD[0]).front.keys().isdisjoint({"author"})
    assert article(RETOLD[1]).front.keys().isdisjoint({"source", "date"})


def test_no_run_of_eight_words_is_borrowed(retold: Article) -> None:
    title = " ".join(words(retold.front["original_title"]))
    text = " ".join(words("\n".join([retold.front["summary"], *retold.paragraphs])))
    assert borrowed(text.replace(title, "·")) == []


def test_no_meaning_is_borrowed() -> None:
    assert [term.name for term in bundled_glossary().terms if borrowed(f"{term.meaning} {term.more}")] == []


def test_the_guard_knows_a_borrowed_run_when_it_sees_one() -> None:
    assert borrowed(article(RETOLD[1]).front["original_title"])


@pytest.mark.parametrize(
    ("name", "claim", "hedge"),
    [
        (0, "something abnormal", "can"),
        (0, "tie in with symptoms", "possibl"),
        (0, "makes some sense", "some sense"),
        (0, "findings? is a rise|more consistent findings", "one of the more"),
        (0, "into the brain", "could be linked"),
        (0, "production", "fairly slight"),
        (0, "tends to call", "the ME Association"),
        (1, "symptoms may come", "some people"),
        (1, "off a kind of autoimmune", "can set off"),
        (1, "into the blood", "may"),
        (1, "mast cells can be", "can"),
        (1, "loosening", "may"),
        (1, "butyrate is present", "might be linked with"),
        (1, "less butyrate|lower levels of butyrate", "linked with"),
        (1, "more active", "several studies .* a sign of"),
        (1, "changed and disrupted|B-cell changes", "several studies found signs"),
        (1, "blood test", "may be of use"),
        (1, "releasing certain cytokines", "is thought to"),
        (1, "more antibodies", "some people"),
        (1, "get in the way", "may"),
        (1, "every immune change|all the immune changes", "some researchers"),
        (1, "leaky gut may|foreign|one way into", "may"),
        (1, "Gram-negative", "some ME/CFS studies"),
        (1, "autoimmune kind", "may"),
        (1, "plays a part", "little doubt"),
        (1, "differ", "suggests|seems"),
        (1, "single", "so far"),
    ],
)
def test_a_hedge_stands_in_the_sentence_of_its_claim(name: int, claim: str, hedge: str) -> None:
    claims = [text for text in article(RETOLD[name]).sentences if re.search(claim, text, re.IGNORECASE)]
    assert claims
    assert [text for text in claims if not re.search(hedge, text, re.IGNORECASE)] == []


TERMS = bundled_glossary().terms


def test_the_glossary_is_large_enough_and_names_nothing_twice() -> None:
    assert len(TERMS) >= 45
    assert len({term.name.casefold() for term in TERMS}) == len(TERMS)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)
def test_a_meaning_is_short_and_a_respelling_has_no_capitals(term: Term) -> None:
    assert len(term.meaning.split()) <= 25
    assert len(term.more.split()) <= 25
    assert term.say == term.say.casefold()
    assert not {"'", '"'} & set(term.meaning + term.more), "quotes are curly"


def test_no_form_is_found_without_being_listed() -> None:
    """Each form is needed: neither another term nor another form already finds the whole of it."""
    needless = []
    for term in TERMS:
        for form in (term.name, *term.forms):
            others = tuple(
                Term(other, (), "")
                for owner in TERMS
                for other in (owner.name, *owner.forms)
                if other is not form
            )
            if any((hit.start, hit.end) == (0, len(form)) for hit in Glossary(others).find(form)):
                needless.append(form)
    assert needless == []
