import Diagnostics
import Markdown

/// A resolved handbook: every name in it is known to lead somewhere.
///
/// It is passed around a lot, so its many values are behind one reference. None of them changes.
public final class Handbook: Sendable {
    /// The settings.
    public let settings: Settings
    /// Roles by group, order and title.
    public let roles: [Role]
    /// Relations by the order of their roles.
    public let relations: [Relation]
    /// Matrices by order and title.
    public let matrices: [Matrix]
    /// Activities by stage, order and title.
    public let activities: [Activity]
    /// Stages by order and title.
    public let stages: [Stage]
    /// Teams by order and title.
    public let teams: [Team]
    /// Sources by order and title: a source's place is its number.
    public let sources: [Source]
    /// Plain pages by address.
    public let pages: [PlainPage]
    /// What the settings put round every page: the footer's text, and the header's links among its references.
    public let frame: Page?
    /// Files that are copied as they are, by their path in the project.
    public let assets: Set<String>
    /// How large the pictures among them are, where that is known.
    public let imageSizes: [String: ImageSize]
    /// The folder of the content, `content`, or empty when the project's folder itself holds it.
    public let contentRoot: String
    /// What of the project is not part of this.
    public let privacy: Privacy
    /// Names to pages.
    public let names: NameIndex
    /// Its pages as they were read and as they are here, for the next state of the handbook.
    let marked: MarkedPages

    /// Every page, in order of kind and slug.
    public let everyPage: [Page]
    /// Pages that are there but could not be taken in, by path: a relation of no two roles, a second page of one slug.
    /// What is wrong with them is among the findings, so a link to them is not reported as well.
    package let leftOut: Set<String>
    /// Files beside the pages that are not published, by path.
    package let unpublished: Set<String>

    /// What names in wiki links lead to.
    let wikiNames: WikiNames

    private let rolesBySlug: [String: Role]
    private let sourcesByKey: [String: Source]
    private let activitiesBySlug: [String: Activity]
    private let stagesBySlug: [String: Stage]
    private let matricesBySlug: [String: Matrix]
    private let relationsByRole: [String: [Relation]]
    private let openings: [String: PlainPage]
    /// By the address of a folder, places in `pages`.
    private let pagesByFolder: [String: [Int]]
    private let allPages: [PageID: Page]
    private let pagesByPath: [String: Page]
    private let pagesByAddress: [String: Page]

    init(
        settings: Settings,
        roles: [Role],
        relations: [Relation],
        matrices: [Matrix],
        activities: [Activity],
        stages: [Stage],
        teams: [Team],
        sources: [Source],
        pages: [PlainPage],
        frame: Page?,
        files: ProjectFiles,
        privacy: Privacy,
        names: NameIndex,
        marked: MarkedPages,
        wikiNames: WikiNames
    ) {
        self.settings = settings
        self.roles = roles
        self.relations = relations
        self.matrices = matrices
        self.activities = activities
        self.stages = stages
        self.teams = teams
        self.sources = sources
        self.pages = pages
        self.names = names
        self.marked = marked
        self.wikiNames = wikiNames
        self.privacy = privacy
        self.frame = frame
        assets = files.assets
        imageSizes = files.imageSizes
        contentRoot = files.contentRoot
        rolesBySlug = Dictionary(roles.map { ($0.slug, $0) }) { first, _ in first }
        sourcesByKey = Dictionary(sources.map { ($0.slug, $0) }) { first, _ in first }
        activitiesBySlug = Dictionary(activities.map { ($0.slug, $0) }) { first, _ in first }
        stagesBySlug = Dictionary(stages.map { ($0.slug, $0) }) { first, _ in first }
        matricesBySlug = Dictionary(matrices.map { ($0.slug, $0) }) { first, _ in first }
        openings = Dictionary(pages.map { ($0.page.address, $0) }) { first, _ in first }
        var pagesByFolder: [String: [Int]] = [:]
        for (index, page) in pages.enumerated() {
            for folder in page.page.address.folders { pagesByFolder[folder, default: []].append(index) }
        }
        self.pagesByFolder = pagesByFolder
        var relationsByRole: [String: [Relation]] = [:]
        for relation in relations {
            for role in relation.between { relationsByRole[role, default: []].append(relation) }
        }
        self.relationsByRole = relationsByRole
        let described: [[any Described]] = [roles, relations, matrices, activities, stages, teams, sources, pages]
        let all = described.joined().map(\.page).sorted { $0.id < $1.id }
        everyPage = all
        allPages = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        let pagesByPath = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
        self.pagesByPath = pagesByPath
        leftOut = Set(files.pagePaths.filter { pagesByPath[$0] == nil })
        unpublished = files.unpublished
        pagesByAddress = Dictionary(all.map { ($0.address, $0) }) { first, _ in first }
    }

    /// Every page, and what stands round each: all that has links and citations.
    public var everyText: [Page] { everyPage + [frame].compactMap(\.self) }

    /// A page by its kind and slug.
    public func page(_ id: PageID) -> Page? { allPages[id] }

    /// A page by its file.
    public func page(at path: String) -> Page? { pagesByPath[path] }

    /// A page by its address in the site, with or without a slash or `index.html` at its end.
    func page(atAddress address: String) -> Page? {
        if let page = pagesByAddress[address] { return page }
        let whole = address.hasSuffix("/") ? address : address + "/"
        return pagesByAddress[whole] ?? (whole.hasSuffix("index.html/") ? pagesByAddress[String(whole.dropLast(11))] : nil)
    }

    /// A role by its slug.
    public func role(_ slug: String) -> Role? { rolesBySlug[slug] }

    /// A source by its key.
    public func source(_ key: String) -> Source? { sourcesByKey[key] }

    /// The activity with a slug.
    public func activity(_ slug: String) -> Activity? { activitiesBySlug[slug] }

    /// The stage with a slug.
    public func stage(_ slug: String) -> Stage? { stagesBySlug[slug] }

    /// The matrix with a slug.
    public func matrix(_ slug: String) -> Matrix? { matricesBySlug[slug] }

    /// The relations that a role is part of.
    public func relations(of role: String) -> [Relation] { relationsByRole[role] ?? [] }

    /// The plain pages whose addresses are below another, in the order of `pages`; none below the home page's.
    public func pages(below address: String) -> [PlainPage] { (pagesByFolder[address] ?? []).map { pages[$0] } }

    /// The opening of a section's list: the plain page at its address.
    public func opening(of address: String) -> PlainPage? { openings[address] }
}

extension String {
    /// The addresses of the folders that an address is in, the outermost first: `a/` and `a/b/` of `a/b/c/`.
    fileprivate var folders: [String] {
        utf8.indices.filter { utf8[$0] == UInt8(ascii: "/") }.map { String(self[...$0]) }.filter { $0 != self }
    }
}
