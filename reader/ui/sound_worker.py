"""The process that plays: a loudspeaker told by frames what to do, which tells by frames what is heard.

Qt ends the process in which it plays when the sound system has gone for good; here it ends only this one.
"""

import ctypes
import os
import signal
import sys
import threading
import time
from functools import partial
from typing import IO, Any

from PySide6.QtCore import QCoreApplication

from reader.ground.children import Frame, pipes, read_frame, write_frame
from reader.speech.voice import Sound, SoundState
from reader.ui.bridge import Bridge
from reader.ui.sound import Speaker


def serve() -> None:
    """Play what standard input asks for until it closes: the child's whole work."""
    # Ctrl+C in a terminal is for the reader, not for the child.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        # An end that is expected: it leaves no crash report behind.
        system = ctypes.CDLL(None)
        system.signal(signal.SIGABRT, system._exit)
    with pipes() as (questions, answers):
        qt = QCoreApplication([])
        player = _Player(Speaker(qt), answers)
        bridge = Bridge(qt)
        threading.Thread(target=_listen, args=(questions, bridge, player), daemon=True).start()
        qt.exec()


def _listen(questions: IO[bytes], bridge: Bridge, player: "_Player") -> None:
    """Hand on what is asked. At the end of it nothing is waited for: the sound system may hang."""
    try:
        while True:
            bridge.post(partial(player.do, read_frame(questions)))
    except (EOFError, OSError, ValueError):
        os._exit(0)


class _Player:
    """Does what a frame asks, and tells of the sound by the number that came with it."""

    def __init__(self, speaker: Speaker, answers: IO[bytes]) -> None:
        self._speaker = speaker
        self._answers = answers
        self._number = 0
        speaker.moved.connect(lambda position: self._tell("moved", position=position))
        speaker.finished.connect(partial(self._tell, "finished"))
        speaker.lost.connect(partial(self._tell, "lost"))
        speaker.failed.connect(lambda _error: self._tell("failed"))
        speaker.warm()

    def do(self, asked: Frame) -> None:
        """Do one thing."""
        header = asked.header
        match header["do"]:
            case "play":
                self._number = header["number"]
                sound = Sound(asked.body, header["rate"])
                self._speaker.play(sound, softly=header["softly"], start=header["start"])
            case "pause":
                self._speaker.pause()
            case "resume":
                self._resume()
            case "stop":
                self._speaker.stop()
            case "volume":
                self._speaker.set_volume(header["volume"])

    def _resume(self) -> None:
        if self._speaker.state is SoundState.SILENT:
            # It was over just before it was asked to pause.
            self._tell("finished")
        self._speaker.resume()

    def _tell(self, event: str, **more: Any) -> None:
        frame = Frame({"event": event, "number": self._number, "at": time.monotonic(), **more})
        try:
            write_frame(self._answers, frame)
        except OSError:
            os._exit(0)
