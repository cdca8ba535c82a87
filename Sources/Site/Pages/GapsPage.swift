import Diagnostics
import Formats
import Handbook
import Markdown
import Templates

/// All that is missing or at odds, by rule, each with the page to edit.
struct GapsPage: ListPage {
    let site: SiteContent
    var area: Area { .gaps }
    var isInFullText: Bool { true }
    static let templates = ["gaps"]
    static let sheets: Set<StyleSheet> = [.gaps]
    static let shape: ViewShape.Fields = .opening.adding([
        "disagreements": .list(.summarizedLink), "table": Table.shape,
        "rules": .list([
            "id": .text, "statement": .text, "count": .text, "weight": .text, "is_note": .flag, "help": .text,
            "findings": .list(["message": .text, "help": .text, "page": place, "related": .list(["message": .text, "page": place])]),
        ]),
        "exempted": .list(["message": .text, "reason": .text, "page": place]),
    ])
    private static let place: ViewShape = ["title": .text, "href": .text, "place": .text]
    var isPrinted: Bool { false }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        values["disagreements"] = .each(disagreements) { activity in
            ["title": .text(activity.title), "href": .text(context.href(activity)), "summary": context.html(activity.page.summary)]
        }
        values["rules"] = .each(groups) { view(of: $0, context) }
        values["exempted"] = .each(site.exempted) { exempted in
            [
                "message": .text(Self.sentence(exempted.finding.message)), "reason": .text(exempted.reason),
                "page": page(of: exempted.finding.location, context),
            ]
        }
        values.show(table(context), as: "table")
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        (disagreements.isEmpty ? [] : [OutlineEntry(title: context.strings["sources_differ"], anchor: "_sources-differ")])
            + groups.map { OutlineEntry(title: Self.sentence($0.rule.statement), anchor: context.anchor($0.rule.id, in: area)) }
            + (site.exempted.isEmpty ? [] : [OutlineEntry(title: context.strings["exemptions"], anchor: "_exemptions")])
    }

    /// Pieces of work that sources give to different roles.
    private var disagreements: [Activity] { site.analysis.disputed }

    private func view(of group: (rule: Rule, weight: Severity, findings: [Diagnostic]), _ context: PageContext) -> View {
        // What to do is said once where it is the same for all.
        let orders = Set(group.findings.map(\.help))
        let order = orders.count == 1 ? orders.first.flatMap(\.self) : nil
        return [
            "id": .text(context.anchor(group.rule.id, in: area)), "statement": .text(Self.sentence(group.rule.statement)),
            "count": View(group.findings.count),
            "weight": .text(context.strings["weight_\(group.weight.rawValue)"]), "is_note": .flag(group.weight == .note),
            "help": View(order.map(Self.sentence)),
            "findings": .each(group.findings) { finding in
                [
                    "message": .text(Self.sentence(finding.message)), "help": order == nil ? View(finding.help) : .none,
                    "page": page(of: finding.location, context),
                    "related": .each(finding.related) { related in
                        ["message": .text(related.message), "page": page(of: related.location, context)]
                    },
                ]
            },
        ]
    }

    /// Every finding for a spreadsheet, those that are accepted with their reasons.
    private func table(_ context: PageContext) -> Table {
        let strings = context.strings
        func row(_ finding: Diagnostic, _ reason: String?) -> [Table.Cell] {
            let page = finding.location.flatMap { context.handbook.page(at: $0.path) }
            let place = [finding.location?.path, finding.location?.line.map(String.init)].compactMap(\.self).joined(separator: ":")
            return [
                .text(finding.rule.id), .text(strings["weight_\(finding.severity.rawValue)"]), .text(Self.sentence(finding.message)),
                .text(finding.help), .text(page?.title.value), .text(place), .text(reason),
            ]
        }
        return Table(
            "gaps",
            title,
            columns: ["rule", "weight", "finding", "remedy", "page", "place", "reason"].map { .text(strings[$0]) },
            rows: groups.flatMap { $0.findings.map { row($0, nil) } } + site.exempted.map { row($0.finding, $0.reason) }
        )
    }

    /// Findings by rule, the heaviest rules first, then those with the fewest findings: many of one kind tell little.
    private var groups: [(rule: Rule, weight: Severity, findings: [Diagnostic])] {
        site.findings.grouped(by: \.rule.id).map { _, findings in
            (findings[0].rule, findings.map(\.severity).min() ?? findings[0].severity, findings)
        }
        .sorted { ($0.weight, $0.findings.count, $0.rule.id) < ($1.weight, $1.findings.count, $1.rule.id) }
    }

    private func page(of location: Location?, _ context: PageContext) -> View {
        guard let location, let page = context.handbook.page(at: location.path) else { return .none }
        return [
            "title": .text(page.title.value), "href": .text(context.href(page.address)),
            "place": .text([location.path, location.line.map(String.init)].compactMap(\.self).joined(separator: ":")),
        ]
    }

    static func sentence(_ statement: String) -> String { statement.prefix(1).uppercased() + statement.dropFirst() }
}
