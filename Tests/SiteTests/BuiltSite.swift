import Changes
import Diagnostics
import Foundation
import Handbook
import Publish
import TestSupport

@testable import Site

/// A site built in memory, for looking at its pages.
struct BuiltSite: Sendable {
    let plan: SitePlan
    let result: SiteBuilder.Result
    let findings: Findings

    init(
        _ files: ProjectFiles,
        history: History = .none,
        upkeep: Upkeep = .none,
        hasFullText: Bool = false,
        publishesDrafts: Bool = false
    ) async {
        let read = await HandbookReader.read(files, publishesDrafts: publishesDrafts)
        let overrides = files.texts.filter { $0.key.hasPrefix("templates/") }
        plan = SitePlan(
            read,
            history: history,
            upkeep: upkeep,
            overrides: Dictionary(
                uniqueKeysWithValues: overrides.map { (String($0.key.dropFirst(10)), String(decoding: $0.value, as: UTF8.self)) }
            )
        )
        result = await SiteBuilder.render(plan, hasFullText: hasFullText)
        var all = read.findings
        all.add(contentsOf: plan.findings)
        findings = all
    }

    init(
        _ project: String,
        history: History = .none,
        upkeep: Upkeep = .none,
        hasFullText: Bool = false,
        publishesDrafts: Bool = false
    ) async {
        let files = ProjectText(project).files
        await self.init(files, history: history, upkeep: upkeep, hasFullText: hasFullText, publishesDrafts: publishesDrafts)
    }

    /// The files of a project on the disk.
    static func files(_ root: String) throws -> ProjectFiles { try ProjectFolder.read(root, output: root + "/public").files }

    /// The default handbook, read from the repository.
    static func defaultHandbook() async throws -> BuiltSite { try await builtDefault.value }

    /// The handbook from another field and in another language.
    static func station() async throws -> BuiltSite { try await builtStation.value }

    // Built once for all tests that look at them.
    private static let builtDefault = Task { await BuiltSite(try files(Repository.root.path)) }
    private static let builtStation = Task {
        await BuiltSite(try files(Repository.root.appending(path: "Tests/Fixtures/station").path))
    }

    /// The text of a file of the site.
    func text(_ path: String) -> String? {
        guard case .bytes(let bytes)? = result.files.first(where: { $0.path == path })?.contents else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a style sheet.
    func style(_ sheet: StyleSheet) -> String { plan.theme.assetPaths[sheet.asset].flatMap(text) ?? "" }

    /// The page at an address.
    func page(_ address: String) -> HTML { HTML(text(address + "index.html") ?? "") }

    /// Every page by its path.
    var pages: [(path: String, html: HTML)] {
        result.files.filter { $0.path.hasSuffix(".html") }.map { ($0.path, HTML(text($0.path) ?? "")) }
    }

    /// The findings as a person reads them, without excerpts.
    var report: String { HumanReport { _ in nil }.text(of: findings) }
}
