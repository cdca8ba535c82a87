import Diagnostics

/// What can go wrong when a project is read as it was.
enum GitRules {
    static let noGit = Rule("no-git", .error, "revisions are read with git, which is on the PATH")
    static let noRepository = Rule("no-repository", .error, "revisions are those of the git repository that the project lies in")
    static let unknown = Rule("unknown-revision", .error, "what is compared is a revision of the repository, or a folder")
    static let ambiguous = Rule("ambiguous-revision", .error, "what is compared has one meaning")
    static let notThere = Rule("not-in-revision", .error, "the project's folder is in the revision")
    static let failed = Rule("git-failed", .error, "git can read the repository")
    static let noHistory = Rule("no-history", .note, "what git knows of the project can be told")
    static let submodule = Rule("submodule", .error, "a revision holds the project's files itself")
}
