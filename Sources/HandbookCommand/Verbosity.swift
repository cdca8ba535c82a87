import ArgumentParser

/// How much a command says of its work.
struct Verbosity: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but what is found.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Tell how long each phase takes, on standard error.")
    var verbose = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose cannot be used together.") }
    }
}
