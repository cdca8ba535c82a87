import Diagnostics
import Handbook

/// Finds the CODEOWNERS file of the repository that a project lies in.
public enum CodeOwnersFile {
    /// The places in which one is looked for, in the order of GitHub's and GitLab's. The first counts.
    static let places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"]
    /// The most bytes that GitHub reads.
    private static let limit = 3 * 1024 * 1024

    /// What the file says.
    ///
    /// - Parameter source: the project's folder, as the process sees it.
    /// - Returns: `nil` for a project in no repository, or one without the file; the file's text is for excerpts.
    public static func read(_ source: String) -> (owners: CodeOwners?, text: SourceText?, findings: Findings) {
        var findings = Findings()
        guard let project = try? Disk.resolve(DiskPath(source.isEmpty ? "." : source)),
            let root = ([project] + project.ancestors).first(where: { (try? Disk.status($0.appending(".git"))) != nil }),
            let folder = project.relative(to: root)?.exactText,
            let place = places.first(where: { (try? Disk.status(root.appending($0)))?.kind == .file })
        else { return (nil, nil, findings) }
        // Paths in findings count from the project's folder.
        let up = String(repeating: "../", count: folder.isEmpty ? 0 : folder.split(separator: "/").count)
        let path = up + place
        guard let bytes = try? Disk.read(root.appending(place), limit: limit) else {
            findings.add(unreadable("'\(path)' cannot be read, or has more than 3 MiB", path))
            return (nil, nil, findings)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            findings.add(unreadable("'\(path)' is not UTF-8", path))
            return (nil, nil, findings)
        }
        let file = SourceText(path: path, text: text.replacing("\r\n", with: "\n"))
        return (CodeOwners(file, folder: folder.isEmpty ? "" : folder + "/", into: &findings), file, findings)
    }

    private static func unreadable(_ message: String, _ path: String) -> Diagnostic {
        Rule.invalidCodeOwners(message, at: Location(path), help: "mend the file, or set 'codeowners: off' in handbook.yml")
    }
}
