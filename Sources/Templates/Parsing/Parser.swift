import Diagnostics

/// Makes nodes of a template's text.
///
/// A line that holds nothing but a tag writes nothing, not even its line end. So the text is read by lines: those of the
/// text, and where a tag spans several, all of them as one.
struct Parser {
    private struct Open {
        let tag: Tag
        let indentation: [UInt8]?
        let isStandalone: Bool
        var nodes: [Node] = []
        var arguments: [Block] = []
        /// The whitespace that every line of an argument begins with in the text, and that its content does not have.
        let margin: [UInt8]
    }

    private let bytes: [UInt8]
    private let places: SourcePlaces
    private var root: [Node] = []
    private var open: [Open] = []
    private var isAtLineStart = false

    /// Parses a template; a syntax error is a finding.
    static func parse(_ file: TemplateFile, into findings: inout Findings) -> ParsedTemplate {
        let bytes = Array(file.text.utf8)
        let places = SourcePlaces(path: file.path, bytes)
        var nodes: [Node]?
        do {
            var parser = Parser(bytes, places)
            nodes = try parser.run()
        } catch {
            findings.add(
                Rule.templateSyntax(
                    "cannot parse template '\(file.name)': \(error.message)",
                    at: places.location(error.range),
                    help: error.help
                )
            )
        }
        return ParsedTemplate(name: file.name, path: file.path, isOwn: file.isOwn, nodes: nodes)
    }

    private init(_ bytes: [UInt8], _ places: SourcePlaces) { (self.bytes, self.places) = (bytes, places) }

    private mutating func run() throws(SyntaxError) -> [Node] {
        var line: [Lexer.Token] = []
        for token in try TagMatcher.matched(try Lexer.tokens(of: bytes)) {
            line.append(token)
            if case .text(let range) = token, bytes[range].last == UInt8(ascii: "\n") {
                add(line)
                line = []
            }
        }
        add(line)
        return root
    }

    // MARK: - Lines

    private mutating func add(_ line: [Lexer.Token]) {
        var tags: [Tag] = []
        var isBlank = true
        for token in line {
            switch token {
            case .tag(let tag): tags.append(tag)
            case .text(let range): isBlank = isBlank && bytes[range].allSatisfy(Lexer.isBlank)
            }
        }
        var indentation: [UInt8]? = isBlank || !tags.isEmpty ? [] : nil
        if case .text(let range) = line.first {
            indentation =
                bytes[range].allSatisfy(Lexer.isBlank) ? Array(bytes[range].prefix { $0 != UInt8(ascii: "\n") && $0 != 0x0D }) : nil
        }
        if isBlank, Self.isStandalone(tags) {
            for tag in tags { add(tag, indentation: indentation, isStandalone: true) }
            return
        }
        isAtLineStart = !isBlank || !tags.isEmpty
        for (place, token) in line.enumerated() {
            switch token {
            case .text(let range): addText(place == 0 ? bytes[range].dropFirst(margin(of: range).count) : bytes[range])
            case .tag(let tag):
                add(tag, indentation: indentation, isStandalone: false)
                // What follows on the line does not begin it.
                indentation = nil
            }
        }
        isAtLineStart = false
    }

    /// Whether tags that are all there is on a line write nothing: one tag that is not a value, or several of inheritance.
    private static func isStandalone(_ tags: [Tag]) -> Bool {
        guard tags.count != 1 else { return tags[0].kind != .value }
        var hasOpenBlock = false
        for tag in tags {
            switch tag.ended ?? tag.kind {
            case .parent: break
            case .block where tag.isArgument: break
            case .block where tag.ended == nil: hasOpenBlock = true
            // A block between its tags on one line is written there, and keeps the line.
            case .block where hasOpenBlock: return false
            case .block: break
            default: return false
            }
        }
        return !tags.isEmpty
    }

