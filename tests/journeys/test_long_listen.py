"""A voice that has said two thousand sentences has kept their order, and nothing of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.session.playback import END_OF_PART, PREPARING, READING

LISTEN = Path(__file__).with_name("long_listen.py")
ROOT = Path(__file__).parents[2]

GROWN = 1.15
"""How much memory may grow after the first fifth, in the reader's process and in the voice's.

The model's runtime keeps the memory of its longest sentence; by the first fifth all of those have been said.
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")


@pytest.mark.long
def test_two_thousand_sentences_are_said_in_order_and_memory_stays_as_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(LISTEN), "2000"]
    ended = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=1200, check=False
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    early, late = told["early"], told["late"]
    with capsys.disabled():
        sys.stdout.write(f"\nMB after {len(told['heard']) // 5} sentences {early}, at the end {late}\n")
    assert len(told["heard"]) >= 2000
    assert told["heard"] == told["wanted"]
    # No voice stood in for another, and nothing failed.
    assert {words for words in told["said"] if "skipped" not in words} <= {READING, PREPARING, END_OF_PART}
    for process, weight in late.items():
        assert weight <= early[process] * GROWN, (process, early, late)
