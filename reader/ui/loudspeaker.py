"""The loudspeaker as the window knows it: a process that plays, and may end or hang without harm."""

import io
import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess

from reader.ground.children import Frame, read_frame, worker, worker_folder, write_frame
from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.session.delay import Delay
from reader.speech.voice import Sound, SoundState, VoiceError
from reader.ui.sound import NOT_PLAYED

LOOK = 0.5
"""Seconds between two looks at whether the sound goes on.

Looks are counted and not seconds: in a window that was busy for long, only one is due.
"""

MOST_LOOKS = 6
"""Looks at a sound that stands still before it counts as gone.

Within two seconds Qt finds a sound system again by itself, and a first sound may wait as long for one that
was idle: 2.1 seconds were measured.
"""

MOST_LOOKS_AT_START = 20
"""The same before the first sign of it: on a busy machine the process takes its time to start."""

IDLE = 600.0
"""Seconds of silence after which the process ends."""

_TO_END = 1000
"""Milliseconds in which a killed process is gone; it takes a few."""


class Loudspeaker:
    """Fulfils SoundOutput by a process, which is started when needed and anew after it has ended."""

    def __init__(self, parent: QObject, clock: Clock, start: Sequence[str] = worker("sound")) -> None:
        self.finished: Event[[]] = Event()
        self.moved: Event[[float]] = Event()
        self.lost: Event[[]] = Event()
        self.failed: Event[[VoiceError]] = Event()
        self._parent = parent
        self._start = tuple(start)
        self._process: QProcess | None = None
        self._state = SoundState.SILENT
        self._volume = 1.0
        self._position = 0.0
        self._number = 0
        """Of the sound: what the process still tells of an earlier one is not of interest."""
        self._asked = Frame({})
        """What is to be played, for a second try."""
        self._is_heard = self._is_last_try = False
        self._watch = Delay(clock)
        self._looks = 0
        self._idle = Delay(clock)

    @property
    def state(self) -> SoundState:
        """Return what the output is doing, or was asked to do."""
        return self._state

    @property
    def pid(self) -> int | None:
        """Return the number of the process, or None while there is none."""
        return self._process.processId() if self._process else None

    def warm(self) -> None:
        """Start the process, which gets to know the devices."""
        if self._process is None:
            self._launch()
            self._wait_for_more()

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        """Play from `start` seconds on; softly fades in. Returns at once, and tells later of what fails."""
        self._number += 1
        self._position = start
        self._state = SoundState.PLAYING
        what = {"number": self._number, "rate": sound.rate, "softly": softly, "start": start}
        self._asked = Frame({"do": "play", **what}, sound.samples)
        # A process that is new has nothing to be cured of by another one.
        self._begin(last_try=self._process is None)

    def pause(self) -> None:
        """Fall silent and keep the position."""
        if self._state is SoundState.PLAYING:
            self._state = SoundState.PAUSED
            self._ask(Frame({"do": "pause"}))
            self._wait_for_more()

    def resume(self) -> None:
        """Go on from there, to the sample."""
        if self._state is SoundState.PAUSED:
            self._state = SoundState.PLAYING
            self._ask(Frame({"do": "resume"}))
            self._look_after()

    def stop(self) -> None:
        """Fall silent and forget the sound."""
        if self._state is not SoundState.SILENT:
            self._state = SoundState.SILENT
            self._ask(Frame({"do": "stop"}))
            self._wait_for_more()

    def position(self) -> float:
        """Return the seconds of the sound that have been heard; 0 when there is none."""
        return 0.0 if self._state is SoundState.SILENT else self._position

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1, at once."""
        self._volume = volume
        self._ask(Frame({"do": "volume", "volume": volume}))

    def close(self) -> None:
        """End the process at once; the next sound starts a new one."""
        self._state = SoundState.SILENT
        self._watch.cancel()
        self._idle.cancel()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_TO_END)
            process.deleteLater()

    # The process

    def _launch(self) -> None:
        process = self._process = QProcess(self._parent)
        process.setProgram(self._start[0])
        process.setArguments(self._start[1:])
        process.setWorkingDirectory(str(worker_folder() or ""))
        # What the sound system has to say about its end is of no use to anybody.
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(lambda: self._read(process))
        process.stateChanged.connect(lambda state: self._bury(process, state))
        process.start()
        self._ask(Frame({"do": "volume", "volume": self._volume}))

    def _bury(self, process: QProcess, state: QProcess.ProcessState) -> None:
        """Take note of a process that has ended by itself, or could not be started."""
        if process is self._process and state is QProcess.ProcessState.NotRunning:
            self._process = None
            process.deleteLater()
            self._break_off()

    def _ask(self, frame: Frame) -> None:
        """Hand a frame over without waiting; Qt passes it on as fast as the process takes it."""
        if self._process is not None:
            written = io.BytesIO()
            write_frame(written, frame)
            self._process.write(written.getvalue())

    def _read(self, process: QProcess) -> None:
        # Who is told of one thing may end the process before the next one is read.
        while process is self._process and process.canReadLine():
            self._hear(read_frame(io.BytesIO(process.readLine().data())))

    # The sound

    def _begin(self, *, last_try: bool) -> None:
        self._is_heard, self._is_last_try = False, last_try
        if self._process is None:
            self._launch()
        self._ask(self._asked)
        self._look_after()

    def _hear(self, told: Frame) -> None:
        header = told.header
        if header["number"] != self._number or self._state is SoundState.SILENT:
            return
        match header["event"]:
            case "lost":
                self._fall_silent()
                self.lost.emit()
            case "failed":
                self._break_off()
            case "moved" if self._state is SoundState.PLAYING:
                self._move(header["position"], header["at"])
            case "finished" if self._state is SoundState.PLAYING:
                self._fall_silent()
                self.finished.emit()

    def _move(self, position: float, at: float) -> None:
        if position != self._position:
            self._position, self._looks = position, 0
        self._is_heard = True
        # While a busy window did not listen, the sound went on.
        self.moved.emit(position + time.monotonic() - at)

    def _look_after(self) -> None:
        """Begin to watch over the sound."""
        self._idle.cancel()
        self._looks = 0
        self._watch.start(LOOK, self._look)

    def _look(self) -> None:
        self._looks += 1
        if self._looks < (MOST_LOOKS if self._is_heard else MOST_LOOKS_AT_START):
            self._watch.start(LOOK, self._look)
        else:
            self._break_off()

    def _break_off(self) -> None:
        """Give up on the process, and on the sound unless another process may do better."""
        state, heard = self._state, self._is_heard
        self.close()
        if state is SoundState.PLAYING and not heard and not self._is_last_try:
            self._state = state
            self._begin(last_try=True)
        elif state is SoundState.PLAYING and not heard:
            self.failed.emit(VoiceError(NOT_PLAYED))
        elif state is not SoundState.SILENT:
            self.lost.emit()

    def _fall_silent(self) -> None:
        self._state = SoundState.SILENT
        self._wait_for_more()

    def _wait_for_more(self) -> None:
        """Keep the process for a while."""
        self._watch.cancel()
        self._idle.start(IDLE, self.close)
