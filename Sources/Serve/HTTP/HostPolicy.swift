import Foundation

/// Who may ask. A page of another host can make a browser send requests here, also by a name of its own that it has led
/// here (DNS rebinding), and must read nothing by it.
struct HostPolicy: Sendable {
    /// The address that is listened on.
    let host: String

    private var isLoopback: Bool { Self.isLoopback(host.lowercased()) }

    /// What of a request says where it comes from.
    struct Origin {
        /// The header `Host`.
        var authority: String?
        /// The header `Origin`.
        var origin: String?
        /// The headers `Sec-Fetch-Site`, `-Mode` and `-Dest`.
        var site: String?
        var mode: String?
        var destination: String?
    }

    /// Why a request is refused; `nil` if it is not.
    func refusal(of request: Origin, port: Int?) -> String? {
        guard let authority = request.authority, let name = Self.name(in: authority) else {
            return "The request does not say which host it is for."
        }
        guard isOwn(name) else {
            return "'\(Self.shown(name))' is no name of this server. Open it by its address, or start it with --host and that name."
        }
        if let origin = request.origin, !isOwn(origin: origin, port: port) {
            return "A page of '\(Self.shown(origin))' may not read this site."
        }
        if let site = request.site, site != "same-origin", site != "none" {
            // Browsers say so of what a page of another site loads. A link there may be followed.
            guard request.mode == "navigate", request.destination == nil || request.destination == "document" else {
                return "A page of another site may not load files of this one."
            }
        }
        return nil
    }

    /// A name by which the server may be called. Addresses cannot be led elsewhere; on loopback only its own are right.
    private func isOwn(_ name: String) -> Bool {
        if Self.isLoopback(name) || name == host.lowercased() { return true }
        return !isLoopback && Self.isAddress(name)
    }

    private func isOwn(origin: String, port: Int?) -> Bool {
        let scheme = "http://"
        let lower = origin.lowercased()
        guard lower.hasPrefix(scheme) else { return false }
        let authority = String(lower.dropFirst(scheme.count))
        guard let name = Self.name(in: authority), isOwn(name) else { return false }
        return port == nil || Self.port(in: authority) == port
    }

    /// The port of `host:port`; 80 where none is said.
    private static func port(in authority: String) -> Int? {
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else { return 80 }
        return Int(authority[authority.index(after: colon)...])
    }

    /// The host of `host:port`, in lower case, an IPv6 address without its brackets.
    static func name(in authority: String) -> String? {
        var text = Substring(authority.lowercased())
        var name: Substring
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            name = text[text.index(after: text.startIndex)..<end]
            text = text[text.index(after: end)...]
        } else {
            let end = text.firstIndex(of: ":") ?? text.endIndex
            name = text[..<end]
            text = text[end...]
            if name.last == "." { name = name.dropLast() }
        }
        let port = text.dropFirst()
        guard text.isEmpty || (text.first == ":" && port.utf8.allSatisfy { (0x30...0x39).contains($0) }), !name.isEmpty else { return nil }
        return String(name)
    }

    /// Names and addresses that lead to this machine and never beyond.
    static func isLoopback(_ name: String) -> Bool {
        if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" { return true }
        return name.hasPrefix("127.") && isAddress(name)
    }

    private static func isAddress(_ name: String) -> Bool {
        var four = in_addr()
        var six = in6_addr()
        return inet_pton(AF_INET, name, &four) == 1 || inet_pton(AF_INET6, name, &six) == 1
    }

    /// What a request says, fit to be said again.
    private static func shown(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }.prefix(100).map(Character.init))
    }
}
