import Diagnostics
import Markdown

extension Rule {
    /// HTML that was left out.
    public static let rawHTML = Rule("raw-html", .warning, "raw HTML is left out unless the settings allow it")
    /// A name that leads to two pages.
    public static let sharedName = Rule("shared-name", .error, "a title, short form, alias or slug belongs to one page of its kind")
    /// A role's page that lacks what a card needs.
    public static let incompleteRole = Rule("incomplete-role", .note, "a role's page has a group and a summary")
    /// Settings without groups although roles are there.
    public static let noGroups = Rule("no-groups", .note, "roles are sorted into the groups that handbook.yml lists")
}

extension Check {
    /// Raw HTML whose tags are dropped. Comments, which nobody sees anyway, are ignored.
    static let rawHTML = Check(rules: [.rawHTML]) { handbook, findings in
        guard !handbook.settings.allowsHTML else { return }
        for page in handbook.everyText {
            for reference in page.document.references {
                guard case .html(let text) = reference.target, !text.trimmingWhitespace.hasPrefix("<!--"), !text.hasPrefix("</"),
                    // A line break is kept as one.
                    !RawHTML.isLineBreak(text)
                else {
                    continue
                }
                let tag = text.trimmingWhitespace.prefix { $0 != ">" && !$0.isWhitespace }
                findings.add(
                    Rule.rawHTML(
                        "'\(tag)>' is left out",
                        at: reference.location,
                        help: "write it in Markdown, or set 'markdown: {html: true}' in handbook.yml"
                    )
                )
            }
        }
    }

    /// Citations name sources.
    static let citations = Check(rules: [.unknownSource]) { handbook, findings in
        let keys = handbook.sources.map(\.slug)
        let suggestions = Suggestions(keys)
        func report(_ citation: Citation, _ place: Location, _ page: Page) {
            let key = citation.key
            guard handbook.source(key) == nil else { return }
            findings.add(
                handbook.privacy.drafts.fault(ofSource: key, at: place)
                    ?? Rule.unknownSource(
                        "'\(key)' is no source",
                        at: place,
                        help: NearMiss.help(for: key, among: keys, called: "sources") ?? "add a page '\(key).md' to the folder 'sources'"
                    )
                    .fixed(by: suggestions.meant(by: key).flatMap { page.fix(citation, at: place, to: $0) })
            )
        }
        for page in handbook.everyText {
            for reference in page.document.references {
                if case .citation(let citation) = reference.target { report(citation, reference.location, page) }
            }
            for text in page.record.everyText where text.value.utf8.contains(UInt8(ascii: "@")) {
                for citation in CitedText(text.value).citations {
                    // A text may run over several lines of the front matter.
                    let line = text.location.line ?? 1
                    report(citation, page.source.locate("@\(citation.key)", in: line...max(line, page.split.bodyLine - 2)), page)
                }
            }
        }
    }

    /// A name leads to one page of a kind.
    static let names = Check(rules: [.sharedName]) { handbook, findings in
        for clash in handbook.names.clashes {
            guard let first = clash.first else { continue }
            for other in clash.dropFirst() {
                findings.add(
                    Rule.sharedName(
                        "'\(other.name)' is a name of \(handbook.page(first.page)?.path ?? first.page.slug) already",
                        at: other.location,
                        help: "choose another name, or drop it from one of the two pages",
                        related: [Related("the other", at: first.location)]
                    )
                )
            }
        }
    }

    /// Groups are listed when roles use them, which the reading itself sees to; here: that there are any.
    static let categories = Check(rules: [.noGroups]) { handbook, findings in
        guard handbook.settings.groups.isEmpty, handbook.roles.count > 8 else { return }
        findings.add(
            Rule.noGroups(
                "\(handbook.roles.count) roles are in no group",
                at: handbook.settings.place ?? handbook.roles[0].page.place,
                help: "list groups in handbook.yml, and name one in each role"
            )
        )
    }

    /// A source is found at a web address, or none is given.
    static let sourceAddresses = Check(rules: [.invalidURL]) { handbook, findings in
        for source in handbook.sources {
            guard let url = source.page.record.words("url"), !TextForm.webAddress.fits(url.value) else { continue }
            findings.add(
                Rule.invalidURL(
                    "'\(url.value)' is no web address",
                    at: url.location,
                    help: "write it like https://example.org/lesson, or in the page's text"
                )
            )
        }
    }

    /// What a role's card needs.
    static let roleFacts = Check(rules: [.incompleteRole]) { handbook, findings in
        for role in handbook.roles where role.page.isFrontMatterRead {
            var missing: [String] = []
            if role.page.summary == nil { missing.append("summary") }
            if role.group == nil, role.page.record.text("group") == nil, !handbook.settings.groups.isEmpty { missing.append("group") }
            missing.removeAll(where: role.page.privacy.keys.contains)
            guard !missing.isEmpty else { continue }
            findings.add(
                Rule.incompleteRole(
                    "'\(role.title)' has no \(missing.joined(separator: " and no "))",
                    at: role.page.place,
                    help: "add \(missing.map { "'\($0):'" }.joined(separator: " and ")) to its front matter"
                )
            )
        }
    }
}
