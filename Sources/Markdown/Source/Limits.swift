import Diagnostics

extension Rule {
    /// A text that the Markdown library could not be given without risking minutes or gigabytes.
    public static let markdownLimit = Rule("markdown-limit", .error, "a page stays within the limits that keep every build short")
}

/// What a page may hold. cmark-gfm takes more than linear time or memory on some inputs, and a call to it can't be
/// cancelled, so a page is measured first. Each limit is far above what a written page has.
struct MarkdownLimits {
    static let bytes = 1 << 20
    static let tableCells = 100_000
    static let delimiterRows = 50
    static let markersOnALine = 40
    static let indentation = 400
    static let brackets = 10_000
    static let delimiters = 20_000
    static let delimiterRun = 400
    static let htmlOpeners = 1_000
    static let closingParentheses = 500
    static let referenceExpansion = 16 << 20
    /// Depth of the parsed tree.
    static let depth = 100

    /// Counts within a run of lines without a blank one: what one inline parse can be.
    private struct Run {
        var start = 1
        var brackets = 0
        var delimiters = 0
        var htmlOpeners = 0
        var delimiterRows = 0
        var columns = 0
        var rows = 0
    }

    /// The first limit that `body` breaks, as a finding, or `nil`.
    static func check(_ body: String, in source: SourceText, firstLine: Int) -> Diagnostic? {
        func finding(_ line: Int, _ what: String, _ limit: Int) -> Diagnostic {
            Rule.markdownLimit(
                "\(what), more than \(limit)", at: source.location(line: line + firstLine - 1), help: "split the text or the page")
        }
        if body.utf8.count > bytes { return finding(1, "\(body.utf8.count) bytes of Markdown", bytes) }
        var run = Run()
        var longestReference = 0
        var allBrackets = 0
        for (index, line) in body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let number = index + 1
            let shape = LineShape(line)
            if shape.isBlank {
                run = Run()
                run.start = number + 1
                continue
            }
            allBrackets += shape.openBrackets
            if shape.isReference { longestReference = max(longestReference, line.count) }
            run.brackets += shape.openBrackets
            run.delimiters += shape.delimiters
            run.htmlOpeners += shape.htmlOpeners
            if shape.isDelimiterRow {
                run.delimiterRows += 1
                run.columns = max(run.columns, shape.pipes + 1)
            }
            run.rows += 1
            if shape.markers > markersOnALine { return finding(number, "\(shape.markers) list or quote markers on a line", markersOnALine) }
            if shape.indentation > indentation { return finding(number, "a line indented by \(shape.indentation)", indentation) }
            if shape.longestDelimiterRun > delimiterRun {
                return finding(number, "\(shape.longestDelimiterRun) emphasis signs in a row", delimiterRun)
            }
            if shape.longestParenthesisRun > closingParentheses {
                return finding(number, "\(shape.longestParenthesisRun) closing parentheses in a row", closingParentheses)
            }
            if run.brackets > brackets { return finding(run.start, "a paragraph with \(run.brackets) opening brackets", brackets) }
            if run.delimiters > delimiters { return finding(run.start, "a paragraph with \(run.delimiters) emphasis signs", delimiters) }
            if run.htmlOpeners > htmlOpeners { return finding(run.start, "a paragraph with \(run.htmlOpeners) '<!' or '<?'", htmlOpeners) }
            if run.delimiterRows > delimiterRows {
                return finding(run.start, "a paragraph with \(run.delimiterRows) table delimiter rows", delimiterRows)
            }
            if run.columns * run.rows > tableCells { return finding(run.start, "a table of \(run.columns * run.rows) cells", tableCells) }
        }
        if longestReference * allBrackets > referenceExpansion {
            return finding(1, "link references that could grow to \(longestReference * allBrackets) bytes", referenceExpansion)
        }
        return nil
    }
}

/// What the limits need to know of one line.
private struct LineShape {
    var isBlank = true
    var isReference = false
    var isDelimiterRow = true
    var pipes = 0
    var openBrackets = 0
    var delimiters = 0
    var htmlOpeners = 0
    var markers = 0
    var indentation = 0
    var longestDelimiterRun = 0
    var longestParenthesisRun = 0

    init(_ line: Substring.UTF8View) {
        var previous: UInt8 = 0
        var run = 0
        var leading = true
        var hasDash = false
        var others = 0
        for byte in line {
            run = byte == previous ? run + 1 : 1
            switch byte {
            case 0x20, 0x09:
                if leading && others == 0 && markers == 0 { indentation += byte == 0x09 ? 4 : 1 }
            case 0x5B:
                openBrackets += 1
                // `[^1]:[^2]:` nests footnotes; each `[` at the head of a line may open one.
                if leading { markers += 1 }
            case 0x2A, 0x5F, 0x7E:
                delimiters += 1
                if leading && byte == 0x2A { markers += 1 }
            case 0x21, 0x3F:
                if previous == 0x3C { htmlOpeners += 1 }
            case 0x7C: pipes += 1
            case 0x2D, 0x2B, 0x3E:
                if leading { markers += 1 }
            case 0x5D, 0x5E, 0x3A, 0x2E, 0x30...0x39: break
            default: leading = false
            }
            switch byte {
            case 0x2A, 0x5F, 0x7E: longestDelimiterRun = max(longestDelimiterRun, run)
            case 0x29: longestParenthesisRun = max(longestParenthesisRun, run)
            default: break
            }
            if byte == 0x2D { hasDash = true }
            if ![0x20, 0x09, 0x2D, 0x3A, 0x7C, 0x3E].contains(byte) { isDelimiterRow = false }
            if byte != 0x20 && byte != 0x09 {
                isBlank = false
                others += 1
            }
            previous = byte
        }
        isDelimiterRow = isDelimiterRow && hasDash
        isReference = line.contains(0x5B) && zip(line, line.dropFirst()).contains { $0 == 0x5D && $1 == 0x3A }
        // A thematic break, a fence or a table's own delimiter row is no nest of markers.
        let content = Set(line).subtracting([0x20, 0x09])
        if content.count == 1, !line.contains(0x20) || content == [0x2A] || content == [0x5F] {
            if !line.contains(0x20) || others < 200 { markers = 0 }
            if !line.contains(0x20), content != [0x29] { longestDelimiterRun = others > 4_000 ? others : 0 }
        } else if isDelimiterRow, pipes > 0 {
            markers = line.prefix { [0x20, 0x09, 0x3E].contains($0) }.count { $0 == 0x3E }
        }
    }
}
