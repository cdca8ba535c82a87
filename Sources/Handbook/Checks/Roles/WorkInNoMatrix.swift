import Diagnostics
import Markdown

extension Rule {
    /// Work that a page speaks of and no matrix.
    public static let workInNoMatrix = Rule("work-in-no-matrix", .note, "work that pages speak of has a row in a matrix")
}

extension SettableCheck {
    /// A relation with no row where both roles take part; responsibilities on a card with no row for the role, told
    /// once a card.
    static let workInNoMatrix = SettableCheck(rules: [.workInNoMatrix]) { context, found in
        guard !context.handbook.matrices.isEmpty else { return }
        let search = WorkSearch(handbook: context.handbook, tasks: context.tasks, likenesses: context.likenesses)
        for relation in context.handbook.relations {
            if let finding = search.finding(relation) { found.add(finding, on: relation) }
        }
        for role in context.handbook.roles {
            if let finding = search.finding(role) { found.add(finding, on: role) }
        }
    }
}

private struct WorkSearch {
    let handbook: Handbook
    let tasks: TaskIndex
    let likenesses: Likenesses

    // MARK: - Relations

    func finding(_ relation: Relation) -> Diagnostic? {
        let pair = relation.between.compactMap { handbook.role($0) }
        guard pair.count == 2, tasks.shared(pair[0].slug, pair[1].slug) == nil else { return nil }
        let message = "'\(pair[0].title)' and '\(pair[1].title)' share no row of a matrix"
        if let (item, task, absent) = halfShared(relation, pair) {
            return Rule.workInNoMatrix(
                message,
                at: relation.place,
                help: "give '\(absent.title)' a part in '\(task.row.task)' of \(task.matrix.page.path)",
                related: [Related("both have to do with it", at: item.location), Related("the other has its part", at: task.row.location)]
            )
        }
        let example = (relation.overlap.first?.lead).map { ", such as '\($0)'" } ?? ""
        return Rule.workInNoMatrix(message, at: relation.place, help: "add a row in which both have a part\(example)")
    }

    /// Something that the relation's page calls an overlap, and a row about it in which one of the two has a part.
    private func halfShared(_ relation: Relation, _ pair: [Role]) -> (Item, TaskIndex.Task, absent: Role)? {
        for item in relation.overlap {
            for (index, role) in pair.enumerated() {
                let found = tasks.tasks(of: role.slug).first { likenesses.likeness(item.name, $0.row.task) != nil }
                if let found { return (item, found, pair[1 - index]) }
            }
        }
        return nil
    }

    // MARK: - Cards

    func finding(_ role: Role) -> Diagnostic? {
        guard tasks.byRole[role.slug] != nil, !role.responsibilities.isEmpty else { return nil }
        let rows = tasks.tasks(of: role.slug).map(\.words)
        let silent = role.responsibilities.filter { item in
            let words = Words.significant(item.name)
            return !rows.contains { !$0.isDisjoint(with: words) }
        }
        guard let first = silent.first else { return nil }
        let all = role.responsibilities.count
        let listed = silent.count == all ? "none" : "\(all - silent.count)"
        let message = "'\(role.title)' has \(all) \(all == 1 ? "responsibility" : "responsibilities"), \(listed) of them in a matrix"
        for item in silent {
            guard let task = tasks.tasks(named: item.name, handbook.names).first else { continue }
            return Rule.workInNoMatrix(
                message,
                at: item.location,
                help: "give it a part in '\(task.row.task)' of \(task.matrix.page.path), or add rows for what others depend on",
                related: [Related("the row", at: task.row.location)]
            )
        }
        return Rule.workInNoMatrix(
            message,
            at: first.location,
            help: "add rows for those that others depend on, such as '\(first.name)'"
        )
    }
}
