/// How JSON text is laid out.
package enum JSONLayout: Sendable {
    /// Without any white space.
    case compact
    /// A line for each element and each member, as Foundation's encoder writes it: `"key" : value`.
    case indented
    /// An array or object that fits on one line is on one line. Others have a line for each element or member.
    case fitted
}

/// What is escaped in strings beside what JSON requires.
package enum JSONEscaping: Sendable {
    /// Nothing.
    case required
    /// U+2028 and U+2029, which end a line in older versions of JavaScript.
    case script
    /// As for a script, and whatever HTML could read as markup: the text can be in a `script` element.
    case html
}

/// Writes JSON values as UTF-8 text into one buffer.
private struct JSONWriter {
    /// How many bytes an array or object on one line may have, without what is before it.
    private static let width = 100

    let layout: JSONLayout
    let escaping: JSONEscaping
    /// The text so far.
    private(set) var bytes: [UInt8] = []

    init(_ layout: JSONLayout, _ escaping: JSONEscaping) {
        self.layout = layout
        self.escaping = escaping
    }

    mutating func write(_ value: JSONValue, _ depth: Int, isOnOneLine: Bool = false) {
        switch value {
        case .string(let string): write(string)
        case .number(let number): bytes += String(number).utf8
        case .bool(let bool): bytes += (bool ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .written(let text): bytes += text
        case .array(let items):
            let isOnOneLine = isOnOneLine || fits(value)
            writeList("[", "]", items, depth, isOnOneLine) { writer, item in
                writer.write(item, depth + 1, isOnOneLine: isOnOneLine)
            }
        case .object(let members):
            let isOnOneLine = isOnOneLine || fits(value)
            writeList("{", "}", members, depth, isOnOneLine) { writer, member in
                writer.write(member.key)
                writer.bytes += writer.colon.utf8
                writer.write(member.value, depth + 1, isOnOneLine: isOnOneLine)
            }
        }
    }

    private var colon: String {
        switch layout {
        case .compact: ":"
        case .indented: " : "
        case .fitted: ": "
        }
    }

    private mutating func writeList<Element>(
        _ open: String,
        _ close: String,
        _ elements: [Element],
        _ depth: Int,
        _ isOnOneLine: Bool,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        bytes += open.utf8
        for (place, element) in elements.enumerated() {
            if place > 0 { bytes += (isOnOneLine && layout == .fitted ? ", " : ",").utf8 }
            if !isOnOneLine { startLine(depth + 1) }
            write(&self, element)
        }
        if elements.isEmpty, layout == .indented { bytes.append(0x0A) }
        if !isOnOneLine { startLine(depth) }
        bytes += close.utf8
    }

    private mutating func startLine(_ depth: Int) {
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: depth * 2)
    }

    private func fits(_ value: JSONValue) -> Bool {
        switch layout {
        case .compact: return true
        case .indented: return false
        case .fitted:
            var room = Self.width
            return value.take(&room)
        }
    }

    // MARK: - Strings

    private mutating func write(_ string: String) {
        var string = string
        bytes.append(0x22)
        string.withUTF8 { utf8 in
            var start = 0
            var place = 0
            while place < utf8.count {
                guard let escaped = escape(utf8[place...]) else {
                    place += 1
                    continue
                }
                bytes += utf8[start..<place]
                bytes += escaped.text.utf8
                place += escaped.length
                start = place
            }
            bytes += utf8[start...]
        }
        bytes.append(0x22)
    }

    /// What stands for the first character of some text, and how many bytes the character has; `nil` if it stays as it is.
    private func escape(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (text: String, length: Int)? {
        let byte = text[text.startIndex]
        switch byte {
        case 0x22: return ("\\\"", 1)
        case 0x5C: return ("\\\\", 1)
        case 0x08: return ("\\b", 1)
        case 0x09: return ("\\t", 1)
        case 0x0A: return ("\\n", 1)
        case 0x0C: return ("\\f", 1)
        case 0x0D: return ("\\r", 1)
        case 0x00..<0x20: return (Self.number(byte), 1)
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F: return escaping == .html ? (Self.number(byte), 1) : nil
        // U+2028 and U+2029.
        case 0xE2 where escaping != .required:
            if text.starts(with: [0xE2, 0x80, 0xA8]) { return ("\\u2028", 3) }
            return text.starts(with: [0xE2, 0x80, 0xA9]) ? ("\\u2029", 3) : nil
        default: return nil
        }
    }

    private static func number(_ byte: UInt8) -> String { (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16) }
}

extension JSONValue {
    /// The value as UTF-8 text without a final line end.
    ///
    /// - Parameter depth: how many arrays and objects are around the value; each of them adds two spaces of indentation.
    package func bytes(_ layout: JSONLayout, escaping: JSONEscaping = .required, depth: Int = 0) -> [UInt8] {
        var writer = JSONWriter(layout, escaping)
        writer.write(self, depth)
        return writer.bytes
    }

    /// The value as text without a final line end.
    package func text(_ layout: JSONLayout, escaping: JSONEscaping = .required) -> String {
        String(decoding: bytes(layout, escaping: escaping), as: UTF8.self)
    }

    /// The value as a text file that ends with a line end.
    package func file(_ layout: JSONLayout) -> String { text(layout) + "\n" }

    /// Takes the room that the value needs on one line, and says whether there was enough. Ends when there is none left, so
    /// the work is bounded.
    fileprivate func take(_ room: inout Int) -> Bool {
        switch self {
        case .string(let string): room -= string.utf8.count + 2
        case .number, .null: room -= 4
        case .bool: room -= 5
        case .written: return false
        case .array(let items):
            for item in items {
                room -= 2
                guard item.take(&room) else { return false }
            }
        case .object(let members):
            for member in members {
                room -= member.key.utf8.count + 6
                guard member.value.take(&room) else { return false }
            }
        }
        return room >= 0
    }
}
