import Diagnostics

/// What is wrong with names in templates, gathered over the pages that use them, so that one mistake gives one finding:
/// in a file of the project's author, where there is one.
struct NameFaults {
    private struct Place: Hashable {
        let location: Location
        let name: String
    }

    private struct Unknown {
        var pages: [String]
        let help: String?
    }

    private var unknown: [Place: Unknown] = [:]
    /// Names in the author's files that at least one page provides.
    private var known: Set<Place> = []
    /// For a tag of the author's that includes a template of the theme: the names that this needs and that are unknown there.
    private var needed: [Place: Set<String>] = [:]
    private var others: Findings = Findings()
    /// The templates that pages use.
    var reached: Set<String> = []

    /// Notes whether a name is known where a page's template uses it.
    ///
    /// - Parameters:
    ///   - steps: the tags that lead to it, the outermost first.
    ///   - entry: the page's template.
    ///   - names: the names that are known there.
    mutating func note(
        _ name: Name,
        isKnown: Bool,
        in template: ParsedTemplate,
        by steps: [Compiler.Step],
        entry: String,
        names: () -> [String]
    ) {
        let place = Place(location: name.location, name: name.text)
        if isKnown {
            if template.isOwn { known.insert(place) }
        } else if !template.isOwn, let step = steps.last(where: { $0.template.isOwn && $0.included != nil }), let included = step.included {
            needed[Place(location: step.location, name: included), default: []].insert(name.text)
        } else {
            add(place, page: entry, names())
        }
    }

    /// Notes a name that no page provides, in a template that no page uses.
    mutating func add(_ name: Name, names: [String]) { add(Place(location: name.location, name: name.text), page: nil, names) }

    private mutating func add(_ place: Place, page: String?, _ names: [String]) {
        unknown[
            place,
            default: Unknown(pages: [], help: NearMiss.help(for: place.name, among: names, called: "names"))
        ].pages += page.map { [$0] } ?? []
    }

    /// Notes a template that includes itself by the value of a name.
    mutating func addCycle(_ name: String, at location: Location) {
        others.add(Rule.templateCycle("template '\(name)' includes itself", at: location))
    }

    /// Notes a name that stands for a template, and whose value is something else.
    mutating func addNotATemplate(_ name: Name) {
        others.add(Rule.templateName("'\(name.text)' does not name a template", at: name.location))
    }

    /// One finding for each place.
    var findings: Findings {
        var findings = others
        for (place, fault) in unknown {
            let pages = known.contains(place) ? Self.list(Set(fault.pages)) : ""
            findings.add(Rule.templateName("unknown name '\(place.name)'\(pages)", at: place.location, help: fault.help))
        }
        for (place, names) in needed {
            let list = names.sorted().map { "'\($0)'" }.joined(separator: ", ")
            findings.add(
                Rule.templateName(
                    "template '\(place.name)' uses names that are unknown here: \(list)",
                    at: place.location,
                    help: "include it in a section that provides them"
                )
            )
        }
        return findings
    }

    /// Where a name is unknown that other pages provide.
    private static func list(_ pages: Set<String>) -> String {
        let shown = pages.sorted().prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        return " on the pages of \(shown)\(pages.count > 3 ? " and \(pages.count - 3) more" : "")"
    }
}
