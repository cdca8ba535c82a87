# What `make lint` and `make format` are about. Sourced, not run.
# shellcheck shell=bash

swift_sources=(Sources Tests Plugins Package.swift)

lint() {
    swift format lint --strict --parallel --recursive "${swift_sources[@]}" || die 'the Swift sources are not formatted as .swift-format says' \
        "'make format' mends most of it."
}
