"""A small D-Bus client: enough to read the accessible tree as a screen reader does."""

import os
import select
import socket
import struct
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PATIENCE = 20.0
"""Seconds until an answer or a signal counts as lost."""

_CALL, _ANSWER, _ERROR, _SIGNAL = 1, 2, 3, 4
_PATH, _INTERFACE, _MEMBER, _ANSWERS, _DESTINATION, _SENDER, _SIGNATURE = 1, 2, 3, 5, 6, 7, 8
_NUMBERS = {"y": "B", "b": "I", "n": "h", "q": "H", "i": "i", "u": "I", "x": "q", "t": "Q", "d": "d"}
_ALIGNMENT = {"y": 1, "g": 1, "v": 1, "n": 2, "q": 2, "x": 8, "t": 8, "d": 8, "(": 8, "{": 8}
"""Bytes; all other types begin at a multiple of 4."""


class BusError(Exception):
    """The other side answered with an error; its words say which."""


@dataclass(frozen=True)
class Signal:
    """What someone on the bus told everybody."""

    sender: str
    path: str
    member: str
    arguments: tuple[Any, ...]


class Bus:
    """A connection to a message bus by its address, such as "unix:path=/run/bus"."""

    def __init__(self, address: str) -> None:
        parts = address.split(";", maxsplit=1)[0].removeprefix("unix:").split(",")
        options = dict(part.split("=", 1) for part in parts)
        name = options["path"] if "path" in options else "\0" + options["abstract"]
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(PATIENCE)
        self._socket.connect(name)
        self._socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        assert self._socket.recv(200).startswith(b"OK")
        self._socket.sendall(b"BEGIN\r\n")
        self._serial = 0
        self._signals: deque[Signal] = deque()
        self._ask_bus("Hello")

    def close(self) -> None:
        """Leave the bus."""
        self._socket.close()

    def ask(self, to: str, path: str, call: str, types: str = "", *arguments: str | int) -> Any:
        """Call a method by its interface and name; return its one answer, a tuple of several, or None.

        `types` are those of the arguments in D-Bus letters: s for words, i and u for whole numbers. Raises
        BusError.
        """
        self._serial += 1
        serial = self._serial
        interface, member = call.rsplit(".", 1)
        body = b""
        for code, argument in zip(types, arguments, strict=True):
            body = _padded(body, 4) + _written(code, argument)
        fields = ((_PATH, "o", path), (_INTERFACE, "s", interface), (_MEMBER, "s", member))
        header = _header(serial, len(body), (*fields, (_DESTINATION, "s", to), (_SIGNATURE, "g", types)))
        self._socket.sendall(header + body)
        while True:
            kind, answers, values = self._receive()
            if answers == serial and kind == _ERROR:
                raise BusError(f"{member}: {values}")
            if answers == serial:
                return values[0] if len(values) == 1 else values or None

    def listen_to(self, rule: str) -> None:
        """Receive the signals that a match rule describes from now on."""
        self._ask_bus("AddMatch", "s", f"type='signal',{rule}")

    def signals(self) -> list[Signal]:
        """Return the signals that have come since the last look, oldest first."""
        while select.select([self._socket], [], [], 0)[0]:
            self._receive()
        come = list(self._signals)
        self._signals.clear()
        return come

    def wait_for_signal(self, seconds: float) -> None:
        """Return when another signal has come, or after so many seconds."""
        if select.select([self._socket], [], [], seconds)[0]:
            self._receive()

    def until(self, condition: Callable[[], Any], what: str) -> Any:
        """Return what the condition returns as soon as it holds, looking again after each signal."""
        end = time.monotonic() + PATIENCE
        while not (held := condition()):
            assert time.monotonic() < end, f"Waited in vain for {what}."
            self.wait_for_signal(0.1)
        return held

    def _ask_bus(self, member: str, types: str = "", *arguments: str) -> None:
        name = "org.freedesktop.DBus"
        self.ask(name, "/org/freedesktop/DBus", f"{name}.{member}", types, *arguments)

    def _receive(self) -> tuple[int, int, tuple[Any, ...]]:
        start = self._read(16)
        length, _, held = struct.unpack_from("<III", start, 4)
        fields_end = 16 + held + -held % 8
        data = start + self._read(fields_end - 16 + length)
        fields = dict(_Reader(data, 12).value("a(yv)"))
        body = _Reader(data[fields_end:])
        values = tuple(body.value(code) for code in _split(fields.get(_SIGNATURE, "")))
        kind = data[1]
        if kind == _SIGNAL:
            self._signals.append(Signal(fields[_SENDER], fields[_PATH], fields[_MEMBER], values))
        return kind, fields.get(_ANSWERS, 0), values

    def _read(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = self._socket.recv(count - len(data))
            if not more:
                raise BusError("The bus has closed the connection.")
            data += more
        return data


class _Reader:
    """Reads values of D-Bus types from bytes, little end first."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self._data, self._at = data, at

    def value(self, signature: str) -> Any:
        """Return the next value, of one complete type."""
        code = signature[0]
        self._align(code)
        if code in _NUMBERS:
            (number,) = struct.unpack_from("<" + _NUMBERS[code], self._data, self._at)
            self._at += struct.calcsize(_NUMBERS[code])
            return bool(number) if code == "b" else number
        if code in "sog":
            return self._text(code)
        if code == "v":
            return self.value(self._text("g"))
        if code == "a":
            return self._array(signature[1:])
        return tuple(self.value(part) for part in _split(signature[1:-1]))

    def _align(self, code: str) -> None:
        self._at += -self._at % _ALIGNMENT.get(code, 4)

    def _text(self, code: str) -> str:
        length = self.value("y" if code == "g" else "u")
        words = self._data[self._at : self._at + length].decode()
        self._at += length + 1
        return words

    def _array(self, signature: str) -> list[Any]:
        length = self.value("u")
        self._align(signature[0])
        end = self._at + length
        values = []
        while self._at < end:
            values.append(self.value(signature))
        return values


def _split(signature: str) -> list[str]:
    """Return the complete types of a signature, one by one."""
    types, start, depth = [], 0, 0
    for at, code in enumerate(signature, 1):
        depth += (code in "({") - (code in ")}")
        if not depth and code != "a":
            types.append(signature[start:at])
            start = at
    return types


def _header(serial: int, length: int, fields: tuple[tuple[int, str, str], ...]) -> bytes:
    written = b""
    for field, code, value in fields:
        start = _padded(written, 8) + bytes((field, 1)) + code.encode() + b"\0"
        written = (start if code == "g" else _padded(start, 4)) + _written(code, value)
    whole = struct.pack("<cBBBIII", b"l", _CALL, 0, 1, length, serial, len(written)) + written
    return _padded(whole, 8)


def _written(code: str, value: str | int) -> bytes:
    if isinstance(value, int):
        return struct.pack("<i", value)
    words = value.encode()
    return struct.pack("<B" if code == "g" else "<I", len(words)) + words + b"\0"


def _padded(data: bytes, multiple: int) -> bytes:
    return data + bytes(-len(data) % multiple)
