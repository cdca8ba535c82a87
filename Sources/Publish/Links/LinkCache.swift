import Diagnostics
import Foundation
import Handbook

/// What addresses have answered, kept in a file, so that the next run need not ask again.
///
/// Only answers of servers are kept, and of those not the ones that may be other tomorrow: no host, no answer in time, too
/// many requests and faults of a server may be this machine's, or pass.
public struct LinkCache: Sendable {
    private struct Entry: Decodable {
        /// When it was asked, in seconds since 1970.
        let at: Int
        let status: Int
        let movedTo: String?
    }

    private struct File: Decodable {
        let version: Int
        let answers: [String: Entry]
    }

    /// After so many days nothing of an address is kept.
    private static let days = 30

    private let path: String
    private let now: Int
    private var entries: [String: Entry] = [:]

    /// The file where nobody names one.
    public static func usualPath(_ environment: [String: String]) -> String {
        let named = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (named ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.cache") + "/handbook/links.json"
    }

    /// Reads a cache; where there is no file, it is empty.
    ///
    /// - Throws: a finding on a file that is something else: it is not to be replaced.
    public init(at path: String, now: Date) throws(Diagnostic) {
        self.path = path
        self.now = Int(now.timeIntervalSince1970)
        guard let data = FileManager.default.contents(atPath: path) else {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
            throw Self.refusal("'\(path)' \(isFolder.boolValue ? "is a folder" : "cannot be read")")
        }
        guard !data.isEmpty else { return }
        guard let file = try? JSONDecoder().decode(File.self, from: data), file.version == 1 else {
            throw Self.refusal("'\(path)' is no file of answers of version 1")
        }
        entries = file.answers
    }

    private static func refusal(_ message: String) -> Diagnostic {
        LinkRules.notACache(message, help: "name another file with --link-cache, or remove this one")
    }

    /// The answers to some addresses that are not older than so many seconds.
    public func answers(to addresses: [String], age: Int) -> [String: LinkAnswer] {
        var answers: [String: LinkAnswer] = [:]
        for address in addresses {
            guard let entry = entries[address], (0..<max(0, age)).contains(now - entry.at) else { continue }
            answers[address] = .answered(status: entry.status, movedTo: entry.movedTo)
        }
        return answers
    }

    /// Keeps answers, and writes the file, whole or not at all.
    ///
    /// - Throws: a finding when that fails.
    public mutating func keep(_ answers: [String: LinkAnswer]) throws(Diagnostic) {
        // Another run may have written meanwhile.
        if let other = try? LinkCache(at: path, now: Date(timeIntervalSince1970: TimeInterval(now))) {
            entries.merge(other.entries) { $0.at > $1.at ? $0 : $1 }
        }
        for (address, answer) in answers {
            guard case .answered(let status, let new) = answer, status != 429, status < 500 else { continue }
            entries[address] = Entry(at: now, status: status, movedTo: new)
        }
        entries = entries.filter { (0..<Self.days * 86_400).contains(now - $0.value.at) }
        do {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw LinkRules.unkept(
                "'\(path)' cannot be written: \(error.localizedDescription)",
                help: "name another file with --link-cache"
            )
        }
    }
    private var text: String {
        let answers = entries.mapValues { entry in
            JSONValue.object(sorting: [
                "at": .number(entry.at), "status": .number(entry.status), "movedTo": entry.movedTo.map(JSONValue.string),
            ])
        }
        return JSONValue.object(sorting: ["version": 1, "answers": .object(sorting: answers)]).file(.indented)
    }
}
