"""One natural voice: from a text to samples, and to the second at which each word begins."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from hibari import dsp
from hibari.g2p import G2P
from hibari.g2p.normalize import normalize
from hibari.tts import Hibari

from reader.speech.aligning import Said
from reader.speech.synthesis import NoEngineError

RATE = 24000
STEP = 600
"""Samples to one unit of the model's durations (25 ms)."""

SEED = 0
"""The breath in the voice is noise: with one seed, the same text gives the same samples."""

AHEAD = 0.046
"""Seconds by which the sound is ahead of the model's durations, at every speed; see benchmarks/speech.md."""

LINGERS = 0.2
"""How much of a word's last sound is heard after it has ended by the durations; fitted like AHEAD."""

DURATIONS = b"/Cast_32_output_0"
"""The tensor inside the pinned version's model that holds how long each sound lasts."""

# The runtime of the model (onnxruntime from 1.29 on) reports to its maker over the network as soon as it is
# loaded, which the library does with the first voice: before that it must be told not to (R36).
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


@dataclass(frozen=True, slots=True)
class Speech:
    """Samples (mono, 16 bit, little-endian) and the words said; `measured` if the model timed them."""

    samples: bytes
    said: tuple[Said, ...]
    measured: bool


class NaturalModel:
    """Loads a voice's model. Raises NoEngineError for a file that is missing, damaged or no such model."""

    def __init__(self, path: Path, rules: G2P) -> None:
        self._rules = rules
        try:
            self._hibari = _opened(path.read_bytes(), rules)
        except Exception as error:
            # The runtime of the model raises kinds of its own.
            raise NoEngineError(str(error)) from error
        if {one.name for one in self._hibari.sess.get_inputs()} != {"ids", "speed"}:
            raise NoEngineError("a model of another kind")

    def speech(self, text: str, speed: float) -> Speech:
        """Return the sound of a text that is not too long; without samples if nothing in it makes a sound.

        Raises ValueError when the model does not work.
        """
        sounds, words = self._sounds(text)
        if len(sounds) == 2:  # the silence before and after
            return Speech(b"", (), measured=False)
        try:
            asked = {"ids": np.array([sounds], np.int64), "speed": np.array([speed], np.float32)}
            outputs = self._hibari.sess.run(None, asked)
            wave = dsp.synth(*(output[0] for output in outputs[:6]), np.random.default_rng(SEED))
        except Exception as error:
            # The runtime of the model raises kinds of its own.
            raise ValueError(str(error)) from error
        samples = (np.clip(wave, -1, 1) * 32767).astype("<i2")
        starts = _starts(outputs[6:], len(sounds), len(samples))
        said = tuple(
            (word, _begin(starts, index) if starts and index is not None else None) for word, index in words
        )
        return Speech(samples.tobytes(), said, measured=bool(starts))

    def _sounds(self, text: str) -> tuple[list[int], list[tuple[str, int | None]]]:
        """Return the numbers of the sounds, and each word with the index of its first sound."""
        numbers = self._hibari.vocab
        sounds = [0]
        words: list[tuple[str, int | None]] = []
        fresh = True
        for token in self._tokens(text):
            if fresh:
                words.append(("", None))
            word, first = words[-1]
            before = len(sounds)
            sounds += [numbers[sound] for sound in token.phonemes or "" if sound in numbers]
            if first is None and len(sounds) > before:
                first = before
            words[-1] = (word + token.text, first)
            fresh = bool(token.whitespace)
            if fresh and len(sounds) > 1:
                sounds.append(numbers[" "])
        while sounds[-1] == numbers[" "]:
            sounds.pop()
        return [*sounds, 0], words

    def _tokens(self, text: str) -> list[Any]:
        """Return the words of a text as the rules write them out, each with its sounds."""
        try:
            # Brackets before brackets would tell the rules how to say a word.
            normal = normalize(text).replace("](", "] (")
            return list(self._rules.phonemize_tokens(self._rules.tokenize(normal)))
        except Exception:  # noqa: BLE001  (they trip over a number of forty digits, say: the rest is to be heard)
            return self._tokens_one_by_one(text)

    def _tokens_one_by_one(self, text: str) -> list[Any]:
        """Return the same word by word, and what cannot be said so letter by letter."""
        words = text.split()
        if len(words) < 2:
            return [token for letter in text if letter != text for token in self._tokens(letter)]
        tokens = []
        for word in words:
            tokens += self._tokens(word)
            if tokens:
                tokens[-1].whitespace = " "
        return tokens


def _opened(content: bytes, rules: G2P) -> Any:
    """Return the library with this model; of a name that it does not find it would ask the network."""
    if not content:
        raise NoEngineError("an empty file")
    try:
        return Hibari(model=content + _output(DURATIONS), g2p=rules)
    except Exception:  # noqa: BLE001  (another model has no such tensor: it speaks, and its times are estimated)
        return Hibari(model=content, g2p=rules)


def _begin(starts: Sequence[float], first: int) -> float:
    """Return the second at which a word is heard to begin, by the index of its first sound.

    The gap that the model counts before a word already sounds like the word.
    """
    gap = first - 1
    before = starts[gap] - starts[max(gap - 1, 0)]
    return starts[gap] + LINGERS * before - AHEAD


def _starts(outputs: list[Any], sounds: int, samples: int) -> list[float]:
    """Return the second at which each sound begins; none if what the model gives cannot be durations."""
    durations = outputs[0].ravel().tolist() if outputs else []
    if len(durations) != sounds or sum(durations) * STEP != samples:
        return []
    return [0.0, *(end * STEP / RATE for end in accumulate(durations))]


def _output(tensor: bytes) -> bytes:
    """Return what, appended to an ONNX model, makes one of its tensors (int64) an output.

    Messages of this format that follow each other are merged, and repeated fields are joined.
    """
    whole_numbers = _field(2, _field(1, bytes([1 << 3, 7])))
    return _field(7, _field(12, _field(1, tensor) + whole_numbers))


def _field(number: int, content: bytes) -> bytes:
    assert len(content) < 128, "a longer one would need its length in two bytes"
    return bytes([number << 3 | 2, len(content)]) + content
