import Diagnostics

/// Names that a user gives on a command line rather than in a page.
extension Handbook {
    /// The role that a name leads to.
    ///
    /// - Throws: a finding when it leads to none or to several.
    public func role(named name: String) throws(Diagnostic) -> Role {
        switch names.resolve(name, among: [.role]) {
        case .found(let id):
            if let role = role(id.slug) { return role }
            throw unknown(name)
        case .ambiguous(let ids): throw Rule.ambiguousRole(mayMean(name, ids), help: bySlug(ids))
        case .unknown: throw unknown(name)
        }
    }

    /// The matrix that a name leads to.
    ///
    /// - Throws: a finding when it leads to none or to several.
    public func matrix(named name: String) throws(Diagnostic) -> Matrix {
        switch names.resolve(name, among: [.matrix]) {
        case .found(let id):
            if let matrix = matrix(id.slug) { return matrix }
        case .ambiguous(let ids): throw Rule.ambiguousName(mayMean(name, ids), help: bySlug(ids))
        case .unknown: break
        }
        throw Rule.unknownName(
            "'\(name)' is no matrix",
            help: NearMiss.help(for: name, among: names.names(among: [.matrix]), called: "matrices")
        )
    }

    private func unknown(_ name: String) -> Diagnostic {
        Rule.unknownRole("'\(name)' is no role", help: NearMiss.help(for: name, among: names.names(among: [.role]), called: "roles"))
    }

    /// The piece of work that a name leads to: an activity, or a task of a matrix that has no activity's page.
    ///
    /// - Throws: a finding when it leads to none or to several.
    public func work(named name: String) throws(Diagnostic) -> PieceOfWork {
        switch names.resolve(name, among: [.activity]) {
        case .found(let id):
            if let activity = activity(id.slug) { return PieceOfWork(activity) }
        case .ambiguous(let ids): throw Rule.ambiguousName(mayMean(name, ids), help: bySlug(ids))
        case .unknown: break
        }
        let key = NameIndex.key(name)
        let tasks = matrices.flatMap { $0.tasks.map(\.row.task) }
        if let task = tasks.first(where: { NameIndex.key($0) == key && !key.isEmpty }) { return PieceOfWork(task: task) }
        throw Rule.unknownName(
            "'\(name)' is no activity and no task of a matrix",
            help: NearMiss.help(for: name, among: names.names(among: [.activity]) + tasks, called: "activities and tasks")
        )
    }

    private func mayMean(_ name: String, _ ids: [PageID]) -> String {
        "'\(name)' may mean \(ids.map { page($0)?.path ?? $0.slug }.joined(separator: " or "))"
    }

    private func bySlug(_ ids: [PageID]) -> String { "name one by its slug: \(ids.map(\.slug).joined(separator: ", "))" }
}

/// A piece of work: an activity, or a task of a matrix that has no activity's page.
public struct PieceOfWork: Sendable {
    /// What it is called.
    public let title: String
    /// Its other names.
    public let also: [String]
    /// Its page, if it has one.
    public let activity: Activity?

    init(_ activity: Activity) {
        title = activity.title
        also = activity.also.map(\.value)
        self.activity = activity
    }

    init(task: String) {
        title = task
        also = []
        activity = nil
    }

    /// Whether a row of a matrix is about it.
    func isTask(of row: Matrix.Row) -> Bool {
        if let activity, let other = row.activity { return activity.slug == other }
        let key = NameIndex.key(row.task)
        return ([title] + also).contains { NameIndex.key($0) == key }
    }
}
