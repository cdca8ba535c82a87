import Diagnostics

/// The repository that a project lies in.
struct GitRepository {
    let git: GitCommand
    let folder: String

    /// - Throws: a finding when there is no git, or no repository around the folder. `word` is what was to be read.
    init(around folder: String, for word: String) throws(Diagnostic) {
        guard let git = GitCommand(in: folder) else {
            throw GitRules.noGit("'git' is not found, which '\(word)' is read with", help: "install git, or compare two folders")
        }
        let outcome = try git.run(["rev-parse", "--git-dir"])
        if outcome.status != 0 {
            // With a colon it is a link to a repository that is not there.
            guard outcome.complaint.contains("not a git repository (") else {
                throw GitRules.failed("'\(folder)' cannot be read by git: \(outcome.reason)", help: "mend what git complains of")
            }
            throw GitRules.noRepository(
                "'\(folder)' is in no git repository, so '\(word)' is no revision",
                help: "name a project in a repository with --source, or compare two folders"
            )
        }
        self.git = git
        self.folder = folder
    }

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
        let outcome = try git.run(["cat-file", "--batch"], input: Array(asked.map { $0 + "\n" }.joined().utf8))
        guard outcome.status == 0 else { throw failure(outcome) }
        var contents: [String: [UInt8]] = [:]
        var rest = outcome.output[...]
        // `<id> blob <size>`, the bytes, a line end.
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            guard head.count == 3, let size = Int(head[2]), rest.endIndex - end - 1 > size else { break }
            contents[String(head[0])] = Array(rest[(end + 1)..<(end + 1 + size)])
            rest = rest[(end + size + 2)...]
        }
        guard contents.count == asked.count else {
            throw GitRules.failed(
                "'\(folder)' lacks contents of a revision",
                help: "run 'git fsck', or fetch what a partial clone has left out"
            )
        }
        return contents
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
