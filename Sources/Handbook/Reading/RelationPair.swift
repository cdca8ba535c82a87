import Diagnostics
import Markdown

extension Rule {
    /// A relation that is not between two roles.
    public static let invalidRelation = Rule("invalid-relation", .error, "a relation is between two different roles")
    /// Two pages about one pair.
    public static let duplicateRelation = Rule("duplicate-relation", .error, "two roles have one relation page")
}

/// The two roles of a relation's page.
enum RelationPair {
    /// How many roles a relation is between.
    static let count = 2...2

    /// Their slugs; `nil`, with a finding, unless two different roles are named.
    static func read(_ page: Page, _ resolver: Resolver, into findings: inout Findings) -> [String]? {
        let names = page.record.texts("between")
        guard let place = page.record.keyLocation("between") else { return nil }
        guard count.contains(names.count) else {
            // Anything but a list is reported where the front matter is read.
            if names.isEmpty, !isList(place, in: page.source) { return nil }
            findings.add(
                Rule.invalidRelation(
                    "'between' names \(names.count) role\(names.count == 1 ? "" : "s")",
                    at: place,
                    help: "name two: between: [data-engineer, ml-engineer]"
                )
            )
            return nil
        }
        let slugs = names.map { resolver.role($0, into: &findings) }
        guard let first = slugs[0], let second = slugs[1] else { return nil }
        guard first != second else {
            findings.add(
                Rule.invalidRelation(
                    "'\(names[0].value)' and '\(names[1].value)' are the same role",
                    at: names[1].location,
                    help: "name two different roles"
                )
            )
            return nil
        }
        return [first, second]
    }

    private static func isList(_ key: Location, in source: SourceText) -> Bool {
        let line = key.line.flatMap { source.line($0) } ?? ""
        let value = line.drop { $0 != ":" }.dropFirst().prefix { $0 != "#" }.drop { $0 == " " }
        return value.hasPrefix("[")
    }

    static func repeated(_ page: Page, _ other: Page) -> Diagnostic {
        Rule.duplicateRelation(
            "'\(page.slug)' is about the same two roles as another page",
            at: page.record.keyLocation("between") ?? page.place,
            help: "put both into one page",
            related: [Related("the other", at: other.record.keyLocation("between") ?? other.place)]
        )
    }
}
