import Diagnostics
import Markdown

/// A way to sort roles, or a time they are looked at: a group, a side, an era.
public struct Category: Sendable, Hashable {
    /// How pages name it.
    public let id: String
    /// How readers see it.
    public let title: String
    /// One sentence.
    public let summary: String?
}

/// What `handbook.yml` says, or its defaults.
public struct Settings: Sendable {
    /// The handbook's title.
    public var title = "Handbook"
    /// What it is, in one sentence.
    public var description: String?
    /// The address it is published at, with a final `/`.
    public var baseURL: String?
    /// Where a page can be edited; `{path}` stands for its file.
    public var editURL: String?
    /// The language of the content, as BCP 47 names it.
    public var language = "en"
    /// Whether the content is written from right to left.
    public var writesFromRight: Bool { Language(language).writesFromRight }
    /// The groups of roles, in order.
    public var groups: [Category] = []
    /// The second way to group roles, in order.
    public var sides: [Category] = []
    /// The eras, in order.
    public var eras: [Category] = []
    /// Which headings mean what.
    public var sections = SectionNames()
    /// What headings of matrices can say.
    public var matrixWords = MatrixWords()
    /// The theme's own words that are replaced, by key.
    public var strings: [Located<String>: String] = [:]
    /// How much findings weigh, and how much is too much.
    public var rules = RuleSettings()
    /// Lists of names of skills and knowledge that mean the same.
    public var synonyms: [[String]] = []
    /// At most so many comparisons for each role, beside those that have a relation's page.
    public var comparisonsPerRole = 6
    /// Whether raw HTML in pages is kept.
    public var allowsHTML = false
    /// Whether first mentions of roles become links.
    public var linksMentions = true
    /// How every page looks.
    public var theme = ThemeSettings()
    /// Where and how often what has changed is told.
    public var changes = Changes()
    /// Which addresses of other sites are not asked.
    public var ignoredLinks: [AddressPattern] = []
    /// How long after its last change a page that names no day is to be looked through again.
    public var reviewAfter: ReviewPeriod?
    /// Whether a CODEOWNERS file says who keeps pages that do not say it themselves.
    public var readsCodeOwners = true
    /// The file of known findings, which do not count; its path counts from the project's folder.
    public var baseline: Located<String>?
    /// The settings' file as it was read; `nil` when there is none, or it could not be read.
    public var record: Record?
    /// The text of the settings' file: two settings of one text are the same.
    package var text = ""
    /// The settings' file by lines; without a line where there is none.
    public var source: SourceText { SourceText(path: Self.file, text: text) }
    /// Whether the handbook is also put on one page, for paper; `nil` when its size decides.
    public var printsWhole: Bool?
    /// Whether each page also stands as Markdown beside it, with what else programs read as text.
    public var writesTwins = true
    /// Whether the whole text can be searched.
    public var fullText = FullText.auto
    /// Where the settings say so.
    public var fullTextPlace: Location?
    /// The settings' file, if there is one.
    var place: Location?

    /// The defaults.
    public init() {}

    /// The settings' file, in the project's folder.
    public static let file = "handbook.yml"

    /// What readers are told of the project's history.
    public struct Changes: Sendable, Hashable {
        /// Whether there is a page of changes, and feeds.
        public var isShown = true
        /// The most revisions that are told.
        public var entries = 30

        /// What can be said of whether they are told. A YAML editor may take `off` for `false`.
        static let words = ["on", "off", "true", "false"]
        /// How many revisions can be told.
        static let range = 1...Int.max

        static let fields: [Field] = [
            Field("show", .choice(words), "off: no page of changes, and no feeds."),
            Field("entries", .integer, "The most revisions that are told.", limit: .range(range)),
        ]
    }

    private static let category: [Field] = [
        Field("id", .text, "How pages name it.", required: true),
        Field("title", .text, "How readers see it.", required: true),
        Field("summary", .text, "One sentence."),
    ]

    /// The keys of `handbook.yml`.
    public static let fields: [Field] = [
        Field("title", .text, "The handbook's title."),
        Field("description", .text, "What the handbook is, in one sentence."),
        Field("base_url", .text, "The address the site is published at.", limit: .form(.siteAddress)),
        Field("edit_url", .text, "Where a page can be edited; {path} stands for its file.", limit: .form(.editAddress)),
        Field("language", .text, "The language of the content, as BCP 47 names it: en, pt-BR.", limit: .form(.language)),
        Field("groups", .list(.record(category)), "The groups of roles, in order."),
        Field("sides", .list(.record(category)), "A second way to group roles, in order."),
        Field("eras", .list(.record(category)), "The eras, in order."),
        Field(
            "sections",
            .record(SectionName.allCases.map { Field($0.rawValue, .list(.text), "Headings that mean '\($0.defaults[0])'.") }),
            "Which headings mean what. The first of several is the one that is shown."
        ),
        Field(
            "matrices",
            .record(MatrixWords.Meaning.everyMeaning.map { Field($0.key, .list(.text), $0.description) }),
            "What words in matrices mean in the handbook's language."
        ),
        Field(
            "rules",
            .map(.recordOrText(RuleSettings.fields, key: "severity")),
            "How much findings weigh, by the rule's id: off, note, warning or error, or keys and values.",
            limit: .keys(RuleSettings.rules)
        ),
        Field("synonyms", .list(.list(.text)), "Lists of names of skills and knowledge that mean the same."),
        Field("comparisons", .integer, "At most so many comparisons for each role, beside those that have a relation's page."),
        Field(
            "changes",
            .recordOrText(Changes.fields, key: "show"),
            "The page of changes and the feeds, from the project's git history: off, or keys and values."
        ),
        Field("print", .choice(["on", "off"]), "Whether the whole handbook also stands on one page; by default if it is not too large."),
        Field("twins", .choice(["on", "off"]), "off: no page stands as Markdown beside it, and there is no llms.txt."),
        Field("strings", .map(.text), "The theme's own words, by key."),
        Field("markdown", .record([Field("html", .boolean, "Whether raw HTML is kept.")]), "How Markdown is read."),
        Field("theme", .record(ThemeSettings.fields), "How every page looks."),
        Field(
            "search",
            .choice(FullText.allCases.map(\.rawValue)),
            "Whether the whole text can be searched; auto: where Pagefind is found."
        ),
        Field("mentions", .boolean, "Whether the first mention of a role in a section becomes a link."),
        Field(
            "links",
            .record([Field("ignore", .list(.text), "Addresses that are not asked; * stands for any letters.")]),
            "Addresses of other sites, which 'handbook check --external' asks."
        ),
        Field(
            "review_after",
            .text,
            "How long after its last change a page is to be looked through again: 12 months.",
            limit: .form(.reviewPeriod)
        ),
        Field(
            "baseline",
            .text,
            "A file of known findings, which do not count; 'handbook check --write-baseline' writes it.",
            limit: .form(.projectFile)
        ),
        Field("codeowners", .choice(["on", "off"]), "off: no CODEOWNERS file says who keeps a page."),
    ]
}
