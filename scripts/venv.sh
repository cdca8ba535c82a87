# Python packages in the checkout's own .venv, away from the system's. Sourced, not run.
# shellcheck shell=bash

# fill_venv FILE: installs what a list of packages names; again when the list has changed.
fill_venv() {
    local requirements=$1 filled
    filled=.venv/$(basename -- "$1")
    # Made again if its Python is gone.
    if ! .venv/bin/python -c '' 2>/dev/null; then python3 -m venv --clear .venv || return; fi
    if ! cmp -s "$requirements" "$filled"; then
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --retries 2 --timeout 20 --requirement "$requirements" || return
        cp "$requirements" "$filled" || return
    fi
    echo ".venv has what $requirements names."
}
