# What the scripts beside this one share: the working folder, steps that tell how long they take. Sourced, not run.
# shellcheck shell=bash

set -euo pipefail
unset CDPATH
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

# Ends with a message and, on further lines, what to do.
die() {
    printf '\nerror: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 2
}

# The time in tenths of a second. EPOCHREALTIME has six decimals; older shells than bash 5 count whole seconds.
now() {
    local time=${EPOCHREALTIME:-}
    if [ -n "$time" ]; then
        time=${time//[!0-9]/}
        echo "${time%?????}"
    else
        echo "${SECONDS}0"
    fi
}

# Tenths of a second as people say them: "4.2 s", "2 min 5 s".
duration() {
    if [ "$1" -lt 600 ]; then
        echo "$(($1 / 10)).$(($1 % 10)) s"
    else
        echo "$(($1 / 600)) min $(($1 % 600 / 10)) s"
    fi
}

begun=$(now)
running=''
steps=''

# step NAME COMMAND...: runs the command and tells how long it took. The first that fails ends the script.
step() {
    running=$1
    shift
    local start took
    start=$(now)
    printf '\n==> %s\n' "$running"
    "$@"
    took=$(duration $(($(now) - start)))
    printf '    (%s)\n' "$took"
    steps+=$(printf '    %-26s %s' "$running" "$took")$'\n'
    running=''
}

# Tells the total, whether all went well or not.
tell_total() {
    local status=$?
    local total
    total=$(duration $(($(now) - begun)))
    if [ "$status" -ne 0 ]; then
        printf "\nmake %s: failed%s after %s\n" "$(basename -- "$0")" "${running:+ in '$running'}" "$total" >&2
    elif [ -n "$steps" ]; then
        printf '\nmake %s: done\n%s    %-26s %s\n' "$(basename -- "$0")" "$steps" 'in all' "$total"
    fi
}
trap tell_total EXIT
# A signal ends the script as a failure: without these, the total would be told as if all had gone well.
trap 'exit 130' INT
trap 'exit 143' TERM HUP
