import Diagnostics
import Markdown

extension Rule {
    /// A link to a page of another site that is not there.
    public static let deadExternalLink = Rule("dead-external-link", .warning, "the pages of other sites that are linked to are there")
    /// A link to a page that has another address now.
    public static let movedLink = Rule("moved-link", .note, "a link has the address that its page has now")
}

/// Says what the answers to addresses mean for the links that have them.
public enum ExternalLinkCheck {
    /// The findings. Links whose address has no answer are ignored.
    public static func findings(_ links: [ExternalLink], _ answers: [String: LinkAnswer]) -> Findings {
        var findings = Findings()
        for link in links {
            if let answer = answers[link.asked], let finding = finding(link, answer) { findings.add(finding) }
        }
        return findings
    }

    private static func finding(_ link: ExternalLink, _ answer: LinkAnswer) -> Diagnostic? {
        switch answer {
        case .answered(200..<300, movedTo: nil): nil
        case .answered(200..<300, let new?): moved(link, to: new)
        case .answered(let status, _) where [401, 403, 407, 429, 999].contains(status):
            dead(link, "answers \(status)", help: "open it in a browser; if it is there, \(ignoring)")
        case .answered(let status, _) where status >= 500:
            dead(link, "answers \(status)", help: "try again later; if it stays so, mend the link")
        case .answered(let status, _): dead(link, "answers \(status)", help: "mend the link, or take it out")
        case .noHost: dead(link, "is at no host: there is no '\(ExternalLink.host(of: link.asked))'", help: "mend the link, or take it out")
        case .refused: dead(link, "refuses the connection", help: "mend the link, or take it out")
        case .late(let seconds): dead(link, "took longer than \(seconds) s", help: "try again, or give it more time with --link-timeout")
        case .untrusted(let reason):
            dead(link, "has a certificate that cannot be trusted: \(reason)", help: "open it in a browser; if it is right, \(ignoring)")
        case .endless: dead(link, "leads on more than 10 times", help: "link to where it ends")
        case .failed(let reason): dead(link, "cannot be asked: \(reason)", help: "open it in a browser; if it is there, \(ignoring)")
        }
    }

    private static let ignoring = "list it in handbook.yml: 'links: {ignore: […]}'"

    private static func dead(_ link: ExternalLink, _ fault: String, help: String) -> Diagnostic {
        Rule.deadExternalLink("'\(link.address)' \(fault)", at: link.location, help: help)
    }

    private static func moved(_ link: ExternalLink, to new: String) -> Diagnostic? {
        let fragment = link.address.firstIndex(of: "#").map { String(link.address[$0...]) } ?? ""
        let whole = new.contains("#") ? new : new + fragment
        guard whole != link.address else { return nil }
        return Rule.movedLink("'\(link.address)' has moved to '\(whole)'", at: link.location, help: "link to '\(whole)'")
            .fixed(by: leadsHome(link.asked, new) ? nil : fix(link, to: whole))
    }

    /// Many sites redirect what is gone to their home page: that is not its new address.
    private static func leadsHome(_ old: String, _ new: String) -> Bool {
        func isHome(_ address: String) -> Bool {
            let path = address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
            return path.isEmpty || path == "/"
        }
        return isHome(new) && !isHome(old)
    }

    /// The new address in the place of the old one, where that stands as it reads and as a whole.
    private static func fix(_ link: ExternalLink, to new: String) -> Fix? {
        guard let columns = link.location.columns.first, let line = link.location.line.flatMap(link.source.line),
            isSafe(new, for: link.address)
        else { return nil }
        let scalars = Array(line.unicodeScalars)
        let before = columns.lowerBound > 1 ? scalars[columns.lowerBound - 2] : " "
        let after = columns.upperBound <= scalars.count ? scalars[columns.upperBound - 1] : " "
        guard before.properties.isWhitespace || "(<\"'".unicodeScalars.contains(before),
            after.properties.isWhitespace || ")>\"',]}".unicodeScalars.contains(after)
        else { return nil }
        return link.source.fix(link.address, at: link.location, to: new)
    }

    /// Whether no sign in an address means something in Markdown or YAML, except those that the old one has too.
    private static func isSafe(_ new: String, for old: String) -> Bool {
        let allowed = Set(old.unicodeScalars)
        return new.unicodeScalars.allSatisfy { sign in
            sign.value > 0x20 && sign.value < 0x7F && (!"\"'<>()[]{}|\\`*,".unicodeScalars.contains(sign) || allowed.contains(sign))
        }
    }
}
