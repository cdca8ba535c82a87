import CMarkGFM
import Synchronization

/// A tree parsed by cmark-gfm, with its memory. The one place that calls the library's parser.
///
/// Not `Sendable`: a tree stays in the task that made it.
final class CMarkTree {
    typealias Node = OpaquePointer

    let root: Node
    /// Whether the text may hold what no source does, written as `&#1;`.
    let hasEntities: Bool

    let parser: OpaquePointer

    /// Raw HTML is kept in the tree: writers decide what becomes of it.
    static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE

    /// `cmark_parser_finish` switches tables of special characters on and off for the whole process while the
    /// extensions `autolink` and `strikethrough` are attached: only one thread may be in it at a time.
    private static let finishing = Mutex(())

    /// Extensions are registered once, before any thread parses.
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    private static let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]

    /// Parses Markdown that is within `MarkdownLimits`. `nil` when memory runs out.
    init?(_ markdown: String) {
        _ = Self.registered
        guard let parser = cmark_parser_new(Self.options) else { return nil }
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
}
