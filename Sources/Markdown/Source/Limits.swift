import Diagnostics

extension Rule {
    /// A text that the Markdown library could not be given without risking minutes or gigabytes.
    public static let markdownLimit = Rule("markdown-limit", .error, "a page stays within the limits that keep every build short")
}

/// What a page may hold. cmark-gfm takes more than linear time or memory on some inputs, and a call to it can't be
/// cancelled, so a page is measured first. Each limit is far above what a written page has.
///
/// Where the time goes with the product of two counts, the product is what is bounded, over the whole page: every
/// paragraph adds its own. A paragraph is here what stands between blank lines, which is never less than what the
/// library parses as one. Code between fences is not measured.
enum MarkdownLimits {
    static let bytes = 1 << 20
    static let lines = 50_000
    /// Rows by columns, over the page: short rows are filled up.
    static let tableCells = 100_000
    /// Containers nested by one line's head.
    static let markersOnALine = 40
    static let indentation = 400
    static let delimiterRun = 400
    /// Signs that may be markup, over the page.
    static let signs = 150_000
    /// Opening brackets, over the page.
    static let allBrackets = 50_000
    /// In a paragraph.
    static let brackets = 10_000
    /// In a paragraph.
    static let delimiters = 20_000
    /// Each may be the middle of an e-mail address.
    static let atSigns = 20_000
    /// `://` and `www`, which become links by themselves.
    static let addresses = 30_000
    /// Links look through all emphasis signs that are open.
    static let bracketsByDelimiters = 30_000_000
    /// Links look through all images that are open.
    static let bracketsByImages = 10_000_000
    /// `<?` and `<!` look for their end up to that of the paragraph.
    static let htmlOpenersByBytes = 100_000_000
    /// A delimiter row looks at its paragraph, which may be the header.
    static let delimiterRowsByBytes = 5_000_000
    /// Addresses, and each `)` behind one, look at the whole word that they are in.
    static let addressesByBytes = 30_000_000
    /// The bytes of the longest link reference definition by the brackets of the page.
    static let referenceExpansion = 16 << 20
    /// Depth of the parsed tree.
    static let depth = 100

    /// The first limit that `body` breaks, as a finding, or `nil`.
    static func check(_ body: String, in source: SourceText, firstLine: Int) -> Diagnostic? {
        let over: Violation?
        if body.utf8.count > bytes {
            over = Violation(line: 1, what: "\(body.utf8.count) bytes of Markdown", limit: bytes)
        } else {
            var measure = PageMeasure()
            over = measure.violation(in: Array(body.utf8))
        }
        return over.map {
            Rule.markdownLimit(
                "\($0.what), more than \($0.limit)",
                at: source.location(line: $0.line + firstLine - 1),
                help: "split the text or the page"
            )
        }
    }

    /// A limit that is broken.
    struct Violation {
        /// Counted from the body's first.
        let line: Int
        let what: String
        let limit: Int
    }
}

/// Measures a page, line by line.
private struct PageMeasure {
    private typealias Limits = MarkdownLimits
    private typealias Violation = MarkdownLimits.Violation

    private var paragraph = Paragraph(start: 1)
    private var fences = CodeFences()
    private var number = 0
    // Over the page.
    private var signs = 0
    private var atSigns = 0
    private var addresses = 0
    private var tableCells = 0
    private var bracketsByDelimiters = 0
    private var bracketsByImages = 0
    private var htmlOpenersByBytes = 0
    private var delimiterRowsByBytes = 0
    private var addressesByBytes = 0
    private var brackets = 0
    private var longestDefinition = 0

