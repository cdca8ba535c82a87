import Changes
import Handbook
import Markdown

/// The feeds of changes: the handbook's, and one for each role. A role has one whether or not it has changed lately, so
/// that its address can be relied on.
package struct Feeds {
    /// The path of the handbook's feed in the site.
    package static let path = "feed.xml"

    /// The path of a role's feed in the site.
    package static func path(of role: Role) -> String { role.page.address + path }

    private let site: SiteContent
    private let identity: FeedIdentity
    private var settings: Settings { site.handbook.settings }

    /// The paths of all feeds.
    package static func paths(_ site: SiteContent) -> [String] {
        guard site.changes.origin != nil, !site.changes.isEmpty else { return [] }
        return [path] + site.handbook.roles.map { path(of: $0) }
    }

    /// Every feed; none where nothing is known of the project's history.
    package static func files(_ site: SiteContent) -> [OutputFile] {
        guard let origin = site.changes.origin, !site.changes.isEmpty else { return [] }
        let feeds = Feeds(site: site, identity: FeedIdentity(baseURL: site.handbook.settings.baseURL, origin: origin))
        return [feeds.handbook()] + site.handbook.roles.map(feeds.role)
    }

    private func handbook() -> OutputFile {
        let title = "\(settings.title) · \(site.strings["changes"])"
        return file(Self.path, title: title, page: Area.changes.address, entries: site.changes.entries, part: "")
    }

    private func role(_ role: Role) -> OutputFile {
        let title = "\(role.title) · \(site.strings["changes"]) · \(settings.title)"
        let entries = site.changes.entries(of: role.slug)
        return file(Self.path(of: role), title: title, page: role.page.address, entries: entries, part: role.page.address)
    }

    /// - Parameter part: the part of the handbook it is about; empty for all of it.
    private func file(_ path: String, title: String, page: String, entries: [ChangeLog.Entry], part: String) -> OutputFile {
        // A feed without entries has changed when the project began, as far as anybody knows.
        let newest = entries.map(\.revision.commit.date).max() ?? site.changes.origin?.date ?? Moment(seconds: 0)
        let feed = AtomFeed(
            id: identity.feed(part),
            title: CleanText.line(title),
            language: settings.language,
            author: CleanText.line(settings.title),
            updated: newest.text,
            address: whole(path),
            page: whole(page),
            entries: entries.map { entry($0, part) }
        )
        return OutputFile(path: path, text: feed.text)
    }

    private func entry(_ entry: ChangeLog.Entry, _ part: String) -> AtomFeed.Entry {
        AtomFeed.Entry(
            id: identity.entry(entry.revision.commit, part),
            title: entry.title,
            updated: entry.revision.commit.date.text,
            link: whole(Area.changes.address).map { "\($0)#\(entry.anchor)" },
            html: html(entry)
        )
    }

    /// The whole address of a page or a file of the site.
    private func whole(_ address: String) -> String? { settings.baseURL.map { $0 + Addresses.escaped(address) } }

    // MARK: - The changes as HTML

    private func html(_ entry: ChangeLog.Entry) -> String {
        var items = entry.groups.map { "<li>\(html($0))</li>" }
        if entry.more > 0 {
            items.append("<li>\(HTMLText.escape(site.strings.text("changes_more", ["count": String(entry.more)])))</li>")
        }
        let list = "<ul>\(items.joined())</ul>"
        return entry.revision.isPartlyRead ? "<p>\(HTMLText.escape(site.strings["changes_partly_read"]))</p>\(list)" : list
    }

    private func html(_ group: ChangeGroup) -> String {
        let lines = group.lines.map(HTMLText.escape)
        if let subject = group.subject {
            let words = lines.count == 1 ? lines[0] : "<ul>\(lines.map { "<li>\($0)</li>" }.joined())</ul>"
            return "\(html(subject)): \(words)"
        }
        var pages = group.pages.map(html)
        if group.morePages > 0 { pages.append(HTMLText.escape(site.strings.text("changes_others", ["count": String(group.morePages)]))) }
        return "\(lines.joined()) \(pages.joined(separator: ", "))"
    }

    private func html(_ subject: ChangeGroup.Subject) -> String {
        let title = HTMLText.escape(subject.title)
        guard let address = subject.address.flatMap(whole) else { return title }
        return #"<a href="\#(HTMLText.escape(address))">\#(title)</a>"#
    }
}

/// Identifiers of feeds and their entries: they stay the same whatever is built, and when. They are `tag:` addresses
/// (RFC 4151), made from the revision and, if it is known, the site's host.
struct FeedIdentity {
    /// Without a site's host: a name that belongs to nobody (RFC 2606). The revision's id sets it apart.
    private static let nobody = "handbook.invalid"

    private let host: String
    private let origin: History.Commit

    init(baseURL: String?, origin: History.Commit) {
        host = baseURL.flatMap(Self.host) ?? Self.nobody
        self.origin = origin
    }

    func feed(_ part: String) -> String { tag(origin, part) }

    func entry(_ commit: History.Commit, _ part: String) -> String { tag(commit, "changes/" + part) }

    private func tag(_ commit: History.Commit, _ part: String) -> String {
        "tag:\(host),\(commit.date.day):\(commit.id)\(part.isEmpty ? "" : "/" + Addresses.escaped(part))"
    }

    /// The host of an address, if it is a plain name.
    private static func host(_ address: String) -> String? {
        guard let start = address.range(of: "://")?.upperBound else { return nil }
        let host = address[start...].prefix { $0 != "/" && $0 != ":" }.lowercased()
        let isPlain = host.contains(".") && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        return isPlain ? host : nil
    }
}
