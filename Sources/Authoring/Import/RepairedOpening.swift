/// The bytes of a page whose front matter does not begin as other tools write it: behind invisible characters, or with its
/// lines indented.
struct RepairedOpening {
    /// The bytes with the front matter where it belongs; the numbers of lines stay the same.
    let bytes: [UInt8]
    /// What was changed.
    let note: String?

    /// U+FEFF, U+200B, U+200C, U+200D, U+2060 and U+00AD.
    private static let invisible: [[UInt8]] = [
        [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8C], [0xE2, 0x80, 0x8D], [0xE2, 0x81, 0xA0], [0xC2, 0xAD],
    ]

    init(_ bytes: [UInt8]) {
        let (start, prefix, indent, isHidden) = Self.opening(bytes)
        let lines = bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
        let fence = String(decoding: lines[0], as: UTF8.self).trimmingWhitespace
        guard isHidden || indent > 0, fence == "---" || fence == "+++" || (isHidden && fence.hasPrefix("{")) else {
            (self.bytes, note) = (bytes, nil)
            return
        }
        let end = lines.indices.dropFirst().first { line in
            let text = String(decoding: lines[line], as: UTF8.self).trimmingWhitespace
            return text == fence || (fence == "---" && text == "...")
        }
        guard indent > 0 else {
            (self.bytes, note) = (prefix + bytes[start...], "front matter behind invisible characters is read")
            return
        }
        // Four spaces make code of it.
        let inner = lines[1..<(end ?? min(lines.count, 2))]
        guard indent < 4, inner.contains(where: { OpeningKeys.key(in: String(decoding: $0, as: UTF8.self)) != nil }) else {
            (self.bytes, note) = (bytes, nil)
            return
        }
        func spaces(_ line: ArraySlice<UInt8>) -> Int { line.prefix { $0 == 0x20 }.count }
        let common = inner.filter { spaces($0) < $0.count && $0.first != 0x0D }.map(spaces).min() ?? 0
        var moved: [ArraySlice<UInt8>] = [lines[0]]
        for index in lines.indices.dropFirst() {
            let line = lines[index]
            let isFence = index == end
            moved.append(isFence ? line.dropFirst(spaces(line)) : index < (end ?? 0) ? line.dropFirst(min(common, spaces(line))) : line)
        }
        (self.bytes, note) = (prefix + moved.joined(separator: [0x0A]), "front matter that is indented is read")
    }

    /// Where the first line that says something begins, behind its indent; the line ends before it; the indent; and whether
    /// characters before it hide it, one byte order mark aside.
    private static func opening(_ bytes: [UInt8]) -> (start: Int, prefix: [UInt8], indent: Int, isHidden: Bool) {
        var (at, indent, isHidden) = (0, 0, false)
        var prefix: [UInt8] = []
        while at < bytes.count {
            if let sign = invisible.first(where: { bytes[at...].starts(with: $0) }) {
                isHidden = isHidden || at > 0 || sign != invisible[0]
                at += sign.count
                continue
            }
            switch bytes[at] {
            case 0x0A, 0x0D:
                prefix.append(bytes[at])
                indent = 0
            case 0x20: indent += 1
            case 0x09: indent += 4
            default: return (at, prefix, indent, isHidden)
            }
            at += 1
        }
        return (at, prefix, indent, isHidden)
    }
}
