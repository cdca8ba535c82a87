import Diagnostics
import Handbook
import Markdown

/// `llms.txt` after llmstxt.org: what the site is, and where its facts stand as text; and `llms-full.txt`, these facts.
package struct LLMsText {
    package static let path = "llms.txt"
    package static let fullPath = "llms-full.txt"

    let twins: Twins

    private var site: SiteContent { twins.site }
    private var strings: Strings { site.strings }
    private var handbook: Handbook { site.handbook }
    private var export: MarkdownExport { MarkdownExport(site: site, isLinked: true) }

    // MARK: - The list

    var short: OutputFile {
        let settings = handbook.settings
        var lines = ["# \(MarkdownText.escaped(settings.title))", ""]
        lines += settings.description.map { ["> \(MarkdownText.escaped($0))", ""] } ?? []
        lines += [MarkdownText.escaped(strings["llms_note"]), ""]
        lines += section(
            strings["llms_data"],
            [
                file(LLMsText.fullPath, strings["llms_full"]), file(DataFiles.path, strings["llms_json"]),
                file(DataFiles.schemaPath, strings["llms_schema"]),
            ]
        )
        let packs = handbook.roles.map { role in
            "- [\(MarkdownText.escaped(role.title))](\(TwinLinks.file(RolePack.path(of: role))))" + note(role.page.summary?.text)
        }
        lines += section(strings["roles"], packs)
        lines += section(strings["activities"], handbook.activities.map(activity))
        lines += section(strings["matrices"], handbook.matrices.map(entry))
        lines += section(strings["lifecycle"], handbook.stages.map(stage))
        lines += section(strings["teams"], handbook.teams.map(team))
        lines += section(strings["comparisons"], handbook.relations.map(relation))
        lines += section(strings["guides"], handbook.pages.filter { !$0.page.address.isEmpty }.map(entry))
        lines += section(strings["sources"], handbook.sources.map(entry))
        // The convention's own word, in whatever language: what a short answer can do without.
        let lists = [Area.roles, .matrices, .lifecycle, .teams, .eras, .skills, .gaps, .changes, .names].flatMap { area in
            twins.entries(of: area).filter { $0.address == area.address }
        }
        lines += section("Optional", lists.map { "- \(export.name($0.title, $0.address))\(note($0.description))" })
        return OutputFile(path: Self.path, text: filled(MarkdownExport.joined(lines)))
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", "## \(MarkdownText.escaped(title))", ""] + lines + [""]
    }

    private func note(_ text: String?) -> String { text.map { ": \(MarkdownText.escaped($0))" } ?? "" }

    private func file(_ path: String, _ words: String) -> String { "- [\(path)](\(TwinLinks.file(path)))" + note(words) }

    private func entry(_ described: any Described) -> String { "- \(export.name(described))\(note(described.page.summary?.text))" }

    /// Who has the last word and who does it, each with the sources.
    private func activity(_ activity: Activity) -> String {
        let tally = site.analysis.tally(of: activity)
        let claims = [("last_word", tally.lastWord), ("does_work", tally[.responsible])].compactMap { key, holders -> String? in
            let roles = holders.map { holder in
                let sources = holder.sources.compactMap { handbook.source($0)?.title }
                let named = sources.isEmpty ? "" : " (\(sources.uniqued().joined(separator: "; ")))"
                return (handbook.role(holder.role)?.title ?? holder.role) + named
            }
            return roles.isEmpty ? nil : "\(strings[key]): \(roles.joined(separator: ", "))"
        }
        let differ = tally.disagreement == nil ? [] : [strings["sources_differ"]]
        let words = (differ + claims).joined(separator: ". ")
        return "- \(export.name(activity))\(note(words.isEmpty ? activity.page.summary?.text : words))"
    }

    private func stage(_ stage: Stage) -> String {
        let drives = stage.drives.compactMap { handbook.role($0)?.title }
        let words = [stage.page.summary?.text, drives.isEmpty ? nil : "\(strings["drives"]): \(drives.joined(separator: ", "))"]
        return "- \(export.name(stage))\(note(words.compactMap(\.self).joined(separator: " ")))"
    }

    private func team(_ team: Team) -> String {
        let cast = team.cast.filter { !$0.isOptional }.compactMap { handbook.role($0.role)?.title }.joined(separator: ", ")
        return "- \(export.name(team))\(note([team.page.summary?.text, cast].compactMap(\.self).joined(separator: " ")))"
    }

    private func relation(_ relation: Relation) -> String {
        let overlap = relation.overlap.compactMap(\.lead).joined(separator: ", ")
        return "- \(export.name(relation))\(note(overlap.isEmpty ? nil : "\(strings["shared"]): \(overlap)"))"
    }

    // MARK: - The facts

    /// The twins of all that a file describes, one after another; lists of pages and what is computed again are left out.
    func full(_ pages: [(page: PageEntry, body: String)]) -> OutputFile {
        var text = "# \(MarkdownText.escaped(handbook.settings.title))\n\n"
        if let description = handbook.settings.description { text += "> \(MarkdownText.escaped(description))\n\n" }
        text += MarkdownText.escaped(strings["llms_note"]) + "\n"
        for (page, body) in pages where page.isInFullText {
            text += "\n---\n\n<\(TwinLinks.file(TwinLinks.path(page.address)))>\n\n" + body
        }
        return OutputFile(path: Self.fullPath, text: filled(text))
    }

    private func filled(_ text: String) -> String { TwinLinks.text(text, base: handbook.settings.baseURL) }
}
