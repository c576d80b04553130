# What tests need around them: an empty home, and a screen and a message bus of their own. The sound tests
# start a sound server each time themselves; here it is only seen to that they can.
# shellcheck shell=sh
# shellcheck disable=SC2154  # the parts and the root come from lib.sh

stage_parts='Xvfb=xvfb xauth=xauth dbus-daemon=dbus /usr/share/dbus-1/services/org.a11y.Bus.service=at-spi2-core
    pulseaudio=pulseaudio pactl=pulseaudio-utils'

stage=
GENTLE_STAGE=
left_out=

# Install all that the tests use; they can do without a screen and sound, not without Qt's own libraries.
prepare_tests() {
    want_python
    # shellcheck disable=SC2086  # lists of words
    want $window_parts $x11_parts $sound_parts $stage_parts || [ -z "$(missing $window_parts)" ] ||
        fail "The tests cannot run without them."
    make_venv test
}

# Keep the person's data, screen and loudspeakers out of reach.
borrow_home() {
    stage=$(mktemp -d "${TMPDIR:-/tmp}/gentle.XXXXXX")
    mkdir "$stage/home" "$stage/run"
    chmod 700 "$stage/run"
    unset DISPLAY WAYLAND_DISPLAY XAUTHORITY AT_SPI_BUS_ADDRESS
    unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME
    export HOME="$stage/home" XDG_RUNTIME_DIR="$stage/run" LC_ALL=C.UTF-8
    export PULSE_SERVER="unix:$stage/run/no-sound" DBUS_SESSION_BUS_ADDRESS="unix:path=$stage/run/bus"
    export QT_QPA_PLATFORM=offscreen GENTLE_STAGE
    trap close_stage EXIT
    trap 'exit 130' INT TERM HUP
}

# Open what can be had; GENTLE_STAGE then names the marks of the tests that can run, left_out the others.
open_stage() {
    borrow_home
    add_to_stage screen open_screen "xvfb"
    add_to_stage sound see_to_sound "pulseaudio, pulseaudio-utils and libespeak-ng1"
    case $GENTLE_STAGE in
    *screen*) add_to_stage tree open_bus "dbus and at-spi2-core" ;;
    *) leave_out tree "there is no screen" ;;
    esac
}

add_to_stage() {
    if "$2" >"$stage/$1.log" 2>&1; then
        GENTLE_STAGE="$GENTLE_STAGE $1"
    else
        leave_out "$1" "what they need could not be started; its packages are $3"
        tail -n 3 "$stage/$1.log" >&2
    fi
}

leave_out() {
    left_out="$left_out $1"
    say "Left out: the tests marked \"$1\", because $2."
}

open_screen() {
    has Xvfb || return 1
    mkfifo "$stage/display"
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$stage/display" &
    screen_process=$!
    read -r number <"$stage/display" && export DISPLAY=":$number"
}

see_to_sound() {
    # shellcheck disable=SC2086  # a list of words
    [ -z "$(missing pulseaudio=pulseaudio pactl=pulseaudio-utils $sound_parts)" ]
}

open_bus() {
    has /usr/share/dbus-1/services/org.a11y.Bus.service &&
        bus_process=$(dbus-daemon --session --fork --print-pid --address="$DBUS_SESSION_BUS_ADDRESS")
}

close_stage() {
    status=$?
    trap - EXIT
    [ -z "${pages_process:-}" ] || kill "$pages_process" 2>/dev/null || true
    [ -z "${stories_process:-}" ] || kill "$stories_process" 2>/dev/null || true
    [ -z "${bus_process:-}" ] || kill "$bus_process" 2>/dev/null || true
    [ -z "${screen_process:-}" ] || kill "$screen_process" 2>/dev/null || true
    rm -rf "$stage"
    exit "$status"
}
