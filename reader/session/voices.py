"""Which voice speaks, and how it sounds."""

from collections.abc import Sequence

from reader.ground.events import Event
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.preferences import Preferences
from reader.session.saying import Saying
from reader.speech.voice import Voice, VoiceError, VoiceName

SAMPLE = "This is how the voice sounds. It reads at your pace."


class Voices:
    """The voice page's twin."""

    def __init__(
        self,
        voice: Voice,
        saying: Saying,
        listening: Listening,
        preferences: Preferences,
        notices: Notices,
    ) -> None:
        self.changed: Event[[]] = Event()
        """The list of voices is known, or another one."""
        self._voice = voice
        self._saying = saying
        self._listening = listening
        self._preferences = preferences
        self._notices = notices
        self._names: tuple[VoiceName, ...] = ()

    @property
    def names(self) -> tuple[VoiceName, ...]:
        """Return the voices to choose from; none before `look_up` has been answered."""
        return self._names

    @property
    def chosen(self) -> str:
        """Return the id of the voice that speaks: the first one if none was chosen, or it has gone since."""
        ids = [voice.id for voice in self._names]
        wished = self._preferences.settings.voice
        return wished if wished in ids else next(iter(ids), "")

    def warm(self) -> None:
        """Make the voice ready, unheard, so that the first sentence is no wait."""
        self._voice.warm()

    def look_up(self) -> None:
        """Ask which voices there are now: a person may have put a further one into the folder."""
        self._voice.names(self._take_names, self._say)

    def choose(self, voice: str) -> None:
        """Speak with the voice of this id from now on."""
        self._preferences.change("voice", voice)

    def try_it(self) -> None:
        """Say one sentence as the settings are now."""
        self._listening.stop()
        self._saying.say(SAMPLE, self._say)

    def _take_names(self, names: Sequence[VoiceName]) -> None:
        if self._names != tuple(names):
            self._names = tuple(names)
            self.changed.emit()

    def _say(self, error: VoiceError) -> None:
        self._notices.say(str(error))
