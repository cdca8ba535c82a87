import Diagnostics
import Markdown

extension Rule {
    /// A page that readers get, and that leads to one they do not get yet.
    public static let leadsToDraft = Rule("leads-to-draft", .error, "what is published names and links to what is published")
}

/// The pages that are not to be published yet: how published ones may name them, so that it can be told why that leads nowhere.
public struct Drafts: Sendable {
    private var names = NameIndex([])
    private var paths: [PageID: String] = [:]
    private var addresses: [String: String] = [:]
    private var files: Set<String> = []

    /// There are none.
    public init() {}

    init(_ pages: [Page]) {
        guard !pages.isEmpty else { return }
        names = NameIndex(pages.flatMap(HandbookBuilder.names))
        paths = Dictionary(pages.map { ($0.id, $0.path) }) { first, _ in first }
        addresses = Dictionary(pages.map { ($0.address, $0.path) }) { first, _ in first }
        files = Set(pages.map(\.path))
    }

    /// How many there are.
    public var count: Int { files.count }

    /// What is wrong with a name, if it is that of a draft among pages of the given kinds, or of all kinds.
    func fault(ofName name: String, among kinds: Set<Kind>? = nil, at place: Location?) -> Diagnostic? {
        switch names.resolve(name, among: kinds) {
        case .found(let id): paths[id].map { Self.fault(name, $0, at: place) }
        case .ambiguous(let ids): ids.first.flatMap { paths[$0] }.map { Self.fault(name, $0, at: place) }
        case .unknown: nil
        }
    }

    /// What is wrong with a citation, if its key is that of a draft.
    func fault(ofSource key: String, at place: Location?) -> Diagnostic? {
        paths[PageID(.source, key)].map { Self.fault(key, $0, at: place) }
    }

    /// What is wrong with a link to a file, if that is a draft.
    func fault(ofLink url: String, to path: String, at place: Location?) -> Diagnostic? {
        files.contains(path) ? Self.fault(url, path, at: place) : nil
    }

    /// What is wrong with a link to an address, if that would be a draft's.
    public func fault(ofLink url: String, toAddress address: String, at place: Location?) -> Diagnostic? {
        addresses[address].map { Self.fault(url, $0, at: place) }
    }

    private static func fault(_ words: String, _ path: String, at place: Location?) -> Diagnostic {
        Rule.leadsToDraft(
            "'\(words)' is a draft",
            at: place,
            help: "publish \(path) by taking 'draft: true' out of it, or take its name out here"
        )
    }
}
