import Foundation
import Handbook

/// What curl has given: the heads of all answers on the way.
struct CurlReply {
    /// An answer's number, and where it leads on.
    private struct Head {
        let status: Int
        var location: String?
    }

    private let heads: [Head]
    private let ran: Program.Outcome
    private let asked: String

    init(_ ran: Program.Outcome, asked: String) {
        self.ran = ran
        self.asked = asked
        var heads: [Head] = []
        for line in String(decoding: ran.output, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if line.hasPrefix("HTTP/") {
                let status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
                // 1xx only announce an answer.
                if let status, status >= 200 { heads.append(Head(status: status)) }
            } else if line.lowercased().hasPrefix("location:"), !heads.isEmpty {
                heads[heads.count - 1].location = line.dropFirst(9).trimmingCharacters(in: .whitespaces)
            }
        }
        self.heads = heads
    }

    /// The number of the last answer, if there was one.
    var status: Int? { heads.last?.status }

    /// Whether a server may have refused the form of the question, and is to be asked for the whole page.
    var refusesHead: Bool {
        guard let status else { return ran.status == Code.empty || ran.status == Code.broken }
        return status >= 400 && status != 429
    }

    /// What it comes to.
    func answer(limit: Int) -> LinkAnswer {
        switch ran.status {
        // Whatever kept the rest of the page: the answer was there.
        case Code.fine, Code.late, Code.large, Code.partial, Code.broken:
            if let status, !isLeadingOn { return .answered(status: status, movedTo: movedTo) }
            return ran.status == Code.late ? .late(seconds: limit) : .failed(reason: reason)
        case Code.noHost: return .noHost
        case Code.refused: return .refused
        case Code.endless: return .endless
        case let code where Code.untrusted.contains(code): return .untrusted(reason: reason)
        default: return ran.isOverdue ? .late(seconds: limit) : .failed(reason: reason)
        }
    }

    /// Whether the last answer that came only leads on to another.
    private var isLeadingOn: Bool { heads.last.map { (300..<400).contains($0.status) && $0.location != nil } ?? false }

    /// Where the page stays from now on: behind the first redirects, as far as these are for good.
    private var movedTo: String? {
        var address = asked
        for head in heads.dropLast() where head.location != nil {
            guard [301, 308].contains(head.status), let base = URL(string: address), let location = head.location,
                let next = URL(string: location, relativeTo: base)?.absoluteString, next.lowercased().hasPrefix("http")
            else { break }
            address = next
        }
        return address == asked ? nil : address
    }

    /// curl's own words, without its name and number: `curl: (60) SSL certificate problem: …`.
    private var reason: String {
        let line = ran.complaint.split(whereSeparator: \.isNewline).first.map(String.init) ?? "curl ended with status \(ran.status)"
        guard line.hasPrefix("curl: "), let close = line.firstIndex(of: ")") else { return line }
        return String(line[line.index(after: close)...].trimmingCharacters(in: .whitespaces).prefix(200))
    }

    /// curl's exit statuses.
    private enum Code {
        static let fine: Int32 = 0
        static let noHost: Int32 = 6
        static let refused: Int32 = 7
        static let partial: Int32 = 18
        static let late: Int32 = 28
        static let endless: Int32 = 47
        static let empty: Int32 = 52
        static let broken: Int32 = 56
        static let large: Int32 = 63
        static let untrusted: Set<Int32> = [35, 51, 58, 60, 77, 80, 82, 83, 90, 91]
    }
}
