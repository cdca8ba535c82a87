import Diagnostics
import Formats
import Foundation
import Handbook
import Site

/// Makes the index that a site's whole text is searched by: runs Pagefind over the pages before they are published, so
/// that a site is put in place with its index or not at all.
public struct SearchIndexer: Sendable {
    /// The environment variable that names the program; empty: it is not to be used.
    public static let variable = "HANDBOOK_PAGEFIND"

    /// What would spoil the sentences that a search shows, or says again what other pages say: citations, which are
    /// numbers, letters of matrices, words for the ear alone, forms, ways in, roles set side by side.
    private static let unread = [".cites", ".letter", ".blank", ".sr", ".filter", ".questions", ".versus", ".versus-table"]

    let program: Program
    /// How long a run may take; `nil` for a time that grows with the site.
    var limit: Duration?
    /// Where the work is done.
    var temporary = DiskPath(FileManager.default.temporaryDirectory.path)

    /// Whether a site is to have an index, and what makes it.
    public enum Choice: Sendable {
        case made(by: SearchIndexer)
        /// The settings, or an empty variable, want none.
        case unwanted
        /// There is nothing to make it with, and the settings can do without; the reason, as the end of a sentence.
        case missing(reason: String)
    }

    /// What the settings ask for and the environment has.
    ///
    /// - Throws: a finding when the settings need an index and nothing can make it, or the variable names no program.
    public static func find(for settings: Settings, environment: [String: String]) throws(Diagnostic) -> Choice {
        guard settings.fullText != .off else { return .unwanted }
        let reason: String
        switch environment[variable] {
        case let named? where !named.isEmpty:
            if let program = Program(at: named) { return .made(by: SearchIndexer(program: program)) }
            throw SearchRules.missing(
                "'\(named)' is no program, and \(variable) names it",
                at: settings.fullTextPlace,
                help: "set \(variable) to Pagefind's path, or to nothing"
            )
        case .some:
            if settings.fullText == .auto { return .unwanted }
            reason = "\(variable) is empty"
        case nil:
            if let program = Program(named: "pagefind", on: environment["PATH"]) { return .made(by: SearchIndexer(program: program)) }
            reason = "there is no 'pagefind' on the PATH"
        }
        guard settings.fullText == .on else { return .missing(reason: reason) }
        throw SearchRules.missing(
            reason,
            at: settings.fullTextPlace,
            help: "install Pagefind, or set 'search: auto' to do without it where it is missing"
        )
    }

    /// The files of the index of a site, to be published with it.
    public func files(for site: [OutputFile]) throws(Diagnostic) -> [OutputFile] {
        let pages = try OutputPlan(site.filter(Self.isPage))
        // A single page has no search.
        guard pages.items.count > 1 else { return [] }
        do {
            let work = try TemporaryFolder(in: temporary)
            defer { work.remove() }
            try work.write(pages)
            try run(in: work, pages: pages.items.count)
            return try IndexFiles(in: work.index).all.map { file in
                OutputFile(path: "\(SearchPlaces.index)/\(file.name)", contents: .bytes(file.bytes))
            }
        } catch let finding as Diagnostic {
            throw finding
        } catch let error as DiskError {
            throw failure("'\(error.path.text)' cannot be \(error.operation == .reading ? "read" : "written"): \(error.reason)")
        } catch let flaw as IndexFiles.Flaw {
            throw failure("'\(program.path)' made no whole index: \(flaw.errorDescription ?? "")")
        } catch {
            throw failure("'\(program.path)' cannot be run: \(error.localizedDescription)")
        }
    }

    /// The pages, and not what the project has copied in. Which of them have text to be found they say themselves.
    private static func isPage(_ file: OutputFile) -> Bool {
        if case .bytes = file.contents { file.path.hasSuffix(".html") && file.path != "404.html" } else { false }
    }

    private func run(in work: TemporaryFolder, pages: Int) throws {
        // Measured on a slow machine: 5 ms a page.
        let limit = limit ?? .seconds(60) + .milliseconds(100) * pages
        let ran = try program.run(
            ["--site", TemporaryFolder.pages, "--output-path", TemporaryFolder.index, "--keep-index-url", "--quiet"]
                + Self.unread.flatMap { ["--exclude-selectors", $0] },
            in: work.path,
            environment: Self.environment,
            limit: limit
        )
        if ran.isOverdue { throw failure("'\(program.path)' took longer than \(limit.components.seconds) seconds, and was ended") }
        if ran.status != 0 { throw failure("'\(program.path)' ended with status \(ran.status)\(Self.lastWords(of: ran))") }
    }

    /// Pagefind is also set up by a file in the folder it works in and by variables: neither is to change what is published.
    private static var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter { !$0.key.uppercased().hasPrefix("PAGEFIND_") }
    }

    /// The last lines of what a program said, on one.
    private static func lastWords(of ran: Program.Outcome) -> String {
        let said = ran.complaint.contains { !$0.isWhitespace } ? ran.complaint : String(decoding: ran.output, as: UTF8.self)
        let lines = said.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        return lines.isEmpty ? "" : ": " + lines.suffix(3).joined(separator: " / ").prefix(600)
    }

    private func failure(_ message: String) -> Diagnostic {
        SearchRules.failed(message, help: "mend it, or set 'search: off' in handbook.yml to publish without a full-text search")
    }
}
