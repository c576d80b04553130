"""What the benchmarks of the voice share: texts to say, the voices that say them, and a listener.

The listener is pocketsphinx, with the American English model that it brings along. It recognises words, or
is told them and finds when each begins (forced alignment).
"""

import contextlib
import itertools
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from pocketsphinx import Config, Decoder, get_model_path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reader.formats.opening import open_bundled
from reader.ground import bundled
from reader.model.document import Kind
from reader.speech.choosing import BUNDLED
from reader.speech.natural import NaturalEngine
from reader.speech.synthesis import Engine
from reader.speech.system import SystemEngine
from reader.speech.voice import Sound
from reader.text import sentences, words

HEARD_RATE = 16000
PAD = 0.3
"""Seconds of silence put around what is listened to: without, the first and the last word get lost."""

HISS = 20
"""How loud, of 32,767, the noise under it is: a model of real rooms does not know pure silence."""

SLOWEST_FRAMES, FRAMES = 75, 100
"""Frames a second of the alignment: the model is made for 100. Faster speech gets more, so that its sounds
have the three frames that the model demands of each, and slower speech fewer: so chosen by eSpeak's times."""


def articles() -> list[str]:
    """Return the sentences of the bundled articles."""
    files = sorted((bundled.root() / "articles").glob("*.md"))
    blocks = [block for file in files for block in open_bundled(file).blocks if block.kind is Kind.PARAGRAPH]
    return [block.text[start:end].strip() for block in blocks for start, end in sentences.split(block.text)]


def gold(path: Path) -> list[str]:
    """Return the sentences of a file with one a line; "#" lines at its top are none."""
    lines = path.read_text("utf-8").splitlines()
    return [
        line.strip() for line in itertools.dropwhile(lambda one: one.startswith("#"), lines) if line.strip()
    ]


@contextlib.contextmanager
def voices() -> Iterator[dict[str, Engine]]:
    """Give the two engines by name; what they print is kept away."""
    with tempfile.TemporaryDirectory() as empty, contextlib.redirect_stdout(None):
        yield {"natural": NaturalEngine(Path(empty)), "system": SystemEngine()}


def tell(line: str) -> None:
    """Print a line, also while the voices must not."""
    print(line, file=sys.__stdout__, flush=True)


def say(engine: Engine, text: str, speed: float) -> Sound:
    """Return what a voice of this engine, the usual one, says."""
    return engine.synthesise(text, speed, BUNDLED if isinstance(engine, NaturalEngine) else "")


class Aligner:
    """Finds when each word of a sentence begins in the sound of it."""

    def __init__(self, speed: float) -> None:
        self._frames = max(SLOWEST_FRAMES, round(FRAMES * speed))
        # Beams wider than usual: a synthetic voice is not what the model was made from.
        self._decoder = _decoder(frate=self._frames, beam=1e-80, wbeam=1e-60, pbeam=1e-80)

    def knows(self, text: str) -> bool:
        """Return whether the text can be aligned: plain words, each of which is in the dictionary."""
        spans = words.spans(text)
        return bool(spans) and all(self._is_plain(text[start:end]) for start, end in spans)

    def starts(self, text: str, sound: Sound) -> list[float] | None:
        """Return the second at which each word of `words.spans` begins, or None if it was not made out."""
        tokens = [_tokens(text[start:end]) for start, end in words.spans(text)]
        self._decoder.set_align_text(" ".join(itertools.chain.from_iterable(tokens)))
        _listen(self._decoder, sound)
        found = [segment for segment in self._decoder.seg() or () if segment.word[0] not in "<["]
        if len(found) != sum(map(len, tokens)):
            return None
        firsts = itertools.accumulate((len(one) for one in tokens[:-1]), initial=0)
        return [found[first].start_frame / self._frames - PAD for first in firsts]

    def _is_plain(self, word: str) -> bool:
        plain = re.fullmatch(r"[A-Z]?[a-z]+(?:['’-][a-z]+)*|[AI]", word)
        return bool(plain) and all(self._decoder.lookup_word(token) for token in _tokens(word))


class Recogniser:
    """Writes down the words that it hears."""

    def __init__(self) -> None:
        self._decoder = _decoder(lm=str(Path(get_model_path(), "en-us", "en-us.lm.bin")))

    def words(self, sound: Sound) -> list[str]:
        """Return the words heard."""
        _listen(self._decoder, sound)
        heard = self._decoder.hyp()
        return heard.hypstr.split() if heard else []


def _decoder(**settings: object) -> Decoder:
    model = Path(get_model_path(), "en-us")
    fixed = {"hmm": str(model / "en-us"), "dict": str(model / "cmudict-en-us.dict"), "lm": None}
    return Decoder(Config(**{**fixed, "samprate": HEARD_RATE, "loglevel": "FATAL", **settings}))


def _listen(decoder: Decoder, sound: Sound) -> None:
    decoder.start_utt()
    decoder.process_raw(_heard(sound), full_utt=True)
    decoder.end_utt()


def _heard(sound: Sound) -> bytes:
    """Return a sound as the listener takes it: 16 kHz, silence around it, and a little hiss."""
    numbers = np.frombuffer(sound.samples, "<i2").astype(float)
    length = int(len(numbers) * HEARD_RATE / sound.rate)
    spectrum = np.fft.rfft(numbers)[: length // 2 + 1]
    slower = np.fft.irfft(spectrum, length) * length / len(numbers)
    padded = np.pad(slower, int(PAD * HEARD_RATE))
    hiss = np.random.default_rng(0).normal(0, HISS, len(padded))
    return (padded + hiss).round().clip(-32768, 32767).astype("<i2").tobytes()


def _tokens(word: str) -> list[str]:
    return re.findall(r"[a-z']+", word.lower().replace("’", "'"))
