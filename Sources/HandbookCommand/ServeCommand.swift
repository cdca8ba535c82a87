import ArgumentParser
import Diagnostics
import Foundation
import Publish
import Serve
import Site

/// `handbook serve`: the site in a browser while it is written.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the site in a browser, and show it anew at each save.",
        discussion: """
            The site is built in memory and served on this machine alone; the site's folder is not touched. When a file of \
            the project changes, it is built again, and open pages are loaded anew where their reader stood. Errors are told \
            here and over the page, until they are mended; the last good site stays.

            Ctrl-C ends it, with status 0. The status is 2 when no port can be had.

            Examples:
              handbook serve
              handbook serve --source mine --port 9000
              handbook serve --host 0.0.0.0        let other machines of the network read it too
            """
    )

    @OptionGroup var project: SourceOption

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The site's folder, which is not read. (default: 'public' in the project's folder)", valueName: "dir"),
        completion: .directory
    )
    var output: String?

    @Option(name: .long, help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(name: .shortAndLong, help: ArgumentHelp("The port; if it is in use, one of the next. 0 is any.", valueName: "number"))
    var port = 8000

    @Flag(name: .long, help: "Show drafts too, marked as such.")
    var drafts = false

    @Flag(name: .long, help: "Look for changes three times a second, where the system tells of none.")
    var poll = false

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port is a number from 0 to 65535") }
    }

    private var source: String { project.source }

    func run() async throws {
        let options = projectOptions
        // If there is nothing to serve, that is reported at once and not over a page.
        do { _ = try ProjectFolder.read(options.source, output: options.outputFolder) } catch { throw FindingsOutput.failure(error) }
        let interrupts = Interrupts.stream()
        let preview = Preview(
            host: host,
            port: port,
            root: source,
            run: String(UInt32.random(in: .min ... .max), radix: 36),
            effects: effects(options)
        )
        let serving = Task { try await preview.serve() }
        let ending = Task { for await _ in interrupts { Self.end(serving) } }
        defer { ending.cancel() }
        do { try await serving.value } catch let error as Preview.NoPort { throw FindingsOutput.failure(ServeRules.noPort(error)) }
    }

    /// Ends the work, and the program at once when it is asked again or the work takes too long.
    private static func end(_ serving: Task<Void, any Error>) {
        guard !serving.isCancelled else { Foundation.exit(130) }
        serving.cancel()
        DispatchQueue.global().asyncAfter(deadline: .now() + 5) { Foundation.exit(Status.clean) }
    }

    private var projectOptions: ProjectOptions {
        var options = ProjectOptions()
        options.source = source
        options.output = output
        options.format = .human
        options.drafts = drafts
        return options
    }

    private func effects(_ options: ProjectOptions) -> Preview.Effects {
        let (source, output, poll) = (options.source, options.outputFolder, poll)
        let start = ContinuousClock.now
        let site = ServedBuild(options)
        return Preview.Effects(
            build: { await site.run() },
            look: {
                let look = ProjectFingerprint(source, output: output)
                return WatchedFiles(stamps: look.stamps, folders: look.folders)
            },
            changes: { folders, look in Self.changes(in: folders, poll: poll, look) },
            tell: Self.tell,
            now: { ContinuousClock.now - start }
        )
    }

    private static func changes(
        in folders: Set<String>,
        poll: Bool,
        _ look: @escaping @Sendable () async -> WatchedFiles
    ) -> ChangeSource {
        if !poll {
            let mounts = (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? ""
            let isTold = folders.allSatisfy { Mounts.tellsOfChanges(at: $0, table: mounts) }
            if isTold, let events = ChangeSource.events(folders) { return events }
            tell(.line("the system tells of no changes here: the files are looked at three times a second"))
        }
        return .polling(look: look)
    }

    /// A terminal that has gone does not end the server.
    private static func tell(_ message: Preview.Message) {
        switch message {
        case .line(let text): try? FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8))
        case .report(let text): try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
        }
    }
}

/// The rules of serving.
enum ServeRules {
    static let port = Rule("no-port", .error, "a site is served at an address and port that are free")

    static func noPort(_ error: Preview.NoPort) -> Diagnostic {
        if error.isInUse {
            return port("port \(error.port) of '\(error.host)' is in use", help: "end what uses it, or choose another with --port")
        }
        return port(
            "port \(error.port) of '\(error.host)' cannot be listened on: \(error.reason)",
            help: "choose another with --port, or an address of this machine with --host"
        )
    }
}
