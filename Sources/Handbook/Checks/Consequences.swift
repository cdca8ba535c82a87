import Diagnostics
import Markdown

/// Leaves out findings that follow from a file that could not be read: once it can, they are gone or worth reading. How many
/// there are is said with the finding that they follow from.
struct Consequences {
    private static let ofNames: Set<String> = Set(
        [Rule.unknownRole, .unknownName, .unknownCategory].map(\.id)
    )
    private static let ofKeys: Set<String> = Set([Rule.unknownKey, .missingKey, .missingTitle].map(\.id))

    /// How many lines of a page without front matter may have its names.
    private static let searched = 40

    private let sources: [String: SourceText]
    private let areSettingsUnread: Bool
    /// What pages say that could not be read, or that are in a folder of another kind's name, with the place of their cause.
    private var hidden: [(cause: String, page: Page, words: String)] = []
    private let folders: [String: String]

    /// - Parameter findings: what was found in the whole project.
    init(_ findings: Findings, _ project: ReadProject) {
        sources = project.sources
        let unread = Set(findings.all.filter { $0.rule.preventsReading }.compactMap { $0.location?.path })
        areSettingsUnread =
            project.settings.record == nil && findings.all.contains { $0.location?.path == Settings.file && $0.severity == .error }
        let pages = project.pages.map(\.whole)
        let folders = Set(findings.all.filter { $0.rule == .misnamedFolder }.compactMap { $0.location?.path })
        var byPage: [String: String] = [:]
        for page in pages {
            if let folder = folders.first(where: { page.path.hasPrefix($0 + "/") }) {
                byPage[page.path] = folder
                hidden.append((folder, page, NameIndex.key(page.source.text) + " " + NameIndex.key(page.slug)))
            } else if unread.contains(page.path) {
                let names = page.split.frontMatter ?? page.source.lines.prefix(Self.searched).joined(separator: "\n")
                hidden.append((page.path, page, NameIndex.key(names) + " " + NameIndex.key(page.slug)))
            }
        }
        self.folders = byPage
    }

    /// The findings without those that follow from others.
    func suppressed(in findings: Findings) -> Findings {
        guard areSettingsUnread || !hidden.isEmpty else { return findings }
        var counts: [String: Int] = [:]
        let kept = findings.compactMap { finding in
            guard let cause = cause(of: finding) else { return finding }
            if finding.severity != .note { counts[cause, default: 0] += 1 }
            return nil
        }
        var reported: Set<String> = []
        return kept.compactMap { finding in
            guard let path = finding.location?.path, let count = counts[path],
                finding.rule.preventsReading || path == Settings.file, reported.insert(path).inserted
            else { return finding }
            var finding = finding
            let others = count == 1 ? "1 finding that follows from this is" : "\(count) findings that follow from this are"
            finding.help = [finding.help, "\(others) not shown"].compactMap(\.self).joined(separator: "; ")
            return finding
        }
    }

    private func cause(of finding: Diagnostic) -> String? {
        if finding.rule.preventsReading { return nil }
        if areSettingsUnread { return finding.location?.path == Settings.file ? nil : Settings.file }
        guard let place = finding.location else { return nil }
        if Self.ofKeys.contains(finding.rule.id), let folder = folders[place.path] { return folder }
        if isUnread(place.path) { return place.path }
        guard Self.ofNames.contains(finding.rule.id), let name = words(at: place) else { return nil }
        return hidden.first { $0.page.path != place.path && $0.words.contains(name) }?.cause
    }

    /// Whether a page's own text could not be read.
    private func isUnread(_ path: String) -> Bool { hidden.contains { $0.cause == path && $0.page.path == path } }

    /// The name that a finding is about.
    private func words(at place: Location) -> String? {
        guard let columns = place.columns.first, let line = place.line.flatMap({ sources[place.path]?.line($0) }) else { return nil }
        let scalars = line.unicodeScalars.dropFirst(columns.lowerBound - 1).prefix(columns.count)
        let name = NameIndex.key(String(String.UnicodeScalarView(scalars)).filter { !"[]@'\"".contains($0) })
        return name.count > 1 ? name : nil
    }
}
