import CMarkGFM
import Synchronization

/// A tree parsed by cmark-gfm, with its memory. The one place that calls the library's parser.
///
/// Not `Sendable`: a tree stays in the task that made it.
final class CMarkTree {
    typealias Node = OpaquePointer

    let root: Node
    /// The ids that headings set for themselves, see `takeMarks`.
    var anchors: [Node: String] = [:]
    /// The kinds of the block quotes that are alerts, see `takeMarks`.
    var alerts: [Node: String] = [:]
    /// Whether the text may hold what no source does, written as `&#1;`.
    let hasEntities: Bool

    let parser: OpaquePointer
    let options: Int32

    /// `cmark_parser_finish` switches tables of special characters on and off for the whole process while the
    /// extensions `autolink` and `strikethrough` are attached: only one thread may be in it at a time.
    private static let finishing = Mutex(())

    /// Extensions are registered once, before any thread parses.
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    private static let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]

    /// Parses Markdown that is within `MarkdownLimits`. `nil` when memory runs out.
    init?(_ markdown: String, allowHTML: Bool) {
        _ = Self.registered
        options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | (allowHTML ? CMARK_OPT_UNSAFE : 0)
        guard let parser = cmark_parser_new(options) else { return nil }
        for name in Self.extensions {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        var markdown = markdown.cleaned
        markdown.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        hasEntities = markdown.utf8.contains(0x26)
        guard
            let root = Self.finishing.withLock({ _ in cmark_parser_finish(parser).map { Int(bitPattern: $0) } })
                .flatMap({ OpaquePointer(bitPattern: $0) })
        else {
            cmark_parser_free(parser)
            return nil
        }
        self.parser = parser
        self.root = root
        cmark_consolidate_text_nodes(root)
    }

    deinit {
        cmark_node_free(root)
        cmark_parser_free(parser)
    }

    /// The HTML of a node and all in it.
    func html(_ node: Node) -> String {
        guard let text = cmark_render_html(node, options, cmark_parser_get_syntax_extensions(parser)) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }

    /// The deepest nesting in the tree, walked without recursion.
    var depth: Int {
        guard let iterator = cmark_iter_new(root) else { return .max }
        defer { cmark_iter_free(iterator) }
        var depth = 0
        var deepest = 0
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_DONE: return deepest
            case CMARK_EVENT_EXIT: depth -= 1
            default:
                guard let node = cmark_iter_get_node(iterator) else { return deepest }
                deepest = max(deepest, depth + 1)
                if !node.isLeafEvent { depth += 1 }
            }
        }
    }

    /// Every node in document order, so that the tree can be changed while they are visited.
    var nodes: [Node] {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var nodes: [Node] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return nodes }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { nodes.append(node) }
        }
    }

    /// A block that prints `enter` and `exit` around its children, as they are.
    static func box(enter: String, exit: String) -> Node? {
        guard let node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
        cmark_node_set_on_enter(node, enter)
        cmark_node_set_on_exit(node, exit)
        return node
    }

    /// A piece of text. Tables take no custom inlines in their cells, but text.
    static func text(_ literal: String) -> Node? {
        guard let node = cmark_node_new(CMARK_NODE_TEXT) else { return nil }
        cmark_node_set_literal(node, literal)
        return node
    }

    /// Takes a node and all in it out of the tree.
    static func delete(_ node: Node) {
        cmark_node_unlink(node)
        cmark_node_free(node)
    }
}
