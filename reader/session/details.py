"""What a person can mend of what the library says of their own texts."""

from dataclasses import replace
from functools import partial

from reader.formats.languages import tag
from reader.ground.beside import Beside, reraise
from reader.ground.events import Event
from reader.model.document import Document
from reader.model.kept_text import KeptText
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.folders import StoreError
from reader.store.library import RecordStore
from reader.store.texts import TextStore, mended
from reader.text.shortening import shortened

LONGEST = 200
"""Characters of a title, and of an author's name; ours."""

NO_TITLE = "The text keeps its title. A title has at least one letter."
NO_LANGUAGE = "The language is a short sign, such as en, en-GB or de."
MENDED = "This is changed. Undo brings back what was there."
UNCHANGED = "All stays as it is."
BACK = "What was there is back."


class Details:
    """Title, author and language of the texts that the library keeps.

    Nothing here raises StoreError: what could not be kept is said in the quiet line.
    """

    def __init__(
        self,
        texts: TextStore,
        records: RecordStore,
        reading: Reading,
        keeping: Keeping,
        beside: Beside,
        notices: Notices,
    ) -> None:
        self.changed: Event[[]] = Event()
        """The library says something else of a text."""
        self._texts = texts
        self._records = records
        self._reading = reading
        self._keeping = keeping
        self._beside = beside
        self._notices = notices
        self._latest: KeptText | None = None

    def of(self, id_: str) -> KeptText | None:
        """Return what the library knows of a text; None for an article, or a text that is not kept."""
        try:
            return self._texts.of(id_)
        except StoreError as error:
            self._notices.say(str(error))
            return None

    def mend(
        self, id_: str, *, title: str | None = None, author: str | None = None, language: str | None = None
    ) -> None:
        """Change what is given and keep the rest; Undo brings the old back."""
        before = self.of(id_)
        if before is None:
            return
        title = before.title if title is None else shortened(title, LONGEST)
        author = before.author if author is None else shortened(author, LONGEST)
        language = before.language if language is None else tag(language)
        if not any(letter.isalnum() for letter in title):
            self._notices.say(NO_TITLE)
        elif not language:
            self._notices.say(NO_LANGUAGE)
        elif (title, author, language) == (before.title, before.author, before.language):
            self._notices.say(UNCHANGED)
        elif self._keep(replace(before, title=title, author=author, language=language)):
            self._notices.offer_undo(MENDED, partial(self._bring_back, before))

    def _bring_back(self, before: KeptText) -> None:
        if self._keep(before):
            self._notices.say(BACK)

    def _keep(self, text: KeptText) -> bool:
        """Keep what is said of a text now, and say so wherever it is shown; return whether that went well."""
        if self._reading.document.id == text.id:
            self._show(text)
        # A place that waits to be kept has the old title still.
        self._keeping.keep_now()
        try:
            self._texts.mend(text.id, title=text.title, author=text.author, language=text.language)
            self._records.rename(text.id, text.title)
        except StoreError as error:
            self._notices.say(str(error))
            return False
        self.changed.emit()
        return True

    def _show(self, text: KeptText) -> None:
        """Say it of the open text; a whole one is cut for another language beside the page."""
        self._latest = text
        document = self._reading.document
        if document.language == text.language or not document.is_whole:
            self._reading.mend(mended(document, text))
        else:
            self._beside.do(partial(mended, document, text), partial(self._take, text), reraise)

    def _take(self, text: KeptText, document: Document) -> None:
        # Meanwhile something else may be said of the text, or another one be open.
        if text is self._latest and document.id == self._reading.document.id:
            self._reading.mend(document)
