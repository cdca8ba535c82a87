import Diagnostics

/// What can go wrong when addresses of other sites are asked.
enum LinkRules {
    static let missing = Rule("no-curl", .error, "addresses of other sites are asked by the program curl, which is on the PATH")
    static let notACache = Rule("invalid-link-cache", .error, "what addresses have answered is kept in a file of its own")
    static let unkept = Rule("no-link-cache", .note, "what addresses have answered can be kept for the next run")
}
