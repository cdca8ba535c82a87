import Diagnostics

/// The repository that a project lies in.
struct GitRepository {
    let git: GitCommand
    let folder: String

    /// - Throws: a finding when there is no git, or no repository around the folder. `word` is what was to be read.
    init(around folder: String, for word: String) throws(Diagnostic) {
        self = try Self.open(folder, for: word, asking: ["--git-dir"]).repository
    }

    /// The repository around a folder, and what `git rev-parse` answers to some words there.
    static func open(
        _ folder: String,
        for word: String,
        asking words: [String]
    ) throws(Diagnostic) -> (repository: GitRepository, answer: GitCommand.Outcome) {
        guard let git = GitCommand(in: folder) else {
            throw GitRules.noGit("'git' is not found, which '\(word)' is read with", help: "install git, or compare two folders")
        }
        let outcome = try git.run(["rev-parse"] + words)
        // With --quiet, a revision that is not there is no fault.
        if outcome.status > 1 {
            // With a colon it is a link to a repository that is not there.
            guard outcome.complaint.contains("not a git repository (") else {
                throw GitRules.failed("'\(folder)' cannot be read by git: \(outcome.reason)", help: "mend what git complains of")
            }
            throw GitRules.noRepository(
                "'\(folder)' is in no git repository, so '\(word)' is no revision",
                help: "name a project in a repository with --source, or compare two folders"
            )
        }
        return (GitRepository(git: git, folder: folder), outcome)
    }

    private init(git: GitCommand, folder: String) { (self.git, self.folder) = (git, folder) }

    /// The object that a revision names; `nil` when it names none.
    ///
    /// - Throws: a finding when it names several: a branch and a tag, say.
    func object(_ revision: String) throws(Diagnostic) -> String? {
        // Not to be taken for an option.
        guard !revision.isEmpty, !revision.hasPrefix("-") else { return nil }
        let outcome = try git.run(["rev-parse", "--verify", revision])
        guard outcome.status == 0 else { return nil }
        if outcome.complaint.contains("is ambiguous") {
            throw GitRules.ambiguous(
                "'\(revision)' is the name of several revisions",
                help: "write the whole name: \(try names(of: revision).joined(separator: ", "))"
            )
        }
        let tree = try git.run(["rev-parse", "--verify", "\(outcome.line)^{tree}"])
        return tree.status == 0 ? outcome.line : nil
    }

    /// The tree of the project's folder in a revision. `./` is the folder that git runs in.
    func tree(_ object: String, of revision: String) throws(Diagnostic) -> String {
        let outcome = try git.run(["rev-parse", "--verify", "\(object):./"])
        guard outcome.status == 0 else {
            throw GitRules.notThere("'\(folder)' is not in '\(revision)'", help: "name a revision that has the project at this place")
        }
        return outcome.line
    }

    /// Every file of a tree. A submodule is an entry without files.
    func entries(ofTree tree: String) throws(Diagnostic) -> [GitEntry] {
        let outcome = try git.run(["ls-tree", "-r", "-z", "--full-tree", tree])
        guard outcome.status == 0 else { throw failure(outcome) }
        return outcome.output.split(separator: 0).compactMap { GitEntry($0) }
    }

    /// The contents of files by their ids, from one run of git.
    func contents(_ ids: [String]) throws(Diagnostic) -> [String: [UInt8]] {
        guard !ids.isEmpty else { return [:] }
        let asked = Set(ids).sorted()
        let objects = try objects(asked)
        guard objects.allSatisfy({ $0 != nil }) else {
            throw GitRules.failed(
                "'\(folder)' lacks contents of a revision",
                help: "run 'git fsck', or fetch what a partial clone has left out"
            )
        }
        return Dictionary(uniqueKeysWithValues: zip(asked, objects).map { ($0, $1?.bytes ?? []) })
    }

    /// Objects by what names them, from one run of git: for each name the object's id and its bytes; `nil` where there is no
    /// such object.
    func objects(_ names: [String]) throws(Diagnostic) -> [(id: String, bytes: [UInt8])?] {
        guard !names.isEmpty else { return [] }
        let outcome = try git.run(["cat-file", "--batch"], input: Array(names.map { $0 + "\n" }.joined().utf8))
        guard outcome.status == 0 else { throw failure(outcome) }
        var objects: [(id: String, bytes: [UInt8])?] = []
        var rest = outcome.output[...]
        // `<id> blob <size>`, the bytes, a line end; or `<name> missing`.
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            if head.count == 3, let size = Int(head[2]), rest.endIndex - end - 1 > size {
                objects.append((String(head[0]), Array(rest[(end + 1)..<(end + 1 + size)])))
                rest = rest[(end + size + 2)...]
            } else {
                objects.append(nil)
                rest = rest[(end + 1)...]
            }
        }
        guard objects.count == names.count else { throw failure(outcome) }
        return objects
    }

    /// The names of branches and tags, for near misses, and whether older revisions are elsewhere.
    func known() throws(Diagnostic) -> (names: [String], isShallow: Bool) {
        let names = try git.run(["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags"])
        let shallow = try git.run(["rev-parse", "--is-shallow-repository"])
        return (String(decoding: names.output, as: UTF8.self).split(separator: "\n").map(String.init), shallow.line == "true")
    }

    private func names(of word: String) throws(Diagnostic) -> [String] {
        let outcome = try git.run(["for-each-ref", "--format=%(refname)"])
        return String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
            .filter { ["refs/heads/", "refs/tags/", "refs/remotes/"].map { $0 + word }.contains($0) }
    }

    func failure(_ outcome: GitCommand.Outcome) -> Diagnostic {
        GitRules.failed("'\(folder)' cannot be read by git: \(outcome.reason)", help: "mend what git complains of")
    }
}

/// A file in a tree of git's.
struct GitEntry {
    enum Kind {
        case file, link, submodule
    }

    let kind: Kind
    let id: String
    /// Relative to the tree.
    let path: DiskPath

    /// Reads `<mode> <type> <id>`, a tab, and the path.
    init?(_ line: ArraySlice<UInt8>) {
        guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
        let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
        guard words.count == 3 else { return nil }
        kind = words[1] == "commit" ? .submodule : words[0] == "120000" ? .link : .file
        id = String(words[2])
        path = DiskPath(bytes: line[(tab + 1)...])
    }
}
