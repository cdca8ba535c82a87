import Diagnostics
import Foundation
import Markdown

/// What a link in a page leads to.
public enum ResolvedLink: Sendable, Equatable {
    /// A page of the handbook, and an anchor in it.
    case page(PageID, fragment: String?)
    /// A file that is copied as it is, by its path in the project, and a place in it.
    case asset(String, fragment: String?)
    /// An address of the site itself, `/compare/`: only the site knows whether it is there.
    case address(String, fragment: String?)
    /// Another site.
    case external(String)
    /// A scheme that runs code or reads files.
    case forbidden(scheme: String)
    /// A path on the author's computer, such as `C:\Users\x.docx`.
    case local
    /// Nothing: the path in the project where a file would have to be.
    case missing(String)
}

/// Resolves links between pages as Markdown files link: by the file's relative path.
public struct LinkResolver: Sendable {
    let handbook: Handbook

    /// A resolver for a handbook's pages.
    public init(_ handbook: Handbook) { self.handbook = handbook }

    /// Where `url`, written in `page`, leads.
    public func resolve(_ url: String, in page: Page) -> ResolvedLink {
        if Self.isLocal(url) { return .local }
        if let scheme = Self.scheme(of: url) {
            return ["javascript", "vbscript", "data", "file"].contains(scheme) ? .forbidden(scheme: scheme) : .external(url)
        }
        if url.utf8.starts(with: "//".utf8) { return .external(url) }
        let sign = url.utf8.firstIndex(of: UInt8(ascii: "#"))
        let fragment = sign.map { TextDirective.decoded(url[url.utf8.index(after: $0)...]) }
        let address = url[..<(sign ?? url.endIndex)]
        let path = decoded(address[..<(address.utf8.firstIndex(of: UInt8(ascii: "?")) ?? address.endIndex)])
        if path.isEmpty { return .page(page.id, fragment: fragment) }
        if path.utf8.first == UInt8(ascii: "/") { return rooted(String(path.unicodeScalars.dropFirst()), fragment) }
        guard let target = Self.join(page.path, path) else { return .missing(path) }
        return file(target, fragment)
    }

    /// The pages that a link, a wiki link or raw HTML leads to.
    public func pages(_ reference: Reference, in page: Page) -> [PageID] {
        switch reference.target {
        case .link(let url):
            if case .page(let id, _) = resolve(url, in: page) { [id] } else { [] }
        case .wikiLink(let link):
            if case .page(let id, _) = resolve(link, in: page) { [id] } else { [] }
        case .html(let html) where handbook.settings.allowsHTML:
            RawAddresses.all(in: html).compactMap { found in
                if found.use == .link, case .page(let id, _) = resolve(found.url, in: page) { id } else { nil }
            }
        case .image, .citation, .html: []
        }
    }

    private func file(_ path: String, _ fragment: String?) -> ResolvedLink {
        // As nearly all links are written.
        if let page = handbook.page(at: path) { return .page(page.id, fragment: fragment) }
        let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
        let folder = bare.isEmpty ? "" : bare + "/"
        let asFolder = [folder + "index.md", folder + "README.md"]
        let asFile = bare.isEmpty ? [] : [bare + ".md"]
        let candidates = bare == path && !bare.isEmpty ? [path] + asFile + asFolder : asFolder + asFile
        for candidate in candidates {
            if let page = handbook.page(at: candidate) { return .page(page.id, fragment: fragment) }
            if handbook.assets.contains(candidate) { return .asset(candidate, fragment: fragment) }
        }
        if let section = section(bare) { return .address(section, fragment: fragment) }
        return .missing(candidates.first { handbook.leftOut.contains($0) } ?? path)
    }

    /// The address of the list that the site makes of a kind's folder, whether or not the folder has an `index.md`.
    private func section(_ folder: String) -> String? {
        Kind.allCases.first { kind in kind.folder.map { contentPrefix + $0 == folder } ?? false }?.section.map { $0 + "/" }
    }

    /// `/…` counts from the site's root, which is the content folder as well: a file of `static/`, a page or a picture by its
    /// path, or an address. Where the content folder is named too, it counts from the project's folder.
    private func rooted(_ path: String, _ fragment: String?) -> ResolvedLink {
        if handbook.assets.contains("static/" + path) { return .asset("static/" + path, fragment: fragment) }
        for candidate in [contentPrefix + path, path] {
            if let page = handbook.page(at: candidate) { return .page(page.id, fragment: fragment) }
            if handbook.assets.contains(candidate) { return .asset(candidate, fragment: fragment) }
        }
        if let page = handbook.page(atAddress: path) { return .page(page.id, fragment: fragment) }
        let target = path.hasPrefix(contentPrefix) ? path : contentPrefix + path
        let isFile = [".md", ".markdown"].contains { path.lowercased().hasSuffix($0) }
        let isKept = handbook.leftOut.contains(target) || handbook.unpublished.contains(target) || handbook.isPrivate(target)
        return isFile || isKept ? .missing(target) : .address(path, fragment: fragment)
    }

    private var contentPrefix: String { handbook.contentRoot.isEmpty ? "" : handbook.contentRoot + "/" }

    private func decoded(_ text: Substring) -> String {
        let text = String(text)
        return text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text
    }

    /// Whether it is a path on a computer: one with a drive's letter, or to another computer in the network.
    package static func isLocal(_ url: String) -> Bool {
        let bytes = url.utf8.prefix(2).map(\.self)
        if bytes.starts(with: [0x5C]) { return true }
        // No scheme has one letter.
        guard bytes.count > 1, bytes[1] == UInt8(ascii: ":") else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[0] | 0x20)
    }

    /// A scheme as a browser sees it: white space and controls in it are ignored.
    package static func scheme(of url: String) -> String? {
        guard url.utf8.contains(UInt8(ascii: ":")) else { return nil }
        let cleaned = url.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
        guard let colon = cleaned.firstIndex(of: ":") else { return nil }
        let scheme = String(String.UnicodeScalarView(cleaned[..<colon])).lowercased()
        guard let first = scheme.first, first.isASCII, first.isLetter,
            scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        else { return nil }
        return scheme
    }

    /// A relative path from the folder of a file; `nil` when it leaves the project.
    package static func join(_ file: String, _ path: String) -> String? {
        let slash = UInt8(ascii: "/")
        var parts = file.utf8.split(separator: slash).dropLast()
        for part in path.utf8.split(separator: slash) {
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                if parts.isEmpty { return nil }
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        let joined = parts.map { Substring($0) }.joined(separator: "/")
        return path.utf8.last == slash && !joined.isEmpty ? joined + "/" : joined
    }
}
