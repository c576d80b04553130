"""Two voices joined to one: the wished one speaks, and where it is missing the next best one does."""

from collections import deque
from collections.abc import Callable, Sequence

import pytest

from reader.speech.engines import NATURAL_INSTEAD, SYSTEM_INSTEAD, USUAL_INSTEAD, JoinedVoice
from reader.speech.voice import Failed, Ready, Sound, VoiceError, VoiceMissingError, VoiceName
from reader.speech.worker import NO_VOICE, STOPPED

HEART, EMMA = VoiceName("natural:heart", "Heart"), VoiceName("natural:emma", "Emma")
BRITISH = VoiceName("gmw/en", "British English")


class Engine:
    """A voice that answers when the test lets it; its samples say which voice said what."""

    def __init__(self, name: str, names: Sequence[VoiceName]) -> None:
        self.missing: set[str] = set()
        self.stopped = False
        self.has: Sequence[VoiceName] | VoiceError = names
        self.warmed: list[str] = []
        self.closed = False
        self._name = name
        self._voice = ""
        self._waiting: deque[Callable[[], object]] = deque()

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        voice = self._voice
        if self.stopped:
            self._waiting.append(lambda: failed(VoiceError(STOPPED)))
        elif voice in self.missing:
            self._waiting.append(lambda: failed(VoiceMissingError(NO_VOICE)))
        else:
            sound = Sound(f"{self._name} {voice}: {text} {speed}".encode(), 1000)
            self._waiting.append(lambda: ready(sound))

    def names(self, ready: Callable[[Sequence[VoiceName]], object], failed: Failed) -> None:
        has = self.has
        self._waiting.append(lambda: failed(has) if isinstance(has, VoiceError) else ready(has))

    def warm(self) -> None:
        self.warmed.append(self._voice)

    def choose(self, voice: str) -> None:
        self._voice = voice

    def forget(self) -> None:
        self._waiting.clear()

    def close(self) -> None:
        self.closed = True

    def answer(self) -> bool:
        if self._waiting:
            self._waiting.popleft()()
            return True
        return False


class Person:
    """One who asks the joined voice, and what they hear and are told, in order."""

    def __init__(self) -> None:
        self.natural = Engine("natural", [HEART, EMMA])
        self.system = Engine("system", [BRITISH])
        self.voice = JoinedVoice(self.natural, self.system)
        self.got: list[object] = []
        self.voice.replaced.connect(self.got.append)

    def ask(self, text: str) -> None:
        self.voice.synthesise(text, 1.0, self._hear, self._fail)

    def hears(self, *texts: str) -> list[object]:
        """Ask for these texts at once, and return all that came."""
        for text in texts:
            self.ask(text)
        return self.all()

    def all(self) -> list[object]:
        # The system's engine is the quicker one: it answers first wherever it may.
        while self.system.answer() or self.natural.answer():
            pass
        got = self.got.copy()
        self.got.clear()
        return got

    def names(self) -> list[object]:
        self.voice.names(self.got.append, self._fail)
        return self.all()

    def _hear(self, sound: Sound) -> None:
        self.got.append(sound.samples.decode())

    def _fail(self, error: VoiceError) -> None:
        self.got.append(str(error))


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.mark.parametrize(
    ("wished", "heard"),
    [
        ("", "natural natural:heart: Calm. 1.0"),
        ("natural:heart", "natural natural:heart: Calm. 1.0"),
        ("natural:emma", "natural natural:emma: Calm. 1.0"),
        ("gmw/en", "system gmw/en: Calm. 1.0"),
        ("HKEY_LOCAL_MACHINE/Hazel", "system HKEY_LOCAL_MACHINE/Hazel: Calm. 1.0"),
    ],
)
def test_the_wished_voice_speaks(person: Person, wished: str, heard: str) -> None:
    person.voice.choose(wished)
    assert person.hears("Calm.") == [heard]


def test_the_natural_voices_are_listed_first(person: Person) -> None:
    assert person.names() == [(HEART, EMMA, BRITISH)]


def test_who_has_no_voices_is_left_out_of_the_list(person: Person) -> None:
    person.natural.has = VoiceMissingError(NO_VOICE)
    assert person.names() == [(BRITISH,)]
    person.system.has = VoiceMissingError(NO_VOICE)
    assert person.names() == [NO_VOICE]
    person.natural.has = (HEART,)
    assert person.names() == [(HEART,)]


