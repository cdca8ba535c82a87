import Diagnostics
import Handbook

/// What was made of which file and why, in words.
public struct ImportReport: Sendable {
    /// What became of a file, or of a row.
    struct Entry: Sendable {
        /// Where it comes from.
        let from: String
        /// The file in the project, where that has another name.
        var to: String?
        /// What it is now and why, and what each key comes from.
        var reasons: [String]
        /// Lines of the old front matter that are comments now.
        var comments: [String] = []
        let kind: Kind
    }

    /// What it is made of, and of how many files.
    var heading: String
    var entries: [Entry] = []
    /// What the settings say, and why.
    var settings: [String] = []
    /// What was converted, with its place.
    var converted: [(place: Location?, message: String)] = []
    /// What could not be decided, with its place if there is one.
    var untold: [(place: Location?, message: String)] = []
    /// What is not part of the project.
    var passedOver: [String] = []
    /// What is wrong in the project and was before, as the new baseline has it.
    var known: [(place: Location?, message: String)] = []

    /// The report, in lines. Ends with a line end.
    public var text: String {
        var text = "\(TerminalText.line(heading))\n"
        for kind in Kind.allCases {
            let count = entries.count { $0.kind == kind }
            if count > 0 { text += "  \(count) \(count == 1 ? kind.rawValue : kind.plural)\n" }
        }
        text += part("What each file becomes, and why:", entries.flatMap(Self.lines))
        text += part("Settings:", settings)
        text += part("Converted:", converted.sorted(by: Self.comesBefore).map(Self.line))
        text += part("To look at:", untold.sorted(by: Self.comesBefore).map(Self.line))
        text += part("Not imported:", passedOver.sorted())
        text += part("Known findings, in the new baseline:", known.sorted(by: Self.comesBefore).map(Self.line))
        return text
    }

    private func part(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : "\n\(title)\n" + lines.map { "  \(TerminalText.line($0))\n" }.joined()
    }

    private static func lines(_ entry: Entry) -> [String] {
        let way = entry.to.map { "\(entry.from) -> \($0)" } ?? entry.from
        return ["\(way): \(entry.reasons.joined(separator: "; "))"] + entry.comments.map { "  now a comment: \($0)" }
    }

    private static func line(_ untold: (place: Location?, message: String)) -> String {
        guard let place = untold.place else { return untold.message }
        return "\(place.path)\(place.line.map { ":\($0)" } ?? ""): \(untold.message)"
    }

    private static func comesBefore(_ a: (place: Location?, message: String), _ b: (place: Location?, message: String)) -> Bool {
        switch (a.place, b.place) {
        case (let x?, let y?): (x.path, x.line ?? 0, a.message) < (y.path, y.line ?? 0, b.message)
        case (nil, _?): true
        case (_?, nil): false
        case (nil, nil): a.message < b.message
        }
    }
}
