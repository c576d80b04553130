"""Every command and every key, in one table."""

from reader.model.level import Level
from reader.session.command import Action, Command, Screen, Sessions


def _nothing(_do: Sessions, _screen: Screen) -> None:
    """Stand for a key that is silent on purpose."""


def _close_open(do: Sessions, screen: Screen) -> None:
    """Close what is open, one thing at a time; where nothing is, stop what is coming in.

    A text that opens is stopped before the page it was chosen on closes: it would soon be shown all the same.
    """
    steps = (
        do.saying.hush,
        screen.close_popover,
        do.opening.stop,
        screen.close_open,
        do.taking_in.stop,
        do.reading.do_without_rest,
    )
    any(step() for step in steps)


def _fall_silent(do: Sessions, _screen: Screen) -> None:
    do.saying.hush()
    do.listening.stop()


def _read_references(do: Sessions, _screen: Screen) -> None:
    """Say what was skipped last; the reading goes on afterwards if it was on."""
    sentence = do.listening.with_references
    if sentence is None:
        do.notices.say("No references were skipped here.")
        return
    was_on = do.listening.speaking

    def go_on() -> None:
        if was_on:
            do.listening.toggle()

    references = do.pronouncing.references(sentence.text, sentence.spans)
    do.saying.say(references.text, lambda error: do.notices.say(str(error)), go_on)
    do.notices.say("Reading what was skipped.")


def _return(do: Sessions, screen: Screen) -> None:
    if not do.opening.return_to_text():
        do.reading.go_back()
    screen.show_text()


def _return_to_voice(do: Sessions, screen: Screen) -> None:
    if do.listening.is_elsewhere:
        do.listening.come_back()
        screen.show_text()
    else:
        _return(do, screen)


def _rest(do: Sessions, screen: Screen) -> None:
    do.resting.begin()
    screen.show("rest")


def _read_copied(do: Sessions, screen: Screen) -> None:
    do.copying.read(screen.copied())


def _key_points(do: Sessions, screen: Screen) -> None:
    if do.reading.chunks:
        do.reading.toggle_key_points()
        screen.show_text()
    else:
        do.notices.say("Open a text first.")


def _go_on_by_itself(do: Sessions, screen: Screen) -> None:
    screen.show_text()
    do.hands_free.begin(screen)


def _words(do: Sessions, screen: Screen) -> None:
    do.listening.pause()
    screen.toggle_words()


def _bookmark(do: Sessions, _screen: Screen) -> None:
    reading = do.reading
    do.bookmarks.toggle(reading.document, reading.part.title, reading.chunk, reading.here)


def _always(
    name: str, keys: tuple[str, ...], words: str, act: Action, *, of_reading: bool = False
) -> Command:
    return Command(name, keys, words, "same", act, act, of_reading=of_reading)