@pytest.mark.parametrize(
    ("wished", "missing", "heard", "told"),
    [
        ("", {"natural:heart"}, "system : One. 1.0", SYSTEM_INSTEAD),
        ("natural:emma", {"natural:emma"}, "natural natural:heart: One. 1.0", USUAL_INSTEAD),
        ("natural:emma", {"natural:emma", "natural:heart"}, "system : One. 1.0", SYSTEM_INSTEAD),
        ("gmw/en", {"gmw/en"}, "natural natural:heart: One. 1.0", NATURAL_INSTEAD),
    ],
)
def test_for_a_missing_voice_the_next_best_one_reads_and_says_so_once(
    person: Person, wished: str, missing: set[str], heard: str, told: str
) -> None:
    person.natural.missing = person.system.missing = missing
    person.voice.choose(wished)
    assert person.hears("One.") == [heard, told], "the sentence comes after the sound, and stays to be read"
    assert person.hears("One.", "One.") == [heard, heard]


def test_a_voice_that_came_back_speaks_again_when_it_is_chosen(person: Person) -> None:
    person.natural.missing = {"natural:heart"}
    person.hears("One.")
    person.natural.missing = set()
    assert person.hears("Two.") == ["system : Two. 1.0"], "not in the middle of a text"
    person.voice.choose("natural:heart")
    assert person.hears("Three.") == ["natural natural:heart: Three. 1.0"]


def test_without_any_voice_one_sentence_says_so_each_time(person: Person) -> None:
    person.natural.missing = {"natural:heart"}
    person.system.missing = {""}
    assert person.hears("One.", "Two.") == [NO_VOICE, NO_VOICE]
    person.system.missing = set()
    assert person.hears("Three.") == ["system : Three. 1.0", SYSTEM_INSTEAD]


def test_a_voice_that_stopped_is_not_missing(person: Person) -> None:
    person.natural.stopped = True
    assert person.hears("One.") == [STOPPED]
    person.natural.stopped = False
    assert person.hears("One.") == ["natural natural:heart: One. 1.0"]


def test_answers_keep_the_order_whoever_gives_them(person: Person) -> None:
    person.ask("One.")
    person.voice.choose("gmw/en")
    person.ask("Two.")
    person.voice.choose("natural:emma")
    assert person.hears("Three.") == [
        "natural natural:heart: One. 1.0",
        "system gmw/en: Two. 1.0",
        "natural natural:emma: Three. 1.0",
    ]


def test_what_was_forgotten_is_never_heard(person: Person) -> None:
    person.ask("One.")
    person.ask("Two.")
    person.voice.forget()
    assert person.hears("Three.") == ["natural natural:heart: Three. 1.0"]


def test_the_sentence_about_a_missing_voice_outlives_what_was_forgotten(person: Person) -> None:
    person.natural.missing = {"natural:heart"}
    person.ask("One.")
    person.natural.answer()
    person.voice.forget()
    assert person.hears("Two.") == ["system : Two. 1.0", SYSTEM_INSTEAD]


def test_one_who_asks_on_being_answered_is_served(person: Person) -> None:
    person.voice.synthesise("One.", 1.0, lambda _sound: person.ask("Two."), person.got.append)
    person.ask("Three.")
    assert person.all() == ["natural natural:heart: Three. 1.0", "natural natural:heart: Two. 1.0"]


@pytest.mark.parametrize(("wished", "natural", "system"), [("", ["natural:heart"], []), ("en", [], ["en"])])
def test_the_wished_voice_is_warmed_alone(
    person: Person, wished: str, natural: list[str], system: list[str]
) -> None:
    person.voice.choose(wished)
    person.voice.warm()
    assert (person.natural.warmed, person.system.warmed) == (natural, system)


def test_closing_closes_both(person: Person) -> None:
    person.voice.close()
    assert person.natural.closed
    assert person.system.closed


def test_every_sentence_is_short() -> None:
    for message in (USUAL_INSTEAD, SYSTEM_INSTEAD, NATURAL_INSTEAD):
        assert all(len(sentence.split()) <= 12 for sentence in message.split(". "))
