import Authoring
import Diagnostics
import Handbook

/// An import of a folder that a test gives as texts.
enum Imported {
    static func plan(_ texts: [String: String], others: Set<String> = [], hidden: Set<String> = []) -> ImportPlan {
        let bytes = texts.mapValues { Array($0.utf8) }
        return FolderImport.plan(
            ImportedFiles(
                name: "wiki",
                title: "wiki",
                texts: bytes.filter { !$0.key.hasPrefix(".") },
                others: others,
                hiddenTexts: bytes.filter { $0.key.hasPrefix(".") },
                hidden: hidden
            )
        )
    }

    static func text(_ plan: ImportPlan, _ path: String) -> String? { plan.files.first { $0.path == path }?.text }

    /// The file that a page of a given body becomes.
    static func page(_ body: String, named path: String = "a.md", beside others: [String: String] = [:]) -> (text: String, report: String) {
        let plan = plan(others.merging([path: body]) { $1 })
        let target = "content/" + path.replacing(".mdx", with: ".md")
        return (text(plan, target) ?? "", plan.report.text)
    }
}

extension ImportPlan {
    /// The part of the report under a heading, line by line.
    func reported(_ heading: String) -> [String] {
        let lines = report.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: heading) else { return [] }
        return lines[(start + 1)...].prefix { !$0.isEmpty }.map { String($0.dropFirst(2)) }
    }
}
