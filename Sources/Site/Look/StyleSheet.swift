/// The style sheets of a site. A page links `base` and the one of its kind, or those: each type of page lists them in
/// `SitePage.sheets`.
///
/// The order of the cases is the order in which a page links them, so that a later sheet adds to an earlier one.
enum StyleSheet: String, CaseIterable, Sendable {
    /// What every page has, and every file of `styles/` that no other sheet has.
    case base = "handbook"
    /// A logo, links in the header, and a text at the foot. Every page links it where the settings have one of these.
    case frame = "handbook-frame"
    /// The dialog, which loads it when it opens.
    case search = "handbook-search"
    /// Linked where a table is on a page, unless a sheet of the page has the styles of tables.
    case tables = "handbook-tables"
    case home = "handbook-home"
    case role = "handbook-role"
    /// Activities, stages, eras and sources: what several texts say.
    case accounts = "handbook-accounts"
    case comparison = "handbook-comparison"
    case matrix = "handbook-matrix"
    case teams = "handbook-teams"
    case sources = "handbook-sources"
    case gaps = "handbook-gaps"
    case changes = "handbook-changes"
    case names = "handbook-names"
    case inquiry = "handbook-inquiry"
    case map = "handbook-map"
    case study = "handbook-study"
    case factCards = "handbook-fact-cards"
    /// The print page, which has parts of most kinds.
    case book = "handbook-book"
    /// The files that a project adds to those of the theme. Every page links it, after all others, so that it can change them.
    case own = "handbook-own"

    /// Its path in the theme, before the name gets a fingerprint.
    var path: String { "assets/\(rawValue).css" }

    /// The name by which templates have its path: `assets.handbook_map_css`.
    var asset: String { ThemeFiles.assetName("\(rawValue).css") }

    /// The files of the theme's `styles/` in it, in the order of their names; those of `base` are the ones in no other sheet.
    /// A file can be in several sheets.
    var files: [String] {
        switch self {
        case .base, .own: []
        case .frame: ["62-frame"]
        case .search: ["64-search"]
        case .tables: ["50-tables", "51-roles-table", "65-letters", "66-table-tools"]
        case .home: ["46-cards", "47-home", "63-questions", "64-filter"]
        case .role:
            [
                "45-role-facts", "48-pairs", "48-people", "48-role-parts", "49-differences", "50-tables", "59-eras", "61-hand-offs",
                "63-disputes", "65-letters", "66-table-tools", "68-map",
            ]
        case .accounts:
            [
                "49-differences", "49-positions", "50-tables", "59-eras", "63-disputes", "63-stage-hand-off", "65-letters",
                "66-table-tools",
            ]
        case .comparison: ["48-pairs", "50-tables", "54-comparison", "60-picker", "61-hand-offs", "65-letters", "66-table-tools"]
        case .matrix:
            ["50-tables", "51-matrix", "57-findings", "65-letters", "66-table-tools", "67-matrix-filter", "91-print-matrix"]
        case .teams:
            [
                "46-cards", "48-pairs", "50-tables", "52-parts", "53-stages", "61-hand-offs", "62-teams", "65-letters",
                "66-table-tools",
            ]
        case .sources: ["55-source-list"]
        case .gaps: ["58-gaps"]
        case .changes: ["63-changes"]
        case .names: ["65-names"]
        case .inquiry: ["64-inquiry"]
        case .map: ["68-map", "69-map-focus"]
        case .study: ["46-cards", "70-study"]
        case .factCards: ["46-cards", "71-fact-cards"]
        case .book:
            [
                "45-role-facts", "46-cards", "48-pairs", "48-people", "48-role-parts", "49-differences", "49-positions",
                "50-tables", "51-matrix", "51-roles-table", "52-parts", "53-stages", "54-comparison", "55-source-list",
                "57-findings", "58-gaps", "59-eras", "60-picker", "61-hand-offs", "62-teams", "63-disputes", "63-stage-hand-off",
                "64-inquiry", "65-letters", "65-names", "66-table-tools", "68-map", "69-map-focus", "71-fact-cards", "72-book",
                "91-print-matrix",
            ]
        }
    }

    /// Whether it has the styles of tables.
    var hasTables: Bool { files.contains("50-tables") }

    /// Whether the page has tables that are none of its values: those that a script makes, or those of the pages in it.
    var bringsTables: Bool { self == .comparison || self == .book }

    /// The sheets that a file of the theme's `styles/` is part of.
    static func sheets(of path: String) -> [StyleSheet] { byFile[path] ?? [.base] }

    private static let byFile = Dictionary(
        grouping: allCases.flatMap { sheet in sheet.files.map { (path: "styles/\($0).css", sheet: sheet) } },
        by: \.path
    ).mapValues { $0.map(\.sheet) }
}
