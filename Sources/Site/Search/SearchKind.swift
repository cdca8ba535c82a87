import Formats
import Handbook
import Markdown

/// What kind of thing a reader who searches has found. In the order in which kinds of equal weight are shown.
enum SearchKind: String, Sendable, CaseIterable {
    case role, activity, stage, matrix, team, comparison, skill, source, page

    /// The kind of a page: what it describes. Pages that list others are plain pages here.
    init(_ page: any SitePage) {
        guard !(page is any ListPage) else {
            self = .page
            return
        }
        self =
            switch page.area {
            case .roles: .role
            case .activities: .activity
            case .lifecycle: .stage
            case .matrices: .matrix
            case .teams: .team
            case .comparisons: .comparison
            case .sources: .source
            default: .page
            }
    }

    /// The part of the handbook that holds them; `nil` for plain pages, which are everywhere.
    var area: Area? {
        switch self {
        case .role: .roles
        case .activity: .activities
        case .stage: .lifecycle
        case .matrix: .matrices
        case .team: .teams
        case .comparison: .comparisons
        case .skill: .skills
        case .source: .sources
        case .page: nil
        }
    }

    /// The key of what several of them are called together.
    var headingKey: String { area?.stringKey ?? "pages" }

    /// The key of what one of them is called.
    var nameKey: String {
        switch self {
        case .role: "role"
        case .activity: "activity"
        case .stage: "stage"
        case .matrix: "matrix"
        case .team: "team"
        case .comparison: "comparison"
        case .skill: "skill"
        case .source: "source"
        case .page: "page"
        }
    }
}
