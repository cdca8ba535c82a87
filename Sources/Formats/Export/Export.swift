import Diagnostics
import Handbook
import Markdown

/// A handbook, or one role or matrix of it, as one file of a format that other programs read.
public enum Export {
    /// A format.
    public enum Format: String, Sendable, CaseIterable {
        /// `handbook.json`, or the part of it that the site has for a role or a matrix.
        case json
        /// Comma-separated values after RFC 4180.
        case csv
        case markdown
        /// The graph of roles for Graphviz.
        case dot
        /// The graph of roles for Mermaid.
        case mermaid
    }

    /// What is exported.
    public enum Subject: Sendable {
        case handbook
        case role(Role)
        case matrix(Matrix)
    }

    /// The text of an export, ended by a line end.
    ///
    /// - Parameter upkeep: what is known of pages beside what they say.
    public static func text(
        of subject: Subject,
        as format: Format,
        from read: CheckedProject,
        upkeep: Upkeep = .none
    ) async -> String {
        var told = Findings()
        let strings = Strings(read.handbook.settings, into: &told)
        let site = SiteContent(read, history: .none, upkeep: upkeep, strings: strings)
        switch format {
        case .json: return await json(subject, site)
        case .csv: return CSV.text(ExportRows(site: site).rows(of: subject))
        case .markdown: return MarkdownExport(site: site).text(of: subject)
        case .dot: return DOT.text(ExportGraph(of: subject, in: site.handbook))
        case .mermaid: return Mermaid.text(ExportGraph(of: subject, in: site.handbook))
        }
    }

    private static func json(_ subject: Subject, _ site: SiteContent) async -> String {
        switch subject {
        case .handbook: await DataFiles.handbook(site)
        case .role(let role): DataFiles.text(of: role, Facts(site))
        case .matrix(let matrix): DataFiles.text(of: matrix, Facts(site))
        }
    }
}
