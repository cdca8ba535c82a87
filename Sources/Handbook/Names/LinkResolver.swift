import Diagnostics
import Foundation
import Markdown

/// What a link in a page leads to.
public enum ResolvedLink: Sendable, Equatable {
    /// A page of the handbook, and an anchor in it.
    case page(PageID, fragment: String?)
    /// A file that is copied as it is, by its path in the project.
    case asset(String)
    /// An address of the site itself, `/compare/`: only the site knows whether it is there.
    case address(String, fragment: String?)
    /// Another site.
    case external(String)
    /// A scheme that runs code or reads files.
    case forbidden(scheme: String)
    /// Nothing: the path in the project where a file would have to be.
    case missing(String)
}

/// Resolves links between pages as Markdown files link: by the file's relative path.
public struct LinkResolver: Sendable {
    private let handbook: Handbook

    /// A resolver for a handbook's pages.
    public init(_ handbook: Handbook) { self.handbook = handbook }

    /// Where `url`, written in `page`, leads.
    public func resolve(_ url: String, in page: Page) -> ResolvedLink {
        if let scheme = Self.scheme(of: url) {
            return ["javascript", "vbscript", "data", "file"].contains(scheme) ? .forbidden(scheme: scheme) : .external(url)
        }
        if url.hasPrefix("//") { return .external(url) }
        let sign = url.utf8.firstIndex(of: UInt8(ascii: "#"))
        let fragment = sign.map { decoded(url[url.utf8.index(after: $0)...]) }
        let address = url[..<(sign ?? url.endIndex)]
        let path = decoded(address[..<(address.utf8.firstIndex(of: UInt8(ascii: "?")) ?? address.endIndex)])
        if path.isEmpty { return .page(page.id, fragment: fragment) }
        if path.hasPrefix("/") { return rooted(String(path.dropFirst()), fragment) }
        guard let target = Self.join(page.path, path) else { return .missing(path) }
        return file(target, fragment)
    }

    private func file(_ path: String, _ fragment: String?) -> ResolvedLink {
        // As nearly all links are written.
        if let page = handbook.page(at: path) { return .page(page.id, fragment: fragment) }
        let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
        let folder = bare.isEmpty ? "" : bare + "/"
        let asFolder = [folder + "index.md", folder + "README.md"]
        let candidates = bare == path && !bare.isEmpty ? [path, path + ".md"] + asFolder : asFolder
        for candidate in candidates {
            if let page = handbook.page(at: candidate) { return .page(page.id, fragment: fragment) }
            if handbook.assets.contains(candidate) { return .asset(candidate) }
        }
        if let section = section(bare) { return .address(section, fragment: fragment) }
        return .missing(candidates.first { handbook.leftOut.contains($0) } ?? path)
    }

    /// The address of the list that the site makes of a kind's folder, whether or not the folder has an `index.md`.
    private func section(_ folder: String) -> String? {
        let root = handbook.contentRoot.isEmpty ? "" : handbook.contentRoot + "/"
        return Kind.allCases.first { kind in kind.folder.map { root + $0 == folder } ?? false }?.section.map { $0 + "/" }
    }

    /// `/…` counts from the site's root: a file of `static/`, or an address.
    private func rooted(_ path: String, _ fragment: String?) -> ResolvedLink {
        if handbook.assets.contains("static/" + path) { return .asset("static/" + path) }
        return .address(path, fragment: fragment)
    }

    private func decoded(_ text: Substring) -> String {
        let text = String(text)
        return text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text
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
