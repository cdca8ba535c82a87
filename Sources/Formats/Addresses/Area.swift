/// A part of the handbook, as the contents list it.
package enum Area: Sendable, Hashable {
    case home, roles, map, comparisons, matrices, activities, lifecycle, teams, eras, skills, sources, gaps, changes
    case study, names, print
    /// Plain pages in a folder; empty for those in none.
    case folder(String)

    /// The address of its first page.
    package var address: String {
        switch self {
        case .home: ""
        case .roles: "roles/"
        case .map: "map/"
        case .comparisons: "compare/"
        case .matrices: "raci/"
        case .activities: "activities/"
        case .lifecycle: "lifecycle/"
        case .teams: "teams/"
        case .eras: "eras/"
        case .skills: "skills/"
        case .sources: "sources/"
        case .gaps: "gaps/"
        case .changes: "changes/"
        case .study: "study/"
        case .print: "print/"
        case .names: "names/"
        case .folder(let name): name.isEmpty ? "" : name + "/"
        }
    }

    /// The key of its name among the theme's strings.
    package var stringKey: String {
        switch self {
        case .home: "home"
        case .roles: "roles"
        case .map: "map"
        case .comparisons: "comparisons"
        case .matrices: "matrices"
        case .activities: "activities"
        case .lifecycle: "lifecycle"
        case .teams: "teams"
        case .eras: "eras"
        case .skills: "skills"
        case .sources: "sources"
        case .gaps: "gaps"
        case .changes: "changes"
        case .study: "study"
        case .print: "print"
        case .names: "names"
        case .folder: "more"
        }
    }
}
