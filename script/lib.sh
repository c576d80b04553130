# Shared by the scripts beside it: finds a Python, installs what is missing, makes .venv.
# shellcheck shell=sh

set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
python=$root/.venv/bin/python

# What the app and its tests load or call, each with the Debian package it comes in.
window_parts='libglib-2.0.so.0=libglib2.0-0 libGL.so.1=libgl1 libEGL.so.1=libegl1 libdbus-1.so.3=libdbus-1-3
    libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0'
x11_parts='libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb-cursor.so.0=libxcb-cursor0
    libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0'
sound_parts='libpulse.so.0=libpulse0 libespeak-ng.so.1=libespeak-ng1'

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# Run a command in silence; show what it said only when it fails.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
    else
        tail -n 40 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

# Print the first Python that is new enough and works; some that are found only pretend to be there.
find_python() {
    for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
        if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

has() {
    case $1 in
    /*) [ -e "$1" ] ;;
    *.so*) "$found" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" ;;
    *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

# Print the packages of those parts that are not there.
missing() {
    for part in "$@"; do
        has "${part%%=*}" || printf '%s ' "${part#*=}"
    done
}

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

install_packages() {
    as_root=
    [ "$(id -u)" = 0 ] || as_root='sudo -n'
    say "Installing from the system's packages: $*"
    # shellcheck disable=SC2086  # no word at all where no sudo is needed
    quietly $as_root apt-get update &&
        quietly $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install --yes --no-install-recommends "$@"
}

# Install the packages of the parts that are missing, where the person may; else say the line to run.
want() {
    command -v apt-get >/dev/null || return 0
    # shellcheck disable=SC2046  # a list of words, as is the argument itself
    set -- $(missing "$@")
    [ $# -gt 0 ] || return 0
    if may_install && install_packages "$@"; then return 0; fi
    say "Some system packages are missing. This line installs them:"
    say "    sudo apt-get install --yes $*"
    return 1
}

# Set `found` to a Python that works.
want_python() {
    found=$(find_python) && return
    if may_install && install_packages python3 python3-venv && found=$(find_python); then return; fi
    say "Gentle Reader needs Python 3.11 or newer, with its venv module. On Debian or Ubuntu this line installs it:"
    fail "    sudo apt-get install --yes python3 python3-venv"
}

# Everything that decides what .venv must hold, as one short line.
state() {
    { printf '%s\n' "$root" && cat "$root/pyproject.toml" "$root/constraints.txt" "$root/script/lib.sh"; } | cksum
}

ready() { [ -x "$python" ] && [ "$(cat "$root/.venv/ready-$1" 2>/dev/null)" = "$(state)" ]; }

mark_ready() { state >"$root/.venv/ready-$1"; }

pip_install() { quietly "$python" -m pip install --quiet --constraint "$root/constraints.txt" "$@"; }

# Make .venv with what the app needs, or with "test" what its tests need too.
make_venv() {
    ready "$1" && return
    say "Preparing Gentle Reader in .venv. The first time takes a few minutes."
    if ! "$python" -m pip --version >/dev/null 2>&1; then
        quietly "$found" -m venv --clear "$root/.venv" || fail "Python could not make the folder .venv."
    fi
    group=
    [ "$1" = run ] || group="--group=$root/pyproject.toml:dev"
    # A pip that knows dependency groups comes first.
    if ! pip_install pip || ! pip_install ${group:+"$group"} --editable "$root"; then
        fail "What Gentle Reader needs could not be installed. The lines above say why."
    fi
    probe_qt
    mark_ready run
    mark_ready "$1"
}

# Say what may be missing where Qt does not load and `want` could not look; the terminal needs no Qt.
probe_qt() {
    if command -v apt-get >/dev/null; then return; fi
    for module in QtWidgets QtMultimedia; do
        reason=$("$python" -c "from PySide6 import $module" 2>&1) && continue
        say "Qt's $module does not load here: $(printf '%s\n' "$reason" | tail -n 1)"
        # shellcheck disable=SC2046,SC2086  # lists of words
        say "Packages that may be missing, by Debian's names:" $(names $window_parts $x11_parts $sound_parts)
        return
    done
}

names() { for part in "$@"; do echo "${part#*=}"; done; }