    mutating func violation(in body: [UInt8]) -> MarkdownLimits.Violation? {
        for line in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if number > Limits.lines { return Violation(line: number, what: "\(number) lines", limit: Limits.lines) }
            let isCode = fences.isCode(line)
            let shape = isCode ? nil : LineShape(line)
            if let shape, !shape.isBlank {
                if let over = add(shape) { return over }
            } else {
                if let over = closeParagraph() { return over }
                paragraph = Paragraph(start: number + 1)
            }
        }
        if let over = closeParagraph() { return over }
        let growth = longestDefinition * brackets
        return growth > Limits.referenceExpansion
            ? Violation(line: 1, what: "link references that could grow to \(growth) bytes", limit: Limits.referenceExpansion) : nil
    }

    private mutating func add(_ line: LineShape) -> MarkdownLimits.Violation? {
        paragraph.add(line)
        signs += line.signs
        atSigns += line.atSigns
        brackets += line.brackets
        addresses += line.addresses
        addressesByBytes += line.addressesByBytes
        if line.isDelimiterRow { delimiterRowsByBytes += paragraph.bytes }
        let inLine: [(Int, Int, String)] = [
            (line.markers, Limits.markersOnALine, "list, quote or footnote markers at the head of a line"),
            (line.indentation, Limits.indentation, "columns of indentation"),
            (line.longestDelimiterRun, Limits.delimiterRun, "emphasis signs in a row"),
            (signs, Limits.signs, "signs of markup up to here"),
            (brackets, Limits.allBrackets, "opening brackets up to here"),
            (atSigns, Limits.atSigns, "signs @ up to here"),
            (addresses, Limits.addresses, "addresses up to here"),
            (addressesByBytes, Limits.addressesByBytes, "steps through long words with addresses in them"),
        ]
        if let over = first(inLine, at: number) { return over }
        return first(
            [
                (paragraph.brackets, Limits.brackets, "opening brackets in a paragraph"),
                (paragraph.delimiters, Limits.delimiters, "emphasis signs in a paragraph"),
                (delimiterRowsByBytes, Limits.delimiterRowsByBytes, "steps through text above table delimiter rows"),
            ],
            at: paragraph.start
        )
    }

    private mutating func closeParagraph() -> MarkdownLimits.Violation? {
        tableCells += paragraph.columns * paragraph.lines
        bracketsByDelimiters += paragraph.brackets * paragraph.delimiters
        bracketsByImages += paragraph.brackets * paragraph.images
        htmlOpenersByBytes += paragraph.htmlOpeners * paragraph.bytes
        longestDefinition = max(longestDefinition, paragraph.longestDefinition)
        return first(
            [
                (tableCells, Limits.tableCells, "cells of tables up to here"),
                (bracketsByDelimiters, Limits.bracketsByDelimiters, "steps through emphasis signs between brackets"),
                (bracketsByImages, Limits.bracketsByImages, "steps through images that are not closed"),
                (htmlOpenersByBytes, Limits.htmlOpenersByBytes, "steps through '<!' or '<?' that are not closed"),
            ],
            at: paragraph.start
        )
    }

    private func first(_ counts: [(count: Int, limit: Int, what: String)], at line: Int) -> MarkdownLimits.Violation? {
        for (count, limit, what) in counts where count > limit {
            return Violation(line: line, what: "\(count) \(what)", limit: limit)
        }
        return nil
    }
}

/// Counts within lines that no blank one parts.
private struct Paragraph {
    let start: Int
    var lines = 0
    var bytes = 0
    var brackets = 0
    var images = 0
    var delimiters = 0
    var htmlOpeners = 0
    var columns = 0
    private var longestLine = 0
    private var beginsWithBracket = false
    private var hasDefinition = false
    private var hasOpenTitle = false

    init(start: Int) { self.start = start }

    /// The most bytes that one link reference definition in it can have.
    var longestDefinition: Int { hasDefinition ? (hasOpenTitle ? bytes : 2 * longestLine) : 0 }

    mutating func add(_ line: LineShape) {
        lines += 1
        bytes += line.bytes + 1
        brackets += line.brackets
        images += line.images
        delimiters += line.delimiters
        htmlOpeners += line.htmlOpeners
        if line.isDelimiterRow { columns = max(columns, line.pipes + 1) }
        longestLine = max(longestLine, line.bytes)
        beginsWithBracket = beginsWithBracket || line.beginsWithBracket
        hasDefinition = hasDefinition || (beginsWithBracket && line.hasBracketColon)
        hasOpenTitle = hasOpenTitle || line.mayLeaveTitleOpen
    }
}
