import Diagnostics

/// Names that templates asked for and no page provided, told once for each place in a template, however many pages
/// are made from it.
struct MissingNames {
    /// What one page's template asked for in vain.
    struct Miss {
        let template: String
        let names: [String]
        /// How a reader names the page: its address.
        let page: String
    }

    private struct Place: Hashable {
        let location: Location
        let name: String
    }

    private struct Told {
        var pages: [String]
        let help: String?
    }

    /// Adds a finding for each place that asks for a name in vain.
    ///
    /// - Parameters:
    ///   - misses: in the order of the pages.
    ///   - values: what a page's template was given, made once more.
    static func report(
        _ misses: [Miss],
        _ templates: Templates,
        into findings: inout Findings,
        values: (_ page: String) -> [String: View]
    ) {
        var pages: [String: [String: [String]]] = [:]
        for miss in misses {
            guard templates.has(miss.template) else {
                findings.add(
                    Rule.templateName(
                        "there is no template '\(miss.template)' for the page /\(miss.page)",
                        help: "add templates/\(miss.template).mustache"
                    )
                )
                continue
            }
            for name in miss.names { pages[miss.template, default: [:]][name, default: []].append(miss.page) }
        }
        guard !pages.isEmpty else { return }
        let traced = templates.traced()
        var told: [Place: Told] = [:]
        for (template, names) in pages.sorted(by: { $0.key < $1.key }) {
            for (name, pages) in names.sorted(by: { $0.key < $1.key }) {
                let values = values(pages[0])
                let tags = traced.tags(asking: template, values).filter { $0.first == name }
                let locations = tags.isEmpty ? [Location("templates/\(template).mustache")] : tags.map(\.location)
                for location in locations {
                    let help = NearMiss.help(for: name, among: Array(values.keys), called: "names")
                    told[Place(location: location, name: name), default: Told(pages: [], help: help)].pages += pages
                }
            }
        }
        for (place, what) in told {
            let more = what.pages.count > 1 ? " and \(what.pages.count - 1) more provide" : " provides"
            findings.add(
                Rule.templateName("'\(place.name)' is nothing that the page /\(what.pages[0])\(more)", at: place.location, help: what.help)
            )
        }
    }
}
