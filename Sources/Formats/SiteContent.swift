import Changes
import Diagnostics
import Handbook
import Markdown

/// What all pages and files of a site are made from: the handbook, what follows from it, the theme's words.
///
/// It is passed around a lot, so its many values are behind one reference. None of them changes.
package final class SiteContent: Sendable {
    package let handbook: Handbook
    package let strings: Strings
    package let links: LinkResolver
    /// What follows from the handbook.
    package let analysis: Analysis
    /// Pairs of roles without a relation that share something.
    package let pairs: RolePairs
    /// What has changed in the handbook, as far as its history is known.
    package let changes: ChangeLog
    /// Who keeps pages, and when they last changed.
    package let upkeep: Upkeep
    /// What was found in the handbook, sorted.
    package let findings: [Diagnostic]
    private let findingsByPath: [String: [Diagnostic]]
    /// Findings that pages exempt, with reasons.
    package let exempted: [Exempted]

    /// The content of a project's site.
    ///
    /// - Parameters:
    ///   - history: what version control knows of the project.
    ///   - upkeep: what is known of pages beside what they say.
    package init(_ project: CheckedProject, history: History, upkeep: Upkeep = .none, strings: Strings) {
        let handbook = project.handbook
        self.handbook = handbook
        self.upkeep = upkeep
        self.strings = strings
        changes = ChangeLog(history, handbook, strings)
        findings = project.publicFindings.sorted
        findingsByPath = Dictionary(grouping: findings) { $0.location?.path ?? "" }
        exempted = project.exempted
        links = LinkResolver(handbook)
        analysis = project.analysis
        pairs = RolePairs(handbook, likenesses: project.analysis.likenesses)
    }

    /// What was found on a line of a page.
    package func findings(at location: Location) -> [Diagnostic] {
        (findingsByPath[location.path] ?? []).filter { $0.location?.line == location.line }
    }

    /// The classes that carry the colour of a role's group.
    package func color(_ role: Role) -> String {
        RoleGroup.color(handbook.settings.groups.firstIndex { $0.id == role.group })
    }
}
