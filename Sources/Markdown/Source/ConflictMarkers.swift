import Diagnostics

extension Rule {
    /// What a merge left in a file.
    public static let conflictMarker = Rule(
        "conflict-marker",
        .error,
        "both sides of a merge are joined before a file is read",
        preventsReading: true,
        guardsPrivacy: true
    )
}

/// Lines that git writes into a file where two changes of it contradict each other.
package enum ConflictMarkers {
    /// Reports each conflict in a text, at the line that opens it. Code is not searched.
    ///
    /// - Returns: whether there is one.
    @discardableResult
    package static func report(in source: SourceText, into findings: inout Findings) -> Bool {
        guard source.lines.contains(where: { isMarker($0, UInt8(ascii: "<")) || isMarker($0, UInt8(ascii: ">")) }) else { return false }
        var fences = CodeFences()
        var isFound = false
        var isOpen = false
        var hasMiddle = false
        for (index, line) in source.lines.enumerated() {
            if fences.isCode(Array(line.utf8)[...]) { continue }
            // Git's other style has the common text too, behind bars.
            if line == "=======" || isMarker(line, UInt8(ascii: "|")) { hasMiddle = true }
            let opens = isMarker(line, UInt8(ascii: "<"))
            let closes = isMarker(line, UInt8(ascii: ">"))
            // One that closes without one that opens is a deep quote, unless the line between both sides is there.
            if opens || (closes && !isOpen && hasMiddle) {
                isFound = true
                findings.add(
                    Rule.conflictMarker(
                        "'\(line.prefix(40))' is left of a merge",
                        at: source.location(line: index + 1),
                        help: "keep what is right of both sides, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
                    )
                )
            }
            if opens { (isOpen, hasMiddle) = (true, false) }
            if closes { (isOpen, hasMiddle) = (false, false) }
        }
        return isFound
    }

    private static func isMarker(_ line: Substring, _ sign: UInt8) -> Bool {
        guard line.utf8.first == sign, line.utf8.prefix(while: { $0 == sign }).count == 7 else { return false }
        let next = line.utf8.dropFirst(7).first
        return next == nil || next == 0x20
    }
}
