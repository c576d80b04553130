"""Telling beforehand what the open text asks, and what a person's own texts do (R25)."""

from collections.abc import Mapping
from functools import partial

from reader.ground.beside import Beside, give_way
from reader.model.effort import Effort
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.effort import EffortStore
from reader.store.folders import StoreError
from reader.text.effort import weighed
from reader.text.glossary import Glossary


class _NotNeededError(Exception):
    """A text was left, and what it asks as a whole is known."""


class Weighing:
    """Weighs each text when it is opened, beside the page: a whole book takes some seconds, unfelt."""

    def __init__(
        self, glossary: Glossary, kept: EffortStore, reading: Reading, beside: Beside, notices: Notices
    ) -> None:
        self._glossary = glossary
        self._store = kept
        self._reading = reading
        self._beside = beside
        self._notices = notices
        self._parts: tuple[Effort, ...] = ()
        self._under_way: dict[str, str] = {}
        """The language in which each text on the scales was laid on them last, by its id.

        One that is opened again is not laid on them twice; what comes in a language of before is too late.
        """
        self._kept: dict[str, Effort] = {}
        try:
            self._kept = kept.all()
        except StoreError as error:
            notices.say(str(error))
        reading.opened.connect(self._begin)
        reading.grown.connect(self._weigh)

    @property
    def kept(self) -> Mapping[str, Effort]:
        """Return what each text that was ever opened asks, by its id."""
        return self._kept

    def part(self, index: int) -> Effort | None:
        """Return what a part of the open text asks; None until it is weighed."""
        return self._parts[index] if self._parts else None

    def _begin(self) -> None:
        self._parts = ()
        self._weigh()

    def _weigh(self) -> None:
        document = self._reading.document
        id_, language = document.id, document.language
        if not document.is_whole or self._under_way.get(id_) == language:
            return
        self._under_way[id_] = language

        def between() -> None:
            give_way()
            if id_ in self._kept and id_ != self._reading.document.id:
                raise _NotNeededError

        def take(found: tuple[Effort, tuple[Effort, ...]]) -> None:
            if self._take_off(id_, language):
                self._take(id_, *found)

        def fail(error: Exception) -> None:
            was_last = self._take_off(id_, language)
            if not isinstance(error, _NotNeededError):
                raise error
            if was_last and id_ == self._reading.document.id:  # the person is back already
                self._weigh()

        self._beside.do(partial(weighed, document, self._glossary, between), take, fail)

    def _take_off(self, id_: str, language: str) -> bool:
        """Take a text off the scales; False if it was laid on them in another language since."""
        is_last = self._under_way.get(id_) == language
        if is_last:
            del self._under_way[id_]
        return is_last

    def _take(self, document: str, whole: Effort, parts: tuple[Effort, ...]) -> None:
        if document == self._reading.document.id:
            self._parts = parts
        if self._kept.get(document) != whole:
            self._kept[document] = whole
            try:
                self._store.keep(document, whole)
            except StoreError as error:
                self._notices.say(str(error))
