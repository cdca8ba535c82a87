/// The sign in front of the items of a list.
enum ListMarker: Equatable {
    case bullet(Character)
    case number(start: Int, delimiter: Character)

    /// The sign for a list. Another one than that of a list directly before it, which would be one list with it, and than that of
    /// an item that opens with it, since three equal bullets on a line are a thematic break.
    init(_ style: Block.ListStyle, after previous: ListMarker?, around outer: ListMarker?) {
        if let start = style.start {
            if case .number(_, ".")? = previous {
                self = .number(start: start, delimiter: ")")
            } else {
                self = .number(start: start, delimiter: ".")
            }
        } else {
            self = ["-", "*", "+"].map(Self.bullet).first { $0 != previous && $0 != outer } ?? .bullet("-")
        }
    }

    /// The sign of an item, with a blank behind it.
    func text(ofItem index: Int) -> String {
        switch self {
        case .bullet(let sign): "\(sign) "
        // A number of more than nine digits begins no item; only the first one counts.
        case .number(let start, let delimiter): "\(min(start + index, 999_999_999))\(delimiter) "
        }
    }
}

extension MarkdownWriter {
    /// - Parameter isWide: Whether four blanks are needed to stand in an item.
    mutating func write(_ list: Block, _ style: Block.ListStyle, _ marker: ListMarker?, isWide: Bool) {
        guard let marker else { return }
        for (index, item) in list.children.enumerated() {
            if index > 0, !style.isTight, !list.children[index - 1].endsWithOpenHTML { lines.line([]) }
            var sign = marker.text(ofItem: index)
            while isWide, sign.utf8.count < 4 { sign += " " }
            write(item, marker, sign, isTight: style.isTight)
        }
    }

    private mutating func write(_ item: Block, _ marker: ListMarker, _ sign: String, isTight: Bool) {
        var container = Container(isTight: isTight, marker: marker)
        var opening = sign
        let blocks = prepared(item.children)
        if case .item(let checked?, _) = item.kind {
            container.box = checked
            opening += checked ? "[x] " : "[ ] "
        }
        // With a blank line behind it, a marker is taken to be one blank wide.
        let opensEmpty = blocks.first.map { $0.needsOwnLine || (container.box != nil && $0.kind != .paragraph) } ?? false
        let width = opensEmpty ? sign.utf8.prefix { $0 != 0x20 }.count + 1 : sign.utf8.count
        lines.open(opening, String(repeating: " ", count: width))
        // Behind a box there is nothing but text.
        if opensEmpty { lines.line([]) }
        write(blocks, in: container)
        lines.close()
    }
}