    /// The part of the margin that a line begins with.
    private func margin(of line: Range<Int>) -> ArraySlice<UInt8> {
        let margin = open.last { $0.tag.isArgument }?.margin ?? []
        var count = 0
        while count < margin.count, count < line.count, bytes[line.lowerBound + count] == margin[count] { count += 1 }
        return margin[..<count]
    }

    /// Indentation as an argument's content has it.
    private func withoutMargin(_ indentation: [UInt8]) -> [UInt8] {
        let margin = open.last { $0.tag.isArgument }?.margin ?? []
        return indentation.starts(with: margin) ? Array(indentation.dropFirst(margin.count)) : indentation
    }

    // MARK: - Nodes

    private mutating func append(_ node: Node) {
        if open.isEmpty { root.append(node) } else { open[open.count - 1].nodes.append(node) }
    }

    private mutating func addText(_ text: ArraySlice<UInt8>) {
        guard !text.isEmpty else { return }
        beginLine()
        append(.text(Array(text)))
    }

    private mutating func beginLine() {
        if isAtLineStart { append(.lineStart) }
        isAtLineStart = false
    }

    private mutating func add(_ tag: Tag, indentation: [UInt8]?, isStandalone: Bool) {
        let own = indentation.map(withoutMargin)
        switch tag.kind {
        case .comment, .delimiters: break
        case .value:
            beginLine()
            append(.value(name(tag)))
        case .partial:
            if !isStandalone { beginLine() }
            append(.partial(inclusion(tag, isStandalone ? own : nil)))
        case .section, .inverted, .parent, .block:
            if !isStandalone { beginLine() }
            let inside = self.margin(inside: tag, isStandalone)
            // What fills a block that is alone on its line is indented as its default content is.
            let filled = isStandalone && !tag.isArgument ? inside.map(withoutMargin) ?? own : own
            let reference = tag.kind == .block ? filled : isStandalone ? own : nil
            open.append(Open(tag: tag, indentation: reference, isStandalone: isStandalone, margin: tag.isArgument ? inside ?? [] : []))
        case .end: close()
        }
    }

    private mutating func close() {
        guard let ended = open.popLast() else { return }
        switch ended.tag.kind {
        case .parent: append(.parent(inclusion(ended.tag, ended.indentation), arguments: ended.arguments))
        case .block:
            let block = Block(
                name: ended.tag.name,
                location: places.location(ended.tag.nameRange),
                body: ended.nodes,
                isStandalone: ended.isStandalone,
                indentation: ended.indentation
            )
            if ended.tag.isArgument { open[open.count - 1].arguments.append(block) } else { append(.block(block)) }
        default: append(.section(name(ended.tag), isInverted: ended.tag.kind == .inverted, body: ended.nodes))
        }
    }

    /// The whitespace before the first line with content between a block's tags; `nil` when there is none.
    private func margin(inside tag: Tag, _ isStandalone: Bool) -> [UInt8]? {
        guard tag.kind == .block, isStandalone else { return nil }
        let lines = bytes[tag.range.upperBound..<max(tag.range.upperBound, tag.endStart)].split(separator: UInt8(ascii: "\n"))
        return lines.first { !$0.allSatisfy(Lexer.isBlank) }.map { Array($0.prefix { $0 == 0x20 || $0 == 0x09 }) }
    }

    private func name(_ tag: Tag) -> Name { name(tag.name, tag) }

    private func name(_ text: String, _ tag: Tag) -> Name {
        let parts =
            text == "." ? [] : text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { String($0) ?? "" }
        return Name(parts: parts, text: text, location: places.location(tag.nameRange))
    }

    private func inclusion(_ tag: Tag, _ indentation: [UInt8]?) -> Inclusion {
        let target: Inclusion.Target =
            tag.name.hasPrefix("*") ? .dynamic(name(String(tag.name.dropFirst()), tag)) : .template(tag.name)
        return Inclusion(target: target, location: places.location(tag.nameRange), indentation: indentation)
    }
}
