import Changes
import Handbook

/// The history of a project of which each state is one text, as `ProjectText` reads it.
public enum TestHistory {
    /// A state, and what its author said of it.
    public struct State: Sendable {
        let subject: String
        let text: String?
        let date: Int

        /// A state; `nil` for one without the project. `date` is in seconds.
        public init(_ subject: String, _ text: String?, at date: Int) {
            self.subject = subject
            self.text = text
            self.date = date
        }
    }

    /// The id of the state at a place, counted from 1.
    public static func id(_ number: Int) -> String {
        String((String(repeating: "0", count: 4) + String(number)).suffix(4)) + String(repeating: "0", count: 36)
    }

    /// The history of states, the oldest first.
    ///
    /// - Parameter current: the project as it is now; without it nothing is private.
    public static func of(_ states: [State], limit: Int = 30, current: ReadProject? = nil) async -> History {
        var contents: [String: [UInt8]] = [:]
        let snapshots = states.map { state in state.text.map { snapshot($0, &contents) } }
        let commits = states.enumerated().map { place, state in
            History.Commit(id: id(place + 1), date: Moment(seconds: state.date), subject: state.subject)
        }
        let none = await HandbookReader.pages(of: ProjectFiles())
        var builder = HistoryBuilder(limit: limit, current: current ?? none)
        for place in states.indices.reversed() where !builder.isFull {
            let before = place == 0 ? nil : snapshots[place - 1]
            await builder.add(commits[place], before: before, after: snapshots[place], contents: contents)
        }
        return builder.history(origin: commits.first)
    }

    /// A text is its own id.
    private static func snapshot(_ text: String, _ contents: inout [String: [UInt8]]) -> Snapshot {
        let files = ProjectText(text).files
        var texts: [String: String] = [:]
        for (path, bytes) in files.texts where !path.hasPrefix("templates/") {
            let id = String(decoding: bytes, as: UTF8.self)
            texts[path] = id
            contents[id] = bytes
        }
        return Snapshot(texts: texts, contentRoot: files.contentRoot)
    }
}
