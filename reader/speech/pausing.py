"""A soft pause within a sentence: silence where a clause begins, and the words after it so much later."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.speech.voice import Sound, WordTime

SOFT = 0.25
"""Seconds of a soft pause at speed 1.0; ours: less than a comma adds, enough to take in a clause."""

BLOCK = 0.01
"""Seconds over which it is measured how quiet the sound is; the pause is cut into the middle of them."""

FADE = 0.005
"""Seconds in which the sound fades before the pause and comes back after it, so that nothing clicks."""

EARLIEST, LATEST = 0.15, 0.04
"""Seconds before and after the measured beginning of a word within which its pause may begin."""

ASTRAY = 0.4
"""Seconds by which an estimated beginning may be wrong."""

QUIET = 100
"""The mean size of samples, of 32,767, up to which there is silence: an estimated pause has to lie in one."""


def with_pauses(sound: Sound, places: Sequence[int], seconds: float) -> Sound:
    """Return the sound with so many seconds of silence before the words that begin at these places.

    The places are code points of the spoken text, in order; where no word begins, it is the next one. Each
    pause lies at the quietest point near the word. A word that begins the sound has none, and neither has one
    whose time is only an estimate, unless there is silence near it.
    """
    cuts = list(_cuts(sound, places))
    if not cuts:
        return sound
    silence = bytes(2 * round(seconds * sound.rate))
    borders = [0, *(at for at, _ in cuts), len(sound.samples) // 2]
    parts = [_faded(sound, first, last) for first, last in pairwise(borders)]
    later = len(silence) / 2 / sound.rate
    words = (
        replace(word, time=word.time + later * sum(index >= first for _, first in cuts))
        for index, word in enumerate(sound.words)
    )
    return replace(sound, samples=silence.join(parts), words=tuple(words))


def _cuts(sound: Sound, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the sample at which each pause begins, and the number of the word after it."""
    before = 0
    for place in places:
        index = next((number for number, word in enumerate(sound.words) if word.start >= place), 0)
        if index <= before:
            continue
        at = _quietest(sound, sound.words[before], sound.words[index])
        if at is not None:
            before = index
            yield at, index


def _quietest(sound: Sound, before: WordTime, word: WordTime) -> int | None:
    """Return the sample in the middle of the quietest stretch near a word, the nearest of equal ones."""
    early, late = (EARLIEST, LATEST) if sound.measured else (ASTRAY, ASTRAY)
    size = int(BLOCK * sound.rate)
    border = int(word.time * sound.rate)
    first = max(int((word.time - early) * sound.rate), int(before.time * sound.rate) + 2 * size)
    last = min(int((word.time + late) * sound.rate), len(sound.samples) // 2 - size)
    found = [
        (_size(sound, at, size), abs(at + size // 2 - border), at + size // 2)
        for at in range(first, last, max(1, size // 2))
    ]
    if not found or (not sound.measured and min(found)[0] > QUIET):
        return None
    return min(found)[2]


def _size(sound: Sound, first: int, count: int) -> float:
    samples: tuple[int, ...] = struct.unpack_from(f"<{count}h", sound.samples, 2 * first)
    return sum(map(abs, samples)) / count


def _faded(sound: Sound, first: int, last: int) -> bytes:
    """Return the samples from first to last, faded where the sound itself does not begin or end."""
    count = min(int(FADE * sound.rate), (last - first) // 2)
    samples = bytearray(sound.samples[2 * first : 2 * last])
    for step in range(count):
        if first > 0:
            _scale(samples, step, step / count)
        if 2 * last < len(sound.samples):
            _scale(samples, last - first - 1 - step, step / count)
    return bytes(samples)


def _scale(samples: bytearray, at: int, factor: float) -> None:
    (size,) = struct.unpack_from("<h", samples, 2 * at)
    struct.pack_into("<h", samples, 2 * at, round(size * factor))
