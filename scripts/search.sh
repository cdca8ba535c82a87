# Finds or installs Pagefind, which makes the index of the full-text search. Sourced, not run.
# shellcheck shell=bash

# Names Pagefind to the builds that follow; false where there is none and none can be installed.
find_pagefind() {
    if [ -n "${HANDBOOK_PAGEFIND+set}" ]; then
        echo "HANDBOOK_PAGEFIND is set to '$HANDBOOK_PAGEFIND'."
    else
        fill_venv scripts/search-requirements.txt || return
        HANDBOOK_PAGEFIND=$(.venv/bin/python -c 'import pagefind_bin; print(pagefind_bin.get_executable())') || return
        export HANDBOOK_PAGEFIND
    fi
}

# The same for those who can do without: a site whose names can be searched, though not its text.
try_pagefind() {
    if ! has_venv; then
        missing=(python3 python3-venv)
        reasons=('installs Pagefind, for the full-text search' 'keeps it in .venv')
        # In a shell of its own, which it may end.
        (install_missing) || true
    fi
    if ! has_venv || ! find_pagefind; then
        unset HANDBOOK_PAGEFIND
        echo "warning: Pagefind could not be installed, see above: unless there is one on the PATH, only names can be searched" >&2
    fi
}
