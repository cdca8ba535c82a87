import Foundation
import Handbook
import Markdown

extension Page {
    /// The body as it is stored, except what comments in it say: nobody sees them on the site. The comments themselves
    /// stay, since they keep apart what stands around them, and so do their line ends.
    var bodyWithoutComments: String {
        let found = document.references.compactMap { reference -> (line: Int, comments: [String])? in
            guard case .html(let text) = reference.target, let line = reference.location.line, text.contains("<!--") else { return nil }
            return (line, Self.comments(in: text))
        }
        guard !found.isEmpty else { return split.withoutBridges(split.body) }
        let body = Array(split.body.utf8)
        let starts = [0] + body.indices.filter { body[$0] == 0x0A }.map { $0 + 1 }
        var kept: [UInt8] = []
        var place = 0
        for (line, comments) in found.sorted(by: { $0.line < $1.line }) {
            let start = max(place, starts.indices.contains(line - split.bodyLine) ? starts[line - split.bodyLine] : 0)
            for comment in comments {
                // Code on the same line may look like one; where a quote's signs are in it, it does not match exactly.
                guard
                    let open = Self.find(comment, in: body, from: max(place, start)) ?? Self.find("<!--", in: body, from: max(place, start))
                else {
                    break
                }
                let close = Self.find("-->", in: body, from: open + 4) ?? body.count
                let lines = body[open + 4..<close].count { $0 == 0x0A }
                kept += body[place..<open + 4]
                kept += lines == 0 ? [0x20] : Array(repeating: 0x0A, count: lines)
                place = close
            }
        }
        return split.withoutBridges(String(decoding: kept + body[place...], as: UTF8.self))
    }

    /// Each comment of raw HTML to the letter; one without an end goes on to the end of the HTML.
    private static func comments(in html: String) -> [String] {
        html.components(separatedBy: "<!--").dropFirst().map { rest in
            "<!--" + (rest.range(of: "-->").map { rest[..<$0.upperBound] } ?? rest[...])
        }
    }

    private static func find(_ mark: String, in bytes: [UInt8], from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        guard start + mark.count <= bytes.count else { return nil }
        return (start...bytes.count - mark.count).first { bytes[$0..<$0 + mark.count].elementsEqual(mark) }
    }
}
