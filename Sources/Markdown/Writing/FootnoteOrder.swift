/// Where the definitions of footnotes are written: behind the text, unless that would number them otherwise. The parser numbers
/// footnotes by their first references, those in definitions included.
struct FootnoteOrder {
    private let definitions: [Int: Block]

    init(_ document: Document) {
        var definitions: [Int: Block] = [:]
        for block in document.blocks {
            if case .footnote(let number, _) = block.kind { definitions[number] = block }
        }
        self.definitions = definitions
    }

    /// Blocks with the definitions that they refer to.
    func ordered(_ blocks: [Block]) -> [Block] {
        var ordered: [Block] = []
        var seen: Set<Int> = []
        // Definitions can be written for no reference but one of their own.
        var wanted = Set(blocks.compactMap(\.footnoteNumber))
        var left = definitions
        func write(_ number: Int) {
            guard let block = left.removeValue(forKey: number) else { return }
            writeDefinitions(dueIn: block)
            ordered.append(block)
            wanted.formUnion(Self.references(in: block))
        }
        /// Writes those without which the references of a block would come too early.
        func writeDefinitions(dueIn block: Block) {
            for number in Self.references(in: block) where !seen.contains(number) {
                while let due = (1..<number).first(where: { !seen.contains($0) }), let holder = holder(of: due, seen, left) {
                    write(holder)
                }
                seen.insert(number)
            }
        }
        for block in blocks where !block.isFootnote {
            writeDefinitions(dueIn: block)
            wanted.formUnion(Self.references(in: block))
            // Nothing can follow HTML that does not end.
            if block.endsWithOpenHTML { left.keys.filter(wanted.contains).sorted().forEach(write) }
            ordered.append(block)
        }
        while let number = left.keys.filter(wanted.contains).min() { write(holder(of: number, seen, left) ?? number) }
        return ordered
    }

    /// The definition whose first new reference is to a number.
    private func holder(of number: Int, _ seen: Set<Int>, _ left: [Int: Block]) -> Int? {
        left.keys.sorted().first { key in Self.references(in: left[key]).first { !seen.contains($0) } == number }
    }

    /// The numbers that a block refers to, in order.
    private static func references(in block: Block?) -> [Int] {
        guard let block else { return [] }
        return references(in: block.inlines) + block.children.flatMap { references(in: $0) }
    }

    private static func references(in inlines: [Inline]) -> [Int] {
        inlines.flatMap { inline -> [Int] in
            switch inline {
            case .footnoteReference(let number, _): [number]
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner), .image(_, let inner):
                references(in: inner)
            default: []
            }
        }
    }
}

extension Block {
    fileprivate var footnoteNumber: Int? { if case .footnote(let number, _) = kind { number } else { nil } }
}
