import ArgumentParser
import Diagnostics
import Foundation
import Handbook
import Publish

/// `check --external`: addresses of other sites are asked whether they are there.
struct LinkOptions: ParsableArguments {
    @Flag(name: .long, help: "Ask the addresses of other sites whether they are there.")
    var external = false

    @Option(
        name: .long,
        help: ArgumentHelp("How long an address may take to answer, in seconds. (default: 10)", valueName: "seconds")
    )
    var linkTimeout: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("How old a kept answer may be, such as 30m, 12h or 7d; 0: none is taken. (default: 1d)", valueName: "age")
    )
    var linkAge: LinkAge?

    @Option(
        name: .long,
        help: ArgumentHelp("The file that keeps answers. (default: handbook/links.json in the user's folder of caches)", valueName: "file"),
        completion: .file()
    )
    var linkCache: String?

    func validate() throws {
        if !external, linkTimeout != nil || linkAge != nil || linkCache != nil {
            throw ValidationError("--link-timeout, --link-age and --link-cache need --external.")
        }
        if let linkTimeout, !(1...600).contains(linkTimeout) { throw ValidationError("--link-timeout is a number from 1 to 600.") }
    }
}

/// A time, as a number and its unit.
struct LinkAge: ExpressibleByArgument {
    let seconds: Int

    init?(argument: String) {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        let unit = argument.last.flatMap { units[$0] }
        guard argument == "0" || unit != nil, let number = Int(unit == nil ? argument[...] : argument.dropLast()),
            (0...10_000).contains(number)
        else { return nil }
        seconds = number * (unit ?? 1)
    }
}

/// Asks addresses, and remembers in a run and from run to run what they have answered.
struct ExternalLinkChecker {
    private let fetcher: LinkFetcher
    private var cache: LinkCache
    private let age: Int
    private var answers: [String: LinkAnswer] = [:]

    /// - Throws: a finding where there is no curl, or the file of answers is something else.
    init(_ options: LinkOptions, environment: [String: String] = ProcessInfo.processInfo.environment) throws(Diagnostic) {
        fetcher = try LinkFetcher.find(limit: options.linkTimeout ?? 10, agent: "handbook/\(Version.number)", environment: environment)
        cache = try LinkCache(at: options.linkCache ?? LinkCache.usualPath(environment), now: Date())
        age = options.linkAge?.seconds ?? 86_400
    }

    /// What is found about a handbook's links to other sites.
    mutating func check(_ handbook: Handbook, _ progress: Progress) async -> Findings {
        let links = handbook.externalLinks
        let addresses = links.map(\.asked).uniqued().filter { answers[$0] == nil }
        answers.merge(cache.answers(to: addresses, age: age)) { own, _ in own }
        let unknown = addresses.filter { answers[$0] == nil }
        var findings = Findings()
        if !unknown.isEmpty {
            progress.begin("asking \(unknown.count) address\(unknown.count == 1 ? "" : "es") of other sites")
            let new = await fetcher.answers(of: unknown)
            answers.merge(new) { _, new in new }
            do { try cache.keep(new) } catch { findings.add(error) }
        }
        findings.add(contentsOf: ExternalLinkCheck.findings(links, answers))
        return findings
    }
}
