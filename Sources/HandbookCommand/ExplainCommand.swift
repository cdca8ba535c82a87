import ArgumentParser
import Diagnostics
import Foundation

/// `handbook explain`: what a rule means and how to mend what it finds.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a rule means, why it is one, and how to mend what it finds.",
        discussion: """
            Every finding begins with its rule's id in brackets. Without an id, all rules are listed; with the id of a group,
            those of the group. The exit status is 2 when there is no such id.

            Examples:
              handbook explain two-accountable
              handbook explain rows
              handbook explain --format markdown > rules.md
            """
    )

    /// How a rule is explained.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown
    }

    @Argument(help: "The rule's id, or that of a group of rules.", completion: NameCompletion.rule)
    var id: String?

    @Option(name: .long, help: "How it is told: text or markdown.")
    var format = Format.text

    func run() throws {
        do {
            FileHandle.standardOutput.write(Data(try answer().utf8))
        } catch {
            throw FindingsOutput.failure(error)
        }
    }

    private func answer() throws(Diagnostic) -> String {
        let report = ExplanationReport(setting: Catalogue.setting)
        guard let id else { return format == .text ? report.list(Catalogue.groups) : report.page(Catalogue.groups) }
        if let explanation = Catalogue.explanations.first(where: { $0.rule.id == id }) {
            return format == .text ? report.text(explanation) : report.markdown(explanation)
        }
        guard let group = Catalogue.groups.first(where: { $0.id == id }) else {
            throw Catalogue.unknown(id, among: Catalogue.explanations.map(\.rule.id) + Catalogue.groups.map(\.id))
        }
        if format == .text { return report.list([group]) }
        return group.explanations.map { report.markdown($0) }.joined(separator: "\n")
    }
}
