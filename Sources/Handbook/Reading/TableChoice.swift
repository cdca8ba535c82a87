import Markdown

/// Which tables of a page are its matrix, by their places among its blocks.
struct TableChoice {
    /// Tables that are read.
    private(set) var matrices: Set<Int> = []
    /// Tables that look like a matrix and are not read, in order.
    private(set) var unread: [(index: Int, reason: TableKind.Reason)] = []

    /// Chooses among the blocks of a page, `nil` for those that are not tables. Where no table is a matrix by itself, the first that may be
    /// meant as one is read, so that its faults are found.
    init(_ shapes: [TableShape?], _ judge: TableJudge) {
        let kinds = shapes.map { $0.map(judge.kind) }
        matrices = Set(kinds.indices.filter { kinds[$0] == .matrix })
        if matrices.isEmpty {
            let meant = shapes.indices.filter { index in shapes[index].map { !judge.isInProse($0) } == true }
            let first = meant.first { kinds[$0] == .continuation } ?? meant.first { kinds[$0] != .prose } ?? meant.first
            if let first { matrices = [first] }
        }
        func heading(_ index: Int) -> String? { shapes[index].map { NameIndex.key($0.taskHeading) } }
        let headings = Set(matrices.map(heading))
        matrices.formUnion(kinds.indices.filter { kinds[$0] == .continuation && headings.contains(heading($0)) })
        unread = kinds.indices.compactMap { index in
            guard !matrices.contains(index), case .unread(let reason) = kinds[index] else { return nil }
            return (index, reason)
        }
    }
}
