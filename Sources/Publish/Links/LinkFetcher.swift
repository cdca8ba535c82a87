import Diagnostics
import Foundation
import Handbook

/// Asks addresses of other sites whether they are there, by the program curl: a request for the head of a page alone, and
/// where a server refuses that, for the page.
public struct LinkFetcher: Sendable {
    /// How many addresses are asked at a time, and how many of one host.
    private static let (most, mostPerHost) = (12, 2)
    /// The most bytes of a page that are taken: its head is what counts.
    private static let size = 1 << 20

    private let program: Program
    /// How long an answer may take, in seconds.
    private let limit: Int
    private let agent: String

    /// The fetcher of this environment.
    ///
    /// - Parameters:
    ///   - limit: how long an answer may take, in seconds.
    ///   - agent: how it names itself to servers.
    /// - Throws: a finding where there is no curl.
    public static func find(limit: Int, agent: String, environment: [String: String]) throws(Diagnostic) -> LinkFetcher {
        guard let program = Program(named: "curl", on: environment["PATH"]) else {
            throw LinkRules.missing(
                "there is no 'curl' on the PATH",
                help: "install it, with 'apt-get install curl' for one, or check without --external"
            )
        }
        return LinkFetcher(program: program, limit: limit, agent: agent)
    }

    /// What each of some addresses answers.
    public func answers(of addresses: [String]) async -> [String: LinkAnswer] {
        var queue = HostQueue(addresses, perHost: Self.mostPerHost)
        return await withTaskGroup(of: (String, LinkAnswer).self) { group in
            var answers: [String: LinkAnswer] = [:]
            var running = 0
            while true {
                while running < Self.most, let address = queue.next() {
                    running += 1
                    group.addTask { (address, await Self.aside { answer(of: address) }) }
                }
                guard let (address, answer) = await group.next() else { return answers }
                running -= 1
                queue.done(address)
                answers[address] = answer
            }
        }
    }

    /// Does work that waits for another program on a thread of its own: the few that tasks share are for work.
    private static func aside<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }

    private func answer(of address: String) -> LinkAnswer {
        do {
            let head = CurlReply(try run(address, ["--head"]), asked: address)
            guard head.refusesHead else { return head.answer(limit: limit) }
            return CurlReply(try run(address, ["--max-filesize", String(Self.size)]), asked: address).answer(limit: limit)
        } catch {
            return .failed(reason: "'\(program.path)' cannot be run: \(error.localizedDescription)")
        }
    }

    private func run(_ address: String, _ more: [String]) throws -> Program.Outcome {
        var environment = ProcessInfo.processInfo.environment
        environment["LC_ALL"] = "C"
        return try program.run(
            // The user's own settings of curl could make anything of it.
            ["--disable", "--config", "-", "--silent", "--show-error", "--globoff", "--location", "--max-redirs", "10"]
                + ["--proto", "=http,https", "--proto-redir", "=http,https"]
                + ["--connect-timeout", String(limit), "--max-time", String(limit), "--user-agent", agent]
                // Some sites redirect until a cookie is sent back; none is kept.
                + ["--cookie", "", "--suppress-connect-headers", "--dump-header", "-", "--output", "/dev/null"] + more,
            environment: environment,
            input: Array(Self.configuration(address).utf8),
            limit: .seconds(limit + 5)
        )
    }

    /// The address as curl reads it from its standard input, whatever is in it.
    static func configuration(_ address: String) -> String {
        let quoted = address.unicodeScalars.filter { $0.value >= 0x20 }.map { "\"\\".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }
        return "url = \"\(quoted.joined())\"\n"
    }
}
