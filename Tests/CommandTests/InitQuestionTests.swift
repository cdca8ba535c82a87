import Foundation
import Testing

/// What `handbook init` asks in a terminal, answered in one that `script` makes.
@Suite struct InitQuestionTests {
    /// Runs `handbook init made` in a terminal of its own, and gives what it shows.
    ///
    /// - Parameter answers: the lines typed, and then the end of the input.
    private static func ask(_ answers: [String], _ words: String = "", in scratch: Scratch) throws -> (status: Int32, shown: String) {
        try scratch.write(answers.map { $0 + "\n" }.joined(), to: "answers")
        let outcome = try Command.run(
            ["-c", "script --quiet --return --command \"'\(Command.binary.path)' init made \(words)\" /dev/null <answers"],
            in: scratch.url,
            binary: URL(fileURLWithPath: "/bin/bash"),
            environment: ["TERM": "dumb"]
        )
        return (outcome.status, outcome.stdout)
    }

    @Test(arguments: [
        ["2", "Kitchen", "de"], ["AI-Team", "Kitchen", "de"], ["ai team", "  Kitchen ", "de"],
        // What cannot be understood is asked again.
        ["3", "large", "2", "Kitchen", "German", "deutsch", "de"],
    ])
    func answersAreUnderstood(answers: [String]) throws {
        let scratch = try Scratch()
        let (status, shown) = try Self.ask(answers, in: scratch)
        #expect(status == 0, "\(shown)")
        let settings = try scratch.read("made/handbook.yml")
        #expect(settings.contains("title: Kitchen\n") && settings.contains("language: de\n"), "\(settings)")
        #expect(try scratch.read("made/content/index.md").contains("title: Kitchen\n"))
        #expect(scratch.exists("made/content/roles/data-engineer.md"))
    }

    @Test func theRemedyForALanguageIsItsTag() throws {
        let scratch = try Scratch()
        let (_, shown) = try Self.ask(["1", "Kitchen", "German", "de"], in: scratch)
        #expect(shown.contains("'German'") && shown.contains("de"), "\(shown)")
        #expect(shown.components(separatedBy: "Language [").count == 3, "\(shown)")
    }

    @Test(arguments: [["1", "", ""], ["minimal", "", ""], ["Minimal", "", ""], ["", "", ""]])
    func anEmptyAnswerIsTheOneInBrackets(answers: [String]) throws {
        let scratch = try Scratch()
        let (status, shown) = try Self.ask(answers, in: scratch)
        #expect(status == 0, "\(shown)")
        let settings = try scratch.read("made/handbook.yml")
        #expect(settings.contains("title: Our team\n") && settings.contains("language: en\n"), "\(settings)")
        #expect(!scratch.exists("made/content/roles/data-engineer.md"))
        let built = try Command.run(["build", "--source", "made", "--output", "site"], in: scratch.url)
        #expect(built.status == 0, "\(built.stderr)")
    }

    @Test func onlyWhatIsNotGivenIsAsked() throws {
        let scratch = try Scratch()
        let (status, shown) = try Self.ask(["minimal", "Kitchen"], "--language nl", in: scratch)
        #expect(status == 0 && !shown.contains("Language"), "\(shown)")
        #expect(try scratch.read("made/handbook.yml").contains("language: nl\n"))
    }

    @Test func theEndOfTheInputMakesNothing() throws {
        let scratch = try Scratch()
        let (status, shown) = try Self.ask([], in: scratch)
        #expect(status == 2, "\(shown)")
        #expect(!scratch.exists("made"))
    }
}
