/// A pattern of a CODEOWNERS file, as gitignore has them: which files of a repository are meant.
///
/// `*` and `?` stand for what is in one name, `**` for folders of any depth. A pattern with a slash before its end counts from
/// the top of the repository, any other from every folder. A folder's name means all that is below it; `folder/*` means
/// the files in it alone. Ranges in brackets and patterns that begin with `!` are none: GitHub has neither.
struct OwnedPattern: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        /// Any number of folders.
        case folders
        /// One name; `*` and `?` in it are `nil` and 0: neither is a byte of a name.
        case name([UInt8?])
    }

    private var parts: [Part] = []
    /// Whether what lies below a file of this path is meant as well.
    private let isDeep: Bool

    /// `nil` when it is no pattern. A backslash takes the meaning of the sign after it.
    init?(_ text: some StringProtocol) {
        var names: [[UInt8?]] = [[]]
        var isEscaped = false
        var isPlain = true
        for byte in text.utf8 {
            if isEscaped {
                names[names.count - 1].append(byte)
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "/"): names.append([])
            case UInt8(ascii: "*"): names[names.count - 1].append(nil)
            case UInt8(ascii: "?"): names[names.count - 1].append(0)
            case UInt8(ascii: "["), UInt8(ascii: "]"): isPlain = false
            default: names[names.count - 1].append(byte)
            }
        }
        guard isPlain, !isEscaped, text.utf8.first != UInt8(ascii: "!"), names.contains(where: { !$0.isEmpty }) else { return nil }
        let isFolder = names.last?.isEmpty == true
        if isFolder { names.removeLast() }
        if names.first?.isEmpty == true {
            names.removeFirst()
        } else if names.count == 1 {
            parts.append(.folders)
        }
        guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
        let any: [UInt8?] = [nil, nil]
        parts += names.map { $0 == any ? .folders : .name($0) }
        if isFolder { parts += [.folders, .name([nil])] }
        // All that lies below a folder of the name is meant; below those that a last `*` stands for, it is not.
        isDeep = !isFolder && parts.last != .name([nil])
        if parts.last == .folders { parts.append(.name([nil])) }
    }

    /// The path that a pattern without signs for others is, and whether what is below it alone is meant; `nil` for any other.
    var plainPath: (path: [UInt8], isFolder: Bool)? {
        let isFolder = parts.count > 2 && parts.suffix(2) == [.folders, .name([nil])]
        var path: [UInt8] = []
        for part in isFolder ? parts.dropLast(2) : parts[...] {
            guard case .name(let name) = part, !name.contains(nil), !name.contains(0) else { return nil }
            path += (path.isEmpty ? [] : [UInt8(ascii: "/")]) + name.compactMap(\.self)
        }
        return (path, isFolder)
    }

    /// Whether a file is meant.
    ///
    /// - Parameter names: the names of its path, from the top of the repository.
    func matches(_ names: [Substring.UTF8View]) -> Bool {
        // Most patterns fail here.
        if case .name(let pattern)? = parts.first, names.first.map({ Self.matches($0, pattern) }) != true { return false }
        // Which of the first names the parts so far can stand for.
        var reached = [Bool](repeating: false, count: names.count + 1)
        reached[0] = true
        for part in parts {
            var next = [Bool](repeating: false, count: names.count + 1)
            switch part {
            case .folders:
                var isReached = false
                for place in reached.indices {
                    isReached = isReached || reached[place]
                    next[place] = isReached
                }
            case .name(let pattern):
                for place in names.indices where reached[place] { next[place + 1] = Self.matches(names[place], pattern) }
            }
            reached = next
            if !reached.contains(true) { return false }
        }
        return isDeep ? reached.contains(true) : reached[names.count]
    }

    /// Whether a name is one that the pattern stands for. At a mismatch the last `*` takes one sign more.
    private static func matches(_ name: Substring.UTF8View, _ pattern: [UInt8?]) -> Bool {
        var (at, place) = (name.startIndex, 0)
        var retry: (at: Substring.UTF8View.Index, place: Int)?
        while at < name.endIndex {
            if place < pattern.count, let byte = pattern[place] {
                if byte == name[at] {
                    at = name.index(after: at)
                    place += 1
                    continue
                }
                if byte == 0 {
                    // A sign may be several bytes; those after the first look like 10xxxxxx.
                    repeat { at = name.index(after: at) } while at < name.endIndex && name[at] & 0xC0 == 0x80
                    place += 1
                    continue
                }
            } else if place < pattern.count {
                retry = (at, place)
                place += 1
                continue
            }
            guard let last = retry else { return false }
            let next = name.index(after: last.at)
            (at, place) = (next, last.place + 1)
            retry = (next, last.place)
        }
        return pattern[place...].allSatisfy { $0 == nil }
    }
}
