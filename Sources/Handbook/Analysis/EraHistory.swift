import Markdown

/// How a piece of a role's work in an era stands to the eras before.
public enum EraChange: String, Sendable {
    /// It is named for the first time.
    case added
    /// It was named in the era before, too.
    case kept
    /// It was named in an era further back, and not in the one before.
    case back
    /// It was named in the era before and is no longer.
    case gone
}

/// A role's work through the eras, in the order that the settings give them.
public struct EraHistory: Sendable {
    /// Items, each marked against the eras before in which the role has a part, or the blocks around them. None are marked
    /// in the first era.
    public enum MarkedPassage: Sendable {
        case items([(item: Item, change: EraChange?)])
        case prose([Block])
    }

    /// What the role does in an era.
    public struct Part: Sendable {
        /// The era.
        public let era: Category
        /// The heading's anchor.
        public let anchor: String
        /// The footnotes that the heading refers to.
        public let footnotes: [FootnoteReference]
        /// All that the page says of the era, in order.
        public let passages: [MarkedPassage]
        /// What was named in the era before and is no longer.
        public let gone: [Item]

        /// The items of all passages.
        public var items: [(item: Item, change: EraChange?)] {
            passages.flatMap { passage -> [(item: Item, change: EraChange?)] in
                if case .items(let items) = passage { items } else { [] }
            }
        }
    }

    /// The eras in which the role has a part.
    public let parts: [Part]

    /// The history of a role. Items are the same when their names are alike.
    public init(of role: Role, eras: [Category], likenesses: Likenesses) {
        var parts: [Part] = []
        // Items of the era before, and those of the eras before that.
        var before: [Item]?
        var earlier: [Item] = []
        for era in eras {
            // A heading may be there twice: both are about the era.
            let own = role.eras.filter { $0.era == era.id }
            guard let first = own.first else { continue }
            let items = own.flatMap(\.items)
            let (marked, gone) = Self.marked(items, after: before, earlier: earlier, likenesses: likenesses)
            parts.append(
                Part(
                    era: era,
                    anchor: first.anchor,
                    footnotes: first.footnotes,
                    passages: Self.passages(own.flatMap(\.passages), marked: marked),
                    gone: gone
                )
            )
            earlier += before ?? []
            before = items
        }
        self.parts = parts
    }

    /// The passages of an era, with the marks of their items in order.
    private static func passages(
        _ passages: [Passage],
        marked: [(item: Item, change: EraChange?)]
    ) -> [MarkedPassage] {
        var rest = marked[...]
        return passages.map { passage in
            switch passage {
            case .prose(let blocks): return .prose(blocks)
            case .items(let items):
                defer { rest = rest.dropFirst(items.count) }
                return .items(Array(rest.prefix(items.count)))
            }
        }
    }

    private static func marked(
        _ items: [Item],
        after before: [Item]?,
        earlier: [Item],
        likenesses: Likenesses
    ) -> (items: [(item: Item, change: EraChange?)], gone: [Item]) {
        guard let before else { return (items.map { ($0, nil) }, []) }
        let matches = likenesses.matches(items.map(\.name), before.map(\.name))
        let (kept, met) = (Set(matches.map(\.first)), Set(matches.map(\.second)))
        let others = items.indices.filter { !kept.contains($0) }
        let returned = Set(likenesses.matches(others.map { items[$0].name }, earlier.map(\.name)).map { others[$0.first] })
        return (
            items.indices.map { (items[$0], kept.contains($0) ? .kept : returned.contains($0) ? .back : .added) },
            before.indices.filter { !met.contains($0) }.map { before[$0] }
        )
    }
}
