"""A hard word is found wherever it stands and however it is written, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.model.term import Term, TermHit
from reader.store.glossary import bundled_glossary
from reader.text import places
from reader.text.chunks import chunks
from reader.text.glossary import Glossary, dotted, hardest_first

GLOSSARY = bundled_glossary()


def found(text: str, glossary: Glossary = GLOSSARY) -> list[tuple[str, str]]:
    """Return the letters found, each with the name of its term."""
    return [(text[hit.start : hit.end], hit.term.name) for hit in glossary.find(text)]


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        # Plurals, possessives and letter case, none of them listed.
        ("two cytokines met", "cytokines", "cytokine"),
        ("the cytokine's work", "cytokine's", "cytokine"),
        ("the cytokine’s work", "cytokine’s", "cytokine"),
        ("the cytokines’ work", "cytokines", "cytokine"),
        ("CYTOKINES", "CYTOKINES", "cytokine"),
        ("ANTIBODIES", "ANTIBODIES", "antibody"),
        ("her antibodies", "antibodies", "antibody"),
        ("two viruses", "viruses", "virus"),
        ("linings of the gut", "linings of the gut", "gut lining"),
        ("the GPs said", "GPs", "GP"),
        ("the GP’s room", "GP’s", "GP"),
        ("my G.P. said", "G.P", "GP"),
        ("the N.H.S.", "N.H.S", "NHS"),
        ("postexertional malaise", "postexertional malaise", "post-exertional malaise"),
        # What joins two words.
        ("a B-cell", "B-cell", "B-cell"),
        ("a B‑cell", "B‑cell", "B-cell"),
        ("a B–cell", "B–cell", "B-cell"),
        ("a B cell", "B cell", "B-cell"),
        ("a B\u00a0cell", "B\u00a0cell", "B-cell"),
        ("a B\ncell", "B\ncell", "B-cell"),
        ("a B-\ncell", "B-\ncell", "B-cell"),
        ("a B  cell", "B  cell", "B-cell"),
        ("ME / CFS", "ME / CFS", "ME/CFS"),
        ("ME/\u200bCFS", "ME/\u200bCFS", "ME/CFS"),
        ("cyto\u00adkine", "cyto\u00adkine", "cytokine"),
        # β2, whichever way.
        ("β2-adrenergic receptors", "β2-adrenergic receptors", "β2-adrenergic receptor"),
        ("β₂-adrenergic receptor", "β₂-adrenergic receptor", "β2-adrenergic receptor"),
        ("ß2-adrenergic receptor", "ß2-adrenergic receptor", "β2-adrenergic receptor"),
        ("Beta-2 adrenergic receptor", "Beta-2 adrenergic receptor", "β2-adrenergic receptor"),
        ("beta 2 adrenergic receptor", "beta 2 adrenergic receptor", "β2-adrenergic receptor"),
        ("beta2-adrenergic receptors’", "beta2-adrenergic receptors", "β2-adrenergic receptor"),
        # The longest term wins.
        ("innate immune system", "innate immune system", "innate immune system"),
        ("gut permeability", "gut permeability", "gut permeability"),
        ("B-cell receptors", "B-cell receptors", "B-cell receptor"),
        ("lining of the stomach and intestines", "lining of the stomach and intestines", "gut lining"),
        ("autoimmune-system reaction", "autoimmune-system reaction", "autoimmunity"),
        (
            "‘low level immune system activation’",
            "low level immune system activation",
            "immune system activation",
        ),
        # Abbreviations.
        ("living with me/cfs", "me/cfs", "ME/CFS"),
        ("ME in winter", "ME", "ME/CFS"),
        ("the ME Association", "ME Association", "ME Association"),
        ("LONG COVID", "LONG COVID", "Long Covid"),
        ("long-covid", "long-covid", "Long Covid"),
        ("total Ig was", "Ig", "immunoglobulin"),
        ("Immunoglobulin A", "Immunoglobulin A", "IgA"),
        # Beside other signs, and marks of a footnote.
        ("(cytokines)", "cytokines", "cytokine"),
        ("“leaky gut”,", "leaky gut", "leaky gut"),
        ("cytokines¹ and", "cytokines", "cytokine"),
        ("cytokine-driven", "cytokine", "cytokine"),
        # Offsets count code points.
        ("🙂👩‍⚕️ gut", "gut", "gut"),
        ("e\u0301e\u0301 gut", "gut", "gut"),
    ],
)
def test_a_term_is_found_however_it_is_written(text: str, letters: str, name: str) -> None:
    assert found(text) == [(letters, name)]


@pytest.mark.parametrize(
    "text", ["gutter", "begutted", "gut_x", "gut\u0301", "excellent", "me", "Me", "pem", "ig", "iga", "GPS"]
)
def test_nothing_is_found_within_other_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("gut. Permeability", ["gut", "permeability"]),
        ("the gut – permeability", ["gut", "permeability"]),
        ("the gut - permeability", ["gut", "permeability"]),
        ("gut\n\npermeability", ["gut", "permeability"]),
        ("gut — permeability", ["gut", "permeability"]),
        ("each immunoglobulin a B-cell makes", ["immunoglobulin", "B-cell"]),
        ("immunoglobulin (Ig) A and IgM from B-cells", ["IgA", "IgM", "B-cell"]),
        ("immunoglobulin (Ig)", ["immunoglobulin"]),
    ],
)
def test_what_a_sign_parts_is_two_terms(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Short phrases as the two retold texts have them.
        ("Immune-system research in ME/CFS", ["immune system", "ME/CFS"]),
        ("species of bacteria found in the gut", ["species", "bacteria", "gut"]),
        ("immunoglobulin (Ig) A and IgM", ["IgA", "IgM"]),
        ("may allow bacterial products into the bloodstream", ["bacteria", "bloodstream"]),
        ("Mast cells", ["mast cell"]),
        ("part of the innate immune system", ["innate immune system"]),
        ("digestive-system cells", ["digestive system", "cell"]),
        ("lower levels of the chemical butyrate", ["butyrate"]),
        ("called microglia and astrocytes", ["microglia", "astrocyte"]),
        ("inflammation in the brain", ["neuroinflammation"]),
        ("each immune-system cell, including B-cells", ["immune cell", "B-cell"]),
        ("the β2-adrenergic receptor", ["β2-adrenergic receptor"]),
        ("antibodies against these receptors", ["antibody", "receptor"]),
        ("targeted at invading pathogens", ["pathogen"]),
        ("autoantibodies can be produced", ["autoantibody"]),
        ("the immunological alterations", ["immune system"]),
        ("are associated with autoimmunity", ["linked with", "autoimmunity"]),
        ("called Gram-negative enterobacteria", ["Gram-negative", "enterobacteria"]),
        ("autoimmune-type inflammation", ["autoimmunity", "inflammation"]),
        ("Low-level Immune System Activation", ["immune system activation"]),
        ("T cells and cytokines", ["T-cell", "cytokine"]),
        ("cytokine dysfunction", ["cytokine", "dysfunction"]),
        ("of any infective illness – fatigue", ["infection", "fatigue"]),
        ("the brain and central nervous system", ["central nervous system"]),
        ("accompanies an acute infection", ["acute", "infection"]),
        ("Immunology and Neuroimaging sections", ["immunology", "neuroimaging"]),
        ("having ME/CFS or Long Covid", ["ME/CFS", "Long Covid"]),
        ("discussed with your NHS GP", ["NHS", "GP"]),
    ],
)
def test_the_hard_words_of_the_two_sources_are_found(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["gut", "B", "cell", "ME", "/", "CFS", "-", " ", "\n", "β", "2", "🙂", "\u0301", "’s"]
        )
    )
)
def test_hits_are_in_order_apart_and_found_again_in_the_same_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for hit in GLOSSARY.find(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
        assert found(text[hit.start : hit.end]) == [(text[hit.start : hit.end], hit.term.name)]


@settings(max_examples=100, deadline=None)
@given(st.text(), st.sampled_from(GLOSSARY.terms), st.text())
def test_a_term_between_any_two_texts_is_found_at_its_own_letters(
    before: str, term: Term, after: str
) -> None:
    start = len(before) + 3
    hits = GLOSSARY.find(f"{before} . {term.name} . {after}")
    assert TermHit(start, start + len(term.name), term) in hits


def test_no_term_runs_from_one_item_of_a_list_into_the_next() -> None:
    items = [Block("", Kind.LIST_ITEM, text, 1) for text in ("It is leaky", "gut bacteria", "B", "cells")]
    (piece,) = chunks(Document("a", "A", places.identified(items)), Level.SHORT)
    assert piece.text == "It is leaky\ngut bacteria\nB\ncells"
    hits = [(hit.start, hit.term.name) for hit in GLOSSARY.find_in(piece)]
    assert hits == [(12, "bacteria"), (27, "cell")]


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary(()).find("gut") == ()


def test_of_two_terms_with_one_form_the_first_has_it() -> None:
    first, second = Term("defence", ("guard",), ""), Term("watch", ("guard",), "")
    assert found("a guard", Glossary((first, second))) == [("guard", "defence")]


def test_a_part_dots_an_everyday_word_once_and_a_hard_word_each_time() -> None:
    """Reading on, and coming back, shows the same dots."""
    opening = GLOSSARY.find("The gut and cytokines.")
    reading_on = GLOSSARY.find("Cytokines in the gut.")
    earlier = {hit.term.name for hit in opening}
    assert [hit.term.name for hit in dotted(opening)] == ["gut", "cytokine"]
    assert [hit.term.name for hit in dotted(reading_on, earlier)] == ["cytokine"]
    assert [hit.term.name for hit in dotted(opening)] == ["gut", "cytokine"]


def test_an_everyday_word_twice_in_a_piece_is_dotted_once() -> None:
    assert [hit.start for hit in dotted(GLOSSARY.find("gut, gut"))] == [0]


def test_the_hardest_word_of_a_piece_comes_first_and_each_comes_once() -> None:
    piece = "A cell of the gut, leaky gut, gut lining, cytokines, astrocytes, neuroinflammation, cytokines."
    assert [term.name for term in hardest_first(GLOSSARY.find(piece))] == [
        "neuroinflammation",
        "astrocyte",
        "cytokine",
        "gut lining",
        "leaky gut",
        "cell",
        "gut",
    ]
