# Builds the release binary. Sourced, not run.
# shellcheck shell=bash

# The binary shall run where neither Swift nor the Markdown library is installed. Swift's own libraries are linked in by
# an option. For the Markdown library SwiftPM takes the linker's flags from a pkg-config file: one of our own leads to a
# folder that has nothing but the static archives, where Debian's leads to a folder in which shared libraries come first.
build_release() {
    # Nobody debugs the binary: without the data for that it compiles in less time.
    local options=(-c release --product handbook -debug-info-format none)
    if [ "$(uname -s)" != Linux ]; then
        swift build "${options[@]}"
        return
    fi
    # Without the names of its functions the file is two fifths smaller.
    options+=(--static-swift-stdlib -Xlinker -s)
    if link_archives; then options+=(--pkg-config-path "$PWD/.build/static"); fi
    # Foundation has a call of mktemp in it, of which the linker warns each time.
    swift build "${options[@]}" 2>&1 | sed -u '/the use of .mktemp. is dangerous/d'
}

# Fills .build/static; false where the archives are not there, and the shared libraries must do.
link_archives() {
    local folder=.build/static from name
    from=$(pkg-config --variable=libdir libcmark-gfm) || return 1
    rm -rf "$folder"
    mkdir -p "$folder"
    for name in libcmark-gfm.a libcmark-gfm-extensions.a; do
        [ -f "$from/$name" ] || return 1
        ln -s "$from/$name" "$folder/$name"
    done
    # The extensions call the parser, so they come first. The folder is relative to the working folder, which is the
    # checkout's: SwiftPM takes no path with spaces from such a file.
    cat >"$folder/libcmark-gfm.pc" <<END
Name: libcmark-gfm
Description: cmark-gfm with its extensions, from static archives
Version: $(pkg-config --modversion libcmark-gfm)
Cflags: -I$(pkg-config --variable=includedir libcmark-gfm)
Libs: -L$folder -lcmark-gfm-extensions -lcmark-gfm
END
}
