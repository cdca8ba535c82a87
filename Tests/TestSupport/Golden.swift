import Foundation
import Testing

/// Texts kept beside the tests, compared to the letter.
public enum Golden {
    /// Rewrites every golden file instead of comparing: `HANDBOOK_UPDATE_GOLDEN=1 swift test`.
    public static let isUpdating = ProcessInfo.processInfo.environment["HANDBOOK_UPDATE_GOLDEN"] == "1"

    /// Expects `text` to be what the file `Golden/<name>` beside the test holds.
    public static func expect(_ text: String, is name: String, file: String = #filePath, at location: SourceLocation = #_sourceLocation)
        throws
    {
        let path = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
        try expect(text, at: path, location)
    }

    /// Expects `text` to be what a file holds.
    public static func expect(_ text: String, at path: URL, _ location: SourceLocation = #_sourceLocation) throws {
        if isUpdating {
            try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: path)
            return
        }
        let wanted = (try? String(contentsOf: path, encoding: .utf8)) ?? "(there is no \(path.lastPathComponent))"
        guard text != wanted else { return }
        Issue.record("\(path.lastPathComponent) differs:\n\(difference(wanted, text))", sourceLocation: location)
    }

    /// The lines that are only in one of two texts.
    private static func difference(_ wanted: String, _ found: String) -> String {
        let old = wanted.split(separator: "\n", omittingEmptySubsequences: false)
        let new = found.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = new.difference(from: old).sorted { a, b in offset(a) < offset(b) }
        return changes.prefix(40).map { change in
            switch change {
            case .remove(let line, let text, _): "-\(line + 1): \(text)"
            case .insert(let line, let text, _): "+\(line + 1): \(text)"
            }
        }.joined(separator: "\n")
    }

    private static func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
        switch change {
        case .remove(let offset, _, _), .insert(let offset, _, _): offset
        }
    }
}

/// The repository that the tests stand in.
public enum Repository {
    /// Its root.
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
