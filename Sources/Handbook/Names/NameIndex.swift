import Diagnostics
import Markdown

/// Leads names to pages: by slug, title, short form and alias, without regard to case.
public struct NameIndex: Sendable {
    /// What a name leads to.
    public enum Resolution: Sendable, Equatable {
        case found(PageID)
        case ambiguous([PageID])
        case unknown
    }

    /// A name as it was declared.
    package struct Entry: Sendable {
        let name: String
        let page: PageID
        let location: Location

        /// A name of a page, declared at a place.
        package init(name: String, page: PageID, location: Location) {
            (self.name, self.page, self.location) = (name, page, location)
        }
    }

    private var byName: [String: [Entry]] = [:]
    /// Whether `ı` and `i` are two letters in capitals too.
    private let hasDotlessI: Bool
    private var byKind: [Kind: [String]] = [:]

    /// An index of names, some of which may be those of several pages.
    ///
    /// - Parameter language: the content's, as BCP 47 names it.
    package init(_ entries: [Entry], language: String = "") {
        hasDotlessI = Language(language).hasDotlessI
        for entry in entries {
            let key = Self.key(entry.name)
            if key.isEmpty { continue }
            byKind[entry.page.kind, default: []].append(entry.name)
            if byName[key]?.contains(where: { $0.page == entry.page }) != true { byName[key, default: []].append(entry) }
        }
    }

    /// What a name leads to among pages of the given kinds, or of all kinds. `role:Data Engineer` looks among roles only.
    public func resolve(_ name: String, among kinds: Set<Kind>? = nil) -> Resolution {
        let found = entries(name, among: kinds)
        if found.isEmpty, kinds == nil, let colon = name.firstIndex(of: ":"), let kind = Kind(rawValue: name[..<colon].lowercased()) {
            return resolve(String(name[name.index(after: colon)...]).trimmingWhitespace, among: [kind])
        }
        switch found.count {
        case 0: return .unknown
        case 1: return .found(found[0].page)
        default: return .ambiguous(found.map(\.page).sorted())
        }
    }

    /// Every name that leads to a page of the given kinds, as declared.
    public func names(among kinds: Set<Kind>?) -> [String] {
        Kind.allCases.filter { kinds?.contains($0) ?? true }.flatMap { byKind[$0] ?? [] }
    }

    /// Names that lead to more than one page of a kind, with their places in order. Plain pages may share names: several
    /// folders may each have their own overview.
    var clashes: [[Entry]] {
        byName.values.flatMap { entries in
            Dictionary(grouping: entries.filter { $0.page.kind != .page }) { [$0.page.kind.rawValue, dots($0.name)] }.values
                .filter { $0.count > 1 }
        }
        .map { $0.sorted { ($0.location, $0.page) < ($1.location, $1.page) } }
        .sorted { ($0[0].location, $0[0].name) < ($1[0].location, $1[0].name) }
    }

    private func entries(_ name: String, among kinds: Set<Kind>?) -> [Entry] {
        let found = (byName[Self.key(name)] ?? []).filter { kinds?.contains($0.page.kind) ?? true }
        // Two names may differ in the dot of an i alone.
        guard hasDotlessI, found.count > 1 else { return found }
        let exact = found.filter { dots($0.name) == dots(name) }
        return exact.isEmpty ? found : exact
    }

    /// Which letters i of a name have no dot, where that makes a difference.
    private func dots(_ name: String) -> String {
        guard hasDotlessI else { return "" }
        return String(
            name.compactMap { character in
                switch character {
                case "ı", "I": "ı"
                case "i", "İ": "i"
                default: nil
                }
            }
        )
    }

    /// Case, and how much white space, make no difference. Names are equal if their capitals are: `ß` and `SS`, `ς` and `σ`, `ı` and `I`;
    /// and `İ` is a capital of `i`.
    package static func key(_ name: String) -> String {
        if let key = asciiKey(name) { return key }
        let folded = name.uppercased().lowercased().unicodeScalars
        var key = String.UnicodeScalarView()
        // "İ" in lower case is an i with a second dot.
        for scalar in folded where scalar != "\u{307}" || key.last != "i" { key.append(scalar) }
        return String(key).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The key of a name that is ASCII, where each byte is a character; `nil` for any other name.
    private static func asciiKey(_ name: String) -> String? {
        var key: [UInt8] = []
        key.reserveCapacity(name.utf8.count)
        var isApart = false
        for byte in name.utf8 {
            switch byte {
            case 0x80...: return nil
            case 0x20, 0x09...0x0D: isApart = !key.isEmpty
            default:
                if isApart { key.append(0x20) }
                isApart = false
                key.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
            }
        }
        return String(decoding: key, as: UTF8.self)
    }
}
