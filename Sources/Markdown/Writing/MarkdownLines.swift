/// Lines of Markdown in one buffer, each behind the prefixes of the lists, quotes and footnotes around it.
struct MarkdownLines {
    private(set) var bytes: [UInt8] = []
    /// What every line starts with.
    private var prefix: [UInt8] = []
    /// What the next line starts with instead, after containers were opened.
    private var pending: [UInt8]?
    private var widths: [Int] = []

    /// Whether the next line starts a container.
    var startsContainer: Bool { pending != nil }

    /// Opens a container. The next line starts with `marker`, the lines after it with `continuation`.
    mutating func open(_ marker: String, _ continuation: String) {
        pending = (pending ?? prefix) + marker.utf8
        prefix += continuation.utf8
        widths.append(continuation.utf8.count)
    }

    /// Closes the container that was opened last. A container without a line gets one that holds its marker alone.
    mutating func close() {
        if pending != nil { line([]) }
        prefix.removeLast(widths.removeLast())
    }

    /// Writes a line. A line without content ends with its last marker, without blanks.
    mutating func line(_ content: some Collection<UInt8>) {
        bytes += pending ?? prefix
        pending = nil
        bytes += content
        if content.isEmpty, !endsWithTask {
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// A task's box needs the blank behind it even when nothing follows.
    private var endsWithTask: Bool { bytes.suffix(2).elementsEqual("] ".utf8) }
}
