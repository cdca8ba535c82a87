import Foundation
import Testing

/// `handbook why` and `handbook check --without`.
@Suite struct QuestionTests {
    private func project() throws -> GitScratch { try GitScratch.ofSmallHandbook(in: "mine") }

    @Test func whyShowsTheStatementsBehindACell() throws {
        let outcome = try project().run("why", "ed", "print", "--source", "mine")
        #expect(outcome.status == 0)
        #expect(outcome.stderr == "")
        #expect(
            outcome.stdout == """
                1 statement on Editor and 'Print'

                Matrices
                  Daily, 'Print': A
                    content/raci/daily.md:5:11

                """
        )
    }

    @Test(arguments: [
        (
            ["why", "Edtor", "Print"], "error[unknown-role]: 'Edtor' is no role", "a role is named by its title, short form, alias or slug",
            "did you mean 'Editor'?"
        ),
        (
            ["why", "Ed", "Prin"], "error[unknown-name]: 'Prin' is no activity and no task of a matrix",
            "a page is named by its title, short form, alias or slug", "did you mean 'Print'?"
        ),
        (
            ["check", "--without", "Edtor"], "error[unknown-role]: 'Edtor' is no role",
            "a role is named by its title, short form, alias or slug", "did you mean 'Editor'?"
        ),
    ])
    func wrongNamesEndWithTwo(words: [String], message: String, rule: String, help: String) throws {
        let repository = try project()
        let outcome = try Command.run(words, in: repository.url.appending(path: "mine"))
        #expect(outcome.status == 2)
        #expect(outcome.stdout == "")
        #expect(outcome.stderr == "\(message)\n   = rule: \(rule)\n   = help: \(help)\n\n1 error\n")
    }

    @Test func whyWarnsWhenSomethingCannotBeRead() throws {
        let repository = try project()
        try repository.edit("mine/content/raci/daily.md", "| Reporter |", "| Reprter |")
        let outcome = try repository.run("why", "reporter", "print", "--source", "mine")
        #expect(outcome.status == 0)
        #expect(outcome.stdout == "Nothing here says what Reporter has to do with 'Print'\n")
        #expect(
            outcome.stderr == """
                warning[partly-read]: 'mine' has 1 error, and is taken as far as it can be read
                   = rule: what is asked about can be read
                   = help: mend them, or take what is told with care
                   = 'Reprter' is no role: content/raci/daily.md:3:15

                1 warning

                """
        )
    }

    @Test func checkTellsWhatAVacantRoleLeaves() throws {
        let outcome = try project().run("check", "--without", "reporter", "--source", "mine")
        #expect(outcome.status == 0)
        #expect(outcome.stderr == "")
        #expect(
            outcome.stdout == """
                Without Reporter

                Tasks nobody would do: 1
                  Print (Daily)  content/raci/daily.md:5

                """
        )
    }

    @Test func errorsAreStillToldBesideAVacancy() throws {
        let repository = try project()
        try repository.edit("mine/content/raci/daily.md", "| A | R |", "| X | R |")
        let outcome = try repository.run("check", "--without", "Reporter", "--source", "mine")
        #expect(outcome.status == 1)
        #expect(outcome.stdout.hasPrefix("Without Reporter\n"))
        #expect(outcome.stderr.contains("error[unknown-letter]: 'X' is no letter of RACI\n  --> content/raci/daily.md:5:11\n"))
    }

    @Test func whyAnswersInJSON() throws {
        let outcome = try project().run("why", "ed", "print", "--source", "mine", "--format", "json")
        #expect(outcome.status == 0)
        #expect(outcome.stderr == "")
        #expect(
            outcome.stdout == """
                {
                  "activity" : {
                    "title" : "Print"
                  },
                  "role" : {
                    "path" : "content/roles/editor.md",
                    "slug" : "editor",
                    "title" : "Editor"
                  },
                  "statements" : [
                    {
                      "column" : 11,
                      "kind" : "cell",
                      "letters" : [
                        "A"
                      ],
                      "line" : 5,
                      "matrix" : {
                        "slug" : "daily",
                        "title" : "Daily"
                      },
                      "path" : "content/raci/daily.md",
                      "sources" : [

                      ],
                      "task" : "Print",
                      "text" : "Daily, 'Print': A"
                    }
                  ],
                  "version" : 1
                }

                """
        )
    }

    @Test func checkTellsAVacancyInJSON() throws {
        let outcome = try project().run("check", "--without", "reporter", "--source", "mine", "--format", "json")
        #expect(outcome.status == 0)
        #expect(outcome.stderr == "")
        #expect(
            outcome.stdout == """
                {
                  "counts" : {
                    "accountable" : 0,
                    "decides" : 0,
                    "does" : 0,
                    "drives" : 0,
                    "relations" : 0,
                    "responsible" : 1,
                    "teams" : 0
                  },
                  "losses" : [
                    {
                      "column" : 15,
                      "kind" : "responsible",
                      "line" : 5,
                      "name" : "Print",
                      "note" : "Daily",
                      "path" : "content/raci/daily.md"
                    }
                  ],
                  "role" : {
                    "path" : "content/roles/reporter.md",
                    "slug" : "reporter",
                    "title" : "Reporter"
                  },
                  "version" : 1
                }

                """
        )
    }

    @Test func errorsStayOnStandardErrorBesideJSON() throws {
        let repository = try project()
        try repository.edit("mine/content/raci/daily.md", "| A | R |", "| X | R |")
        let outcome = try repository.run("check", "--without", "Reporter", "--source", "mine", "--format", "json")
        #expect(outcome.status == 1)
        #expect(outcome.stdout.hasPrefix("{\n"))
        #expect(outcome.stdout.hasSuffix("\n}\n"))
        #expect(outcome.stderr.contains("error[unknown-letter]"))
    }

    @Test func warningsAreNoHindranceToAnAnswer() throws {
        let repository = try project()
        try repository.edit("mine/content/raci/daily.md", "| Print | A | R |", "| Print | A | R |\n| Total | 9 | 1 |")
        let outcome = try repository.run("check", "--without", "Reporter", "--source", "mine")
        #expect(outcome.status == 0)
        #expect(outcome.stdout.hasPrefix("Without Reporter\n"))
        #expect(outcome.stderr == "")
    }

    @Test func aNameThatAFaultyPageHidesIsToldWithTheFault() throws {
        let repository = try project()
        try repository.edit("mine/content/roles/reporter.md", "title: Reporter", "title: [Reporter")
        let outcome = try repository.run("check", "--without", "Rapporteur", "--source", "mine")
        #expect(outcome.status == 2)
        #expect(outcome.stdout == "")
        #expect(outcome.stderr.contains("error[unknown-role]: 'Rapporteur' is no role"))
        #expect(outcome.stderr.contains("content/roles/reporter.md"))
    }

    @Test func errorsInTheSettingsEndAnAnswerWithTwo() throws {
        let repository = try project()
        try repository.write("titel: A\n", to: "mine/handbook.yml")
        let outcome = try repository.run("check", "--without", "Reporter", "--source", "mine")
        #expect(outcome.status == 2)
        #expect(outcome.stdout.hasPrefix("Without Reporter\n"))
        #expect(outcome.stderr.contains("error[unknown-key]: 'titel' is not a known key"))
    }

    @Test(arguments: [["diff", "--help"], ["why", "--help"], ["help", "check"]])
    func helpShowsExamples(words: [String]) throws {
        let scratch = try Scratch()
        let outcome = try Command.run(words, in: scratch.url)
        #expect(outcome.status == 0)
        #expect(outcome.stdout.contains("Examples:\n"))
    }

    @Test(arguments: [["diff"], ["why", "Editor"], ["diff", "a", "b", "c"], ["diff", "a", "--format", "human"]])
    func wrongWordsEndWithTwo(words: [String]) throws {
        let scratch = try Scratch()
        let outcome = try Command.run(words, in: scratch.url)
        #expect(outcome.status == 2)
        #expect(outcome.stderr.contains("Error: "))
    }

    @Test(arguments: [["diff", "HEAD"], ["why", "a", "b"], ["check", "--without", "a"]])
    func aMissingProjectEndsWithTwo(words: [String]) throws {
        let scratch = try Scratch()
        let outcome = try Command.run(words + ["--source", "nowhere"], in: scratch.url)
        #expect(outcome.status == 2)
        #expect(outcome.stderr.contains("'nowhere'"))
    }
}
