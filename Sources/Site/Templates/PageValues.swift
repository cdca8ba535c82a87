import Formats
import Templates

/// What a page's template is given, and the tables of facts that it shows.
struct PageValues {
    private let context: PageContext
    /// The values by name.
    private(set) var views: [String: View]
    /// The tables, in the order in which the page shows them. A file is written for each.
    private(set) var tables: [Table] = []

    init(_ context: PageContext, _ views: [String: View] = [:]) { (self.context, self.views) = (context, views) }

    subscript(_ name: String) -> View {
        get { views[name] ?? .none }
        set { views[name] = newValue }
    }

    /// Adds values; one that is given already stays.
    mutating func add(_ more: [String: View]) { views.merge(more) { own, _ in own } }

    /// Adds a table as a value. A table without rows is neither shown nor written.
    mutating func show(_ table: Table, as name: String) { views[name] = view(of: table) }

    /// A table as a value inside another one.
    mutating func view(of table: Table) -> View {
        guard !table.isEmpty else { return .none }
        tables.append(table)
        return table.view(context)
    }
}
