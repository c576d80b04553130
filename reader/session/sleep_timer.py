"""The sleep timer: the voice fades out, and the place goes back to where that began."""

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.model.place import Place
from reader.session.delay import Delay
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.preferences import Preferences
from reader.session.reading import Reading
from reader.session.sentences import Sentence
from reader.speech.voice import SoundOutput

FADE = 20.0
"""Seconds from the full loudness to silence."""

STEPS = 80
"""How often the loudness is lowered meanwhile: a quarter of a second is too short to be heard as a step."""

OFF, PIECE, PART = "", "piece", "part"
MINUTES = (5, 15, 30, 60)
CHOICES = (
    (OFF, "Off"),
    (PIECE, "After this piece"),
    (PART, "After this part"),
    *((str(minutes), f"{minutes} minutes") for minutes in MINUTES),
)
"""What may be chosen, each with its words."""

ASLEEP = "The sleep timer has ended the reading. Your place is kept."
AWAKE = "The voice stays on. The sleep timer is off."
SET_OFF = "The sleep timer is off."


class SleepTimer:
    """Ends the reading softly, for a person who may have fallen asleep; it is set anew each time."""

    def __init__(
        self,
        listening: Listening,
        reading: Reading,
        preferences: Preferences,
        sound: SoundOutput,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self.changed: Event[[]] = Event()
        """The timer was set, or is off again."""
        self._listening = listening
        self._reading = reading
        self._preferences = preferences
        self._sound = sound
        self._notices = notices
        self._delay = Delay(clock)
        self._choice = OFF
        self._fading_from: Place | None = None
        self._text = ""
        listening.passed.connect(self._look_for_end)
        listening.changed.connect(self._end_with_the_voice)

    @property
    def choice(self) -> str:
        """Return what is set: one of the values of CHOICES."""
        return self._choice

    @property
    def is_fading(self) -> bool:
        """Return whether the voice fades out now: the person may be asleep."""
        return self._fading_from is not None

    def set(self, choice: str) -> None:
        """Set the timer; raises KeyError for what is none of the choices."""
        words = dict(CHOICES)[choice]
        self._stay_awake()
        self._set(choice)
        if choice == OFF:
            self._notices.say(SET_OFF)
        elif choice in (PIECE, PART):
            self._notices.say(f"The voice fades out {words.lower()}.")
        else:
            self._delay.start(60 * int(choice), self._begin_to_fade)
            self._notices.say(f"The voice fades out after {words}.")

    def wake(self) -> None:
        """End the fading, because the person has done something: they are awake."""
        if self._fading_from is not None:
            self._stay_awake()
            self._set(OFF)
            self._notices.say(AWAKE)

    def _set(self, choice: str) -> None:
        self._choice = choice
        # Until the timer ends it, the reading goes on beyond the part.
        self._listening.read_across_parts(choice != OFF)
        self.changed.emit()

    def _look_for_end(self, heard: Sentence, coming: Sentence | None) -> None:
        if self._fading_from is not None:
            return
        if coming is None:
            self._set(OFF)
            return
        is_end = {
            PIECE: coming.chunk.index != heard.chunk.index,
            PART: coming.chunk.part != heard.chunk.part,
        }
        if is_end.get(self._choice):
            self._fade_from(coming.chunk.place_at(coming.start))

    def _begin_to_fade(self) -> None:
        place = self._listening.place
        if place is not None and self._listening.speaking:
            self._fade_from(place)
        else:
            self._set(OFF)

    def _fade_from(self, place: Place) -> None:
        self._fading_from, self._text = place, self._reading.document.id
        self._fade(STEPS)

    def _fade(self, steps_left: int) -> None:
        self._sound.set_volume(self._preferences.settings.volume * steps_left / STEPS)
        if steps_left:
            self._delay.start(FADE / STEPS, lambda: self._fade(steps_left - 1))
        else:
            self._listening.stop()

    def _end_with_the_voice(self) -> None:
        """Go back to where the fading began, when the voice has ended by it or by itself."""
        place = self._fading_from
        if place is None or self._listening.active:
            return
        self._stay_awake()
        self._set(OFF)
        if self._text == self._reading.document.id:
            self._reading.show_place(place)
            self._notices.say(ASLEEP)

    def _stay_awake(self) -> None:
        self._delay.cancel()
        self._fading_from = None
        self._sound.set_volume(self._preferences.settings.volume)
