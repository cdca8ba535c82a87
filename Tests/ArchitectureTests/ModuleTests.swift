import Foundation
import TestSupport
import Testing

/// What holds for the modules as a whole, read from their sources.
@Suite struct ModuleTests {
    /// The modules of the package, the highest first. A module imports only modules below it.
    static let order = [
        "HandbookCommand", "Serve", "Publish", "Site", "Theme", "Formats", "Drawing", "Authoring", "Changes", "Handbook", "Templates",
        "Markdown",
        "Diagnostics", "CMarkGFM",
    ]

    @Test func everyModuleHasItsPlaceInTheOrder() throws {
        #expect(try Set(SourceTree.modules()) == Set(Self.order).union(["embed-theme"]))
    }

    @Test(arguments: order)
    func aModuleImportsOnlyModulesBelowIt(module: String) throws {
        let place = try #require(Self.order.firstIndex(of: module))
        for file in try SourceTree.swiftFiles(under: "Sources/\(module)") {
            for imported in try SourceTree.imports(of: file) {
                guard let other = Self.order.firstIndex(of: imported) else { continue }
                #expect(other > place, "\(file) imports \(imported)")
            }
        }
    }

    @Test(arguments: order)
    func theManifestDeclaresWhatAModuleImportsAndNothingElse(module: String) throws {
        let target = try #require(try Manifest()[module], "Package.swift has no target \(module)")
        let imported = try Set(SourceTree.swiftFiles(under: target.path).flatMap(SourceTree.imports))
        #expect(target.dependencies == imported.intersection(Self.order))
    }

    @Test func theManifestListsTheModulesInTheirOrder() throws {
        // `Theme` stands beside the plugin that writes its text.
        let listed = try Manifest().targets.map(\.name).filter { Self.order.contains($0) && $0 != "Theme" }
        #expect(listed == Self.order.filter { $0 != "Theme" })
    }

    @Test func testsImportWhatTheManifestDeclaresForThem() throws {
        let tests = try Manifest().targets.filter { $0.path.hasPrefix("Tests/") }
        try #require(tests.count > 10)
        for target in tests {
            let imported = try Set(SourceTree.swiftFiles(under: target.path).flatMap(SourceTree.imports))
            let missing = imported.intersection(Self.order + ["TestSupport"]).subtracting(target.dependencies)
            #expect(missing.isEmpty, "\(target.name) imports \(missing.sorted().joined(separator: ", "))")
        }
    }

    @Test func theTableOfModulesHasAllInTheirOrder() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
        let block = try #require(text.split(separator: "```").dropFirst().first)
        let listed = block.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(listed == Self.order)
    }

    @Test func noTwoPathsDifferByCaseAlone() throws {
        let paths = try SourceTree.paths()
        #expect(paths.count > 500)
        for (_, same) in Dictionary(grouping: paths, by: { $0.lowercased() }) where same.count > 1 {
            Issue.record("These paths are one path where case does not count: \(same.sorted().joined(separator: ", "))")
        }
    }
}
