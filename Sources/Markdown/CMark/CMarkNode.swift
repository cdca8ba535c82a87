import CMarkGFM

/// What a node is, by the numbers and names the library knows it by.
enum CMarkKind {
    case document, quote, list, item, code, html, paragraph, heading, thematicBreak, footnote
    case table, row, headerRow, cell
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, strikethrough, link, image, footnoteReference
    case custom, unknown
}

extension OpaquePointer {
    var kind: CMarkKind {
        switch cmark_node_get_type(self) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .inlineCode
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        case CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE: .custom
        default: extensionKind
        }
    }

    /// Nodes of extensions are told by name alone: their numbers are given out at run time.
    private var extensionKind: CMarkKind {
        switch cmark_node_get_type_string(self).map({ String(cString: $0) }) {
        case "table": .table
        case "table_header": .headerRow
        case "table_row": .row
        case "table_cell": .cell
        case "strikethrough": .strikethrough
        case "tasklist": .item
        default: .unknown
        }
    }

    /// Whether the library's iterator gives no exit event for it.
    var isLeafEvent: Bool {
        switch kind {
        case .html, .thematicBreak, .code, .text, .softBreak, .lineBreak, .inlineCode, .inlineHTML: true
        default: false
        }
    }

    var literal: String { cmark_node_get_literal(self).map { String(cString: $0) } ?? "" }

    var url: String { cmark_node_get_url(self).map { String(cString: $0) } ?? "" }

    var title: String { cmark_node_get_title(self).map { String(cString: $0) } ?? "" }

    var startLine: Int { Int(cmark_node_get_start_line(self)) }

    var endLine: Int { Int(cmark_node_get_end_line(self)) }

    /// What follows a fence of code.
    var codeInfo: String { cmark_node_get_fence_info(self).map { String(cString: $0) } ?? "" }

    var listStyle: Block.ListStyle {
        let isOrdered = cmark_node_get_list_type(self) == CMARK_ORDERED_LIST
        return Block.ListStyle(start: isOrdered ? Int(cmark_node_get_list_start(self)) : nil, isTight: cmark_node_get_list_tight(self) != 0)
    }

    /// The alignments of a table's columns.
    var columnAlignments: [Block.ColumnAlignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(self))
        guard let letters = cmark_gfm_extensions_get_table_alignments(self) else { return Array(repeating: .none, count: count) }
        return (0..<count).map { index in
            switch letters[index] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }

    var headingLevel: Int { Int(cmark_node_get_heading_level(self)) }

    var children: [OpaquePointer] {
        var children: [OpaquePointer] = []
        var next = cmark_node_first_child(self)
        while let child = next {
            children.append(child)
            next = cmark_node_next(child)
        }
        return children
    }

    /// The text in it, without markup.
    var plainText: String {
        switch kind {
        case .text, .inlineCode: literal
        case .softBreak, .lineBreak: " "
        default: children.map(\.plainText).joined()
        }
    }
}