COMMANDS: tuple[Command, ...] = (
    Command(
        "space",
        ("Space",),
        "next piece",
        "pause / go on",
        lambda _, screen: screen.forward(),
        lambda do, _: do.listening.toggle(),
        of_text=True,
    ),
    Command(
        "next",
        ("Enter", "Right", "Page Down"),
        "next piece",
        "next piece, the voice follows",
        lambda _, screen: screen.forward(),
        lambda do, screen: do.listening.take_along(screen.forward),
        of_text=True,
    ),
    Command(
        "again",
        ("Shift+Space",),
        "previous piece",
        "say that again",
        lambda _, screen: screen.back(),
        lambda do, _: do.listening.again(),
        of_text=True,
    ),
    Command(
        "previous",
        ("Left", "Page Up"),
        "previous piece",
        "previous piece",
        lambda _, screen: screen.back(),
        lambda _, screen: screen.back(),
        of_text=True,
    ),
    Command(
        "focus on",
        ("Down",),
        "focus one step on",
        "–",
        lambda _, screen: screen.step_focus(1),
        _nothing,
        of_text=True,
    ),
    Command(
        "focus back",
        ("Up",),
        "focus one step back",
        "–",
        lambda _, screen: screen.step_focus(-1),
        _nothing,
        of_text=True,
    ),
    Command(
        "listen",
        ("Ctrl+Space", "media Play"),
        "listen",
        "pause / go on",
        lambda do, _: do.listening.toggle(),
        lambda do, _: do.listening.toggle(),
    ),
    Command(
        "back",
        ("Ctrl+Left", "media Previous"),
        "previous part",
        "sentence back",
        lambda do, _: do.reading.previous_part(),
        lambda do, _: do.listening.sentence_back(),
        of_text=True,
    ),
    Command(
        "forward",
        ("Ctrl+Right", "media Next"),
        "next part",
        "sentence forward",
        lambda do, _: do.reading.next_part(),
        lambda do, _: do.listening.sentence_forward(),
        of_text=True,
    ),
    Command(
        "slower again",
        ("Ctrl+Shift+Left",),
        "–",
        "again, slower",
        _nothing,
        lambda do, _: do.listening.again_slower(),
        of_text=True,
    ),
    Command("stop", ("media Stop",), "–", "stops the voice", _nothing, _fall_silent),
    Command("louder", ("Ctrl+Up",), "–", "louder", _nothing, lambda do, _: do.preferences.louder()),
    Command("softer", ("Ctrl+Down",), "–", "softer", _nothing, lambda do, _: do.preferences.softer()),
    Command(
        "words",
        ("Shift+Enter",),
        "words of this piece",
        "same, the voice pauses",
        lambda _, screen: screen.toggle_words(),
        _words,
        of_text=True,
    ),
    Command(
        "escape",
        ("Esc",),
        "closes what is open, or stops what is coming in",
        "first stops the voice",
        _close_open,
        _fall_silent,
    ),
    _always("bookmark", ("Ctrl+B",), "bookmark", _bookmark, of_reading=True),
    _always("undo", ("Ctrl+Z",), "undo", lambda do, _: do.notices.undo()),
    Command(
        "return",
        ("Alt+Left",),
        "return",
        "back to the voice, or return",
        _return,
        _return_to_voice,
        of_reading=True,
    ),
    _always("find", ("Ctrl+F",), "find in this text, or in this list", lambda _, screen: screen.show("find")),
    _always("search", ("Ctrl+Shift+F",), "search all texts", lambda _, screen: screen.show("search")),
    _always("references", ("Ctrl+R",), "read skipped references", _read_references, of_reading=True),
    _always("where", ("Ctrl+I",), "where am I", lambda _, screen: screen.toggle_where(), of_reading=True),
    _always("contents", ("Ctrl+T",), "contents", lambda _, screen: screen.show("contents")),
    _always("key points", ("Ctrl+K",), "key points / into the part", _key_points),
    _always("eyes closed", ("Ctrl+E",), "eyes closed", lambda _, screen: screen.show("eyes closed")),
    Command(
        "rest",
        ("F8",),
        "rest",
        "rest, the voice stops",
        lambda _, screen: screen.show("rest"),
        _rest,
    ),
    Command(
        "go on by itself",
        ("Ctrl+G",),
        "go on by itself",
        "–",
        _go_on_by_itself,
        lambda do, _: do.notices.say("The voice goes on by itself. Space pauses it, or goes on."),
        of_reading=True,
    ),
    _always("sentence", ("Ctrl+1",), "one sentence", lambda do, _: do.preferences.set_level(Level.SENTENCE)),
    _always("short", ("Ctrl+2",), "a short piece", lambda do, _: do.preferences.set_level(Level.SHORT)),
    _always("longer", ("Ctrl+3",), "a longer piece", lambda do, _: do.preferences.set_level(Level.LONGER)),
    _always("bigger", ("Ctrl++",), "bigger words", lambda do, _: do.preferences.step("size", 1)),
    _always("smaller", ("Ctrl+-",), "smaller words", lambda do, _: do.preferences.step("size", -1)),
    _always("usual", ("Ctrl+0",), "usual size", lambda do, _: do.preferences.put_back("size")),
    _always("dimmer", ("F9",), "dimmer", lambda do, _: do.preferences.dimmer()),
    _always("brighter", ("Shift+F9",), "one step back", lambda do, _: do.preferences.brighter()),
    _always("help", ("F1",), "help", lambda _, screen: screen.show_help()),
    _always("caret", ("F7",), "caret on / off", lambda _, screen: screen.toggle_caret()),
    _always("menu", ("F10",), "menu", lambda _, screen: screen.show("menu")),
    _always("full screen", ("F11",), "full screen", lambda _, screen: screen.toggle_full_screen()),
    _always("open", ("Ctrl+O",), "open a file", lambda _, screen: screen.show("open")),
    _always("copied", ("Ctrl+Shift+V",), "read what I copied", _read_copied),
    # What has a button and no key.
    _always("library", (), "library", lambda _, screen: screen.show("library")),
    _always("how much", (), "how much at a time", lambda _, screen: screen.show("how much")),
    _always("text and light", (), "text and light", lambda _, screen: screen.show("text and light")),
    _always("voice", (), "voice", lambda _, screen: screen.show("voice")),
    _always("say it like this", (), "say it like this", lambda _, screen: screen.show("say it like this")),
    _always("ways to listen", (), "ways to listen", lambda _, screen: screen.show("ways to listen")),
    _always("which voice", (), "which voice", lambda _, screen: screen.show("which voice")),
    _always("save as sound", (), "save as sound", lambda _, screen: screen.show("save as sound")),
    _always("where to save", (), "where to save", lambda _, screen: screen.show("where to save")),
    _always("places", (), "places", lambda _, screen: screen.show("places")),
    _always("bookmarks", (), "bookmarks", lambda _, screen: screen.show("bookmarks")),
    _always("your words", (), "your words", lambda _, screen: screen.show("your words")),
    _always("about", (), "about this text", lambda _, screen: screen.show("about")),
    _always("around", (), "around here", lambda _, screen: screen.show("around")),
    _always("brighter paper", (), "brighter", lambda do, _: do.preferences.brighter_paper()),
    _always("back out", (), "back", lambda _, screen: screen.close_open()),
)


def run(command: Command, sessions: Sessions, screen: Screen) -> None:
    """Do what a command means now, for a person who is awake; the message before leaves the quiet line."""
    sessions.notices.clear()
    sessions.sleep_timer.wake()
    (command.act_speaking if sessions.listening.active else command.act)(sessions, screen)
