"""The natural voice that comes with the app, and further ones of its kind; runs in a process of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hibari.g2p import G2P
from hibari.tts import ASSETS
from hibari.voices import VOICES

from reader.speech import aligning, levelling, recording
from reader.speech.choosing import BUNDLED, NATURAL, PLAIN
from reader.speech.natural_model import RATE, NaturalModel
from reader.speech.speakable import NOTHING_SAID, speakable
from reader.speech.synthesis import NoEngineError
from reader.speech.timing import Heard, word_times
from reader.speech.voice import Sound, VoiceName
from reader.text import clauses

CALM_PACE = 0.8
"""What the model is told at speed 1.0; measured, it is the pace of the computer's voice."""

IN_STEP_FROM = 0.8
"""The slowest speed at which 95 of 100 words are marked within 60 ms of their sound (R32).

Measured at 0.75 it was 57 ms, which leaves no room for the painting.
"""

LONGEST = 220
"""Letters that the model says well in one go."""

JOINT = 0.3
"""Seconds of silence between the parts of a long sentence, at speed 1.0: as after a comma."""

_KOKORO = re.compile(r"^[ab][fm]_")
"""How file names tell the variety of English and who speaks: af_heart, bm_fable."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    voice: str
    model: NaturalModel
    gain: float


class NaturalEngine:
    """Speaks with one voice at a time, loaded when it is needed: each takes 200 MB."""

    def __init__(self, folder: Path, bundled: Path = Path(ASSETS, VOICES["heart"]["file"])) -> None:
        self._folder = folder
        self._bundled = bundled
        self._rules: dict[bool, G2P] = {}
        self._loaded: _Loaded | None = None

    def voices(self) -> tuple[VoiceName, ...]:
        """Return the bundled voice and those in the folder, British ones first among these."""
        return tuple(name for name, _ in self._files())

    def warm(self, voice: str) -> None:
        """Load a voice and let it speak, unheard."""
        self._load(voice)

    def synthesise(self, text: str, speed: float, voice: str) -> Sound:
        """Return the sound of a text; a text without anything to say is a short silence.

        Raises NoEngineError for a voice that is not there or damaged, ValueError when it makes no sound.
        """
        loaded = self._load(voice)
        said = speakable(text)
        samples = b""
        heard: list[Heard] = []
        measured = True
        for start, end in clauses.parts(said, LONGEST) if said else ():
            part, found, known = _part(loaded.model, said[start:end], speed)
            if part and samples:
                samples += recording.silence(JOINT / speed, RATE).samples
            before = len(samples) / 2 / RATE
            heard += [(start + place, before + time) for place, time in found]
            samples += part
            measured = measured and (known or not part)
        if not samples:
            return recording.silence(NOTHING_SAID, RATE)
        times = word_times(text, len(samples) / 2 / RATE, heard)
        measured = measured and speed >= IN_STEP_FROM
        return Sound(levelling.levelled(samples, loaded.gain), RATE, times, measured)

    def _load(self, voice: str) -> _Loaded:
        wanted = voice or BUNDLED
        if self._loaded is None or self._loaded.voice != wanted:
            self._loaded = None
            self._loaded = self._opened(wanted)
        return self._loaded

    def _opened(self, voice: str) -> _Loaded:
        name, path = next((found for found in self._files() if found[0].id == voice), (None, None))
        if name is None or path is None:
            raise NoEngineError(voice)
        model = NaturalModel(path, self._rules_of(british=name.language == "en-GB"))
        try:
            # A model that cannot say this much is no voice.
            loudness = levelling.gain_for(model.speech(levelling.CALIBRATION, 1.0).samples, RATE)
        except ValueError as error:
            raise NoEngineError(voice) from error
        return _Loaded(voice, model, loudness)

    def _rules_of(self, *, british: bool) -> G2P:
        if british not in self._rules:
            try:
                self._rules[british] = G2P(british=british)
            except (OSError, EOFError, ValueError) as error:  # a dictionary that is missing or damaged
                raise NoEngineError(str(error)) from error
        return self._rules[british]

    def _files(self) -> Iterator[tuple[VoiceName, Path]]:
        yield _named(VOICES["heart"]["file"]), self._bundled
        try:
            found = sorted(path for path in self._folder.iterdir() if path.suffix.lower() == ".onnx")
        except OSError:  # as a rule nobody has made the folder
            return
        further = [(_named(path.name), path) for path in found]
        further.sort(key=lambda one: one[0].language)
        yield from (one for one in further if one[0].id != BUNDLED)


def _named(file: str) -> VoiceName:
    """Return the voice of a file under plain words: those that the library knows, else by its name."""
    for name, known in VOICES.items():
        if known["file"] == file:
            return _voice(name, known["language"])
    stem = file.partition(".")[0]
    return _voice(_KOKORO.sub("", stem) or stem, "en-GB" if stem.startswith("b") else "en-US")


def _voice(name: str, language: str) -> VoiceName:
    return VoiceName(f"{NATURAL}{name}", f"{name.replace('_', ' ').title()}, {PLAIN[language]}", language)


def _part(model: NaturalModel, text: str, speed: float) -> tuple[bytes, list[Heard], bool]:
    """Return the samples of a part, what is heard when in them, and whether that is measured."""
    speech = model.speech(text, CALM_PACE * speed)
    samples, cut = recording.trimmed(speech.samples, RATE)
    seconds = len(samples) / 2 / RATE
    began = min((time for _, time in speech.said if time is not None), default=0.0)
    heard = [
        # Where the sound begins, its first word does: that is surer than what the model says of it.
        (place, 0.0 if time == began else min(max(time - cut, 0.0), seconds))
        for place, time in aligning.heard(text, speech.said)
    ]
    return samples, heard, speech.measured
