"""All parts together, as the screens need them."""

from collections.abc import Callable
from functools import cached_property

from reader.assembly.voice import VoiceParts
from reader.formats.opening import may_hold_text
from reader.ground import usual_folders
from reader.ground.beside import AtOnce, Beside
from reader.ground.clock import Clock
from reader.session.command import Sessions
from reader.session.good_place import GoodPlace
from reader.session.reading_time import ReadingTime
from reader.session.voices import Voices
from reader.speech.voice import SoundOutput, Voice
from reader.store.folders import Folders
from reader.store.today import TodayStore

_AT_ONCE = AtOnce()


def assemble(
    folders: Folders, clock: Clock, voice: Voice, sound: SoundOutput, beside: Beside = _AT_ONCE
) -> Sessions:
    """Return everything a person can do, as they left it; what cannot be read is said, and nothing raised."""
    return _Parts(folders, clock, voice, sound, beside).sessions()


class _Parts(VoiceParts):
    """All of them."""

    def sessions(self) -> Sessions:
        """Return all of them."""
        return Sessions(
            notices=self.notices,
            preferences=self.preferences,
            reading=self.reading,
            listening=self.listening,
            saying=self.saying,
            words=self.words,
            vocabulary=self.vocabulary,
            looking_up=self.looking_up,
            bookmarks=self.bookmarks,
            library=self.library,
            search=self.search,
            about=self.about,
            opening=self.opening,
            editions=self.editions,
            details=self.details,
            keeping=self.keeping,
            pace=self.pace,
            piece_timing=self.piece_timing,
            weighing=self.weighing,
            commands=self.commands,
            voices=Voices(self.voice, self.saying, self.listening, self.preferences, self.notices),
            pronouncing=self.pronouncing,
            eyes_closed=self.eyes_closed,
            resting=self.resting,
            reading_time=self.reading_time,
            hands_free=self.hands_free,
            saving=self.saving,
            browsing=self._browsing(usual_folders.for_texts, may_hold_text),
            taking_in=self.taking_in,
            copying=self.copying,
            destination=self.destination,
            sleep_timer=self.sleep_timer,
            leave=self.leaving,
        )

    @cached_property
    def leaving(self) -> Callable[[], None]:
        """Return what falls silent, keeps everything, and lets go of files and processes."""
        steps: tuple[Callable[[], object], ...] = (
            self.hands_free.stop,
            self.fetching.drop,
            self.taking_in.stop,
            self.saving.leave,
            self.eyes_closed.stop,
            self.keeping.keep_now,
            self.preferences.save_now,
            self.pace.keep_now,
            # No session asks for this one: it watches by itself, from now on.
            self.good_place.keep_now,
            self.beside.close,
            self.voice.close,
            self.sound.close,
            self.text_store.empty_trash,
            self.database.close,
        )

        def leave() -> None:
            for step in steps:
                step()

        return leave

    @cached_property
    def reading_time(self) -> ReadingTime:
        kept, pace = TodayStore(self.database), self.pace
        return ReadingTime(self.reading, self.listening, self.resting, pace, kept, self.notices, self.clock)

    @cached_property
    def good_place(self) -> GoodPlace:
        return GoodPlace(
            self.reading_time,
            self.listening,
            self.eyes_closed,
            self.sleep_timer,
            self.preferences,
            self.notices,
            self.clock,
        )
