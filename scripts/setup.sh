# Finds what the build and the tests need, and installs what is missing. Sourced, not run.
# shellcheck shell=bash

missing=()
reasons=()

# Notes that a Debian package is missing, and what it is for.
want() {
    missing+=("$1")
    reasons+=("$2")
}

# set_up [tests | bench | dist]: what a build needs; with a word, also what the tests, the benchmarks or a package need.
set_up() {
    need_swift
    find_missing "$@"
    if [ ${#missing[@]} -eq 0 ]; then
        echo 'Swift is there, and so is everything else: nothing to install.'
        return
    fi
    install_missing
    find_missing "$@"
    [ ${#missing[@]} -eq 0 ] || die "still missing after the installation: ${missing[*]}" \
        'See what apt-get said above.'
}

# --- Swift

need_swift() {
    local wanted version
    wanted=$(sed -n '1s/.*swift-tools-version: *\([0-9.]*\).*/\1/p' Package.swift)
    command -v swift >/dev/null || die "there is no 'swift' on the PATH" \
        "Install Swift $wanted or newer, from https://www.swift.org/install/, and put its folder usr/bin on the PATH:" \
        'export PATH=/where/swift/is/usr/bin:"$PATH"'
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p')
    [ -n "$version" ] || die "'swift --version' does not say which version it is" \
        "Run $(command -v swift) --version to see what is wrong, and reinstall Swift if necessary."
    if [ "$(printf '%s\n' "$wanted" "$version" | sort -t . -k 1,1n -k 2,2n | head -n 1)" != "$wanted" ]; then
        die "Swift is $version, and $wanted or newer is needed" \
            'Install it from https://www.swift.org/install/, and put its folder usr/bin first on the PATH.'
    fi
}

# --- Packages of the system

# Asks for what is used and not for packages: what was installed in another way is fine too.
find_missing() {
    missing=()
    reasons=()
    command -v git >/dev/null || want git 'fetches the Swift packages'
    command -v pkg-config >/dev/null || want pkg-config 'says where the Markdown library is'
    has_header cmark-gfm.h || want libcmark-gfm-dev 'parses Markdown'
    has_header cmark-gfm-core-extensions.h || want libcmark-gfm-extensions-dev "GitHub's tables, footnotes and task lists"
    if [ "${1:-}" = bench ]; then
        command -v python3 >/dev/null || want python3 'runs the benchmarks'
        has_venv || want python3-venv 'keeps other generators in .venv'
        command -v cc >/dev/null || want gcc 'compiles the program that does the least possible'
    fi
    if [ "${1:-}" = dist ]; then
        command -v dpkg-deb >/dev/null || want dpkg 'makes the package'
        command -v dpkg-shlibdeps >/dev/null || want dpkg-dev 'finds the packages that the binary depends on'
        command -v strip >/dev/null || want binutils 'removes symbols from the binary'
    fi
    if [ "${1:-}" = tests ]; then command -v curl >/dev/null || want curl 'asks addresses of other sites'; fi
    if [ "${1:-}" = tests ] && has_browser_tests; then
        command -v python3 >/dev/null || want python3 'runs the tests in a browser'
        has_venv || want python3-venv "keeps their packages in .venv, away from the system's"
        command -v chromium >/dev/null || want chromium 'the browser that they drive'
        has_font || want fonts-liberation 'the typeface that pages are measured in'
        command -v zsh >/dev/null || want zsh 'reads its completions'
        command -v fish >/dev/null || want fish 'completes names'
        command -v mandoc >/dev/null || want mandoc 'reads the manual page'
        command -v java >/dev/null || want default-jre-headless 'runs the HTML checker'
    fi
}

has_header() {
    local folder
    folder=$(pkg-config --variable=includedir libcmark-gfm 2>/dev/null) || folder=''
    [ -f "${folder:-/usr/include}/$1" ]
}

# The tests measure pages, so they need a typeface that is as wide on every machine.
has_font() { compgen -G '/usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf' >/dev/null; }

has_venv() { python3 -c 'import ensurepip, venv' 2>/dev/null; }

has_browser_tests() { compgen -G 'Tests/browser/*.py' >/dev/null; }

install_missing() {
    local index as_root=()
    echo 'Missing, of the packages of the system:'
    for index in "${!missing[@]}"; do printf '  %-28s %s\n' "${missing[$index]}" "${reasons[$index]}"; done

    command -v apt-get >/dev/null || die 'there is no apt-get here to install them with' \
        "They are named as in Debian 12. Install what they are called on this system, then run 'make' again."
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        elif command -v sudo >/dev/null && [ -t 0 ] && [ -z "${CI:-}" ]; then
            as_root=(sudo)
        else
            die 'installing them needs root, and sudo is not there or asks for a password' \
                "Run this as root, then 'make' again:" "apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}"
        fi
    fi
    echo "They are installed now, with apt-get${as_root:+ through sudo}."

    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -o Acquire::Retries=3)
    "${apt[@]}" update || echo 'warning: the list of packages could not be renewed; trying with the one that is there' >&2
    "${apt[@]}" install --yes --no-install-recommends "${missing[@]}" || die "apt-get could not install ${missing[*]}" \
        "Mend what it says above, then run 'make' again."
}
