import Diagnostics
import Handbook
import TestSupport
import Testing

/// `Why`, and the names it is asked by.
@Suite struct WhyTests {
    static let project = """
        -- content/roles/editor.md --
        ---
        title: Editor
        short: Ed
        aliases: [Head]
        kpis: [Speed of printing the page]
        ---
        ## Responsibilities
        - **Print the page**: says when. [@style]
        - **Deadlines**: see [the work](../activities/print.md).
        - **Money**: pays.

        ## Where sources differ
        - **Who starts?**
          - The editor has the pages printed. [@style, p. 3]
        -- content/roles/reporter.md --
        # Reporter
        -- content/relations/editor-reporter.md --
        ---
        between: [editor, reporter]
        ---
        ## Overlap
        - **Proofs**: both read before they print the page.
        -- content/raci/daily.md --
        ---
        title: Daily work
        sources: [style]
        ---
        | Task | Ed | Reporter |
        |---|---|---|
        | Printing | A | R (checks) |
        | Sell | A/R | |
        -- content/activities/print.md --
        ---
        title: Print the page
        also: [Printing]
        positions:
          - source: style
            decides: [reporter, Head]
            says: The head decides.
        ---
        -- content/sources/style.md --
        # Style guide
        """

    @Test func everyStatementIsThereWithItsPlace() async throws {
        let handbook = await ProjectText(Self.project).read().result.handbook
        let why = Why(try handbook.role(named: "ed"), try handbook.work(named: "printing"), in: handbook)
        #expect(
            WhyReport(why).text == """
                7 statements on Editor and 'Print the page'

                Matrices
                  Daily work, 'Printing': A [Style guide]
                    content/raci/daily.md:7:14

                Positions on the activity's page
                  decides [Style guide]
                    The head decides.
                    content/activities/print.md:6:25

                The role's card
                  kpis: Speed of printing the page
                    found by the words 'Printing'
                    content/roles/editor.md:5:8
                  Responsibilities: Print the page: says when. [Style guide]
                    found by its name, 'Print the page'
                    content/roles/editor.md:8
                  Responsibilities: Deadlines: see the work.
                    found by its link to the activity
                    content/roles/editor.md:9
                  Where sources differ: The editor has the pages printed. [Style guide, p. 3]
                    found by similar words: printed, pages
                    content/roles/editor.md:14

                Relations of the role
                  Editor · Reporter, Overlap: Proofs: both read before they print the page.
                    found by the words 'Print the page'
                    content/relations/editor-reporter.md:5

                """
        )
    }

    @Test func aTaskWithoutAPageIsAPieceOfWorkToo() async throws {
        let handbook = await ProjectText(Self.project).read().result.handbook
        let why = Why(try handbook.role(named: "Reporter"), try handbook.work(named: " SELL "), in: handbook)
        #expect(
            WhyReport(why).text == """
                Nothing here says what Reporter has to do with 'Sell'

                Matrices
                  Daily work, 'Sell': a blank cell, so no part [Style guide]
                    content/raci/daily.md:8:15

                """
        )
    }

    @Test(arguments: [
        ("Editr", "error[unknown-role]: 'Editr' is no role", "did you mean 'Editor'?"),
        ("", "error[unknown-role]: '' is no role", "known roles: Ed, Editor, Head, Reporter"),
    ])
    func unknownRolesAreTold(name: String, message: String, help: String) async {
        let handbook = await ProjectText(Self.project).read().result.handbook
        do throws(Diagnostic) {
            _ = try handbook.role(named: name)
            Issue.record("'\(name)' was found")
        } catch {
            #expect("\(error.severity.rawValue)[\(error.rule.id)]: \(error.message)" == message)
            #expect(error.help?.hasPrefix(help) == true, "\(error.help ?? "")")
        }
    }

    @Test func unknownWorkIsToldWithTasksAsCandidates() async {
        let handbook = await ProjectText(Self.project).read().result.handbook
        do throws(Diagnostic) {
            _ = try handbook.work(named: "Sel")
            Issue.record("'Sel' was found")
        } catch {
            #expect(error.message == "'Sel' is no activity and no task of a matrix")
            #expect(error.help == "did you mean 'Sell'?")
        }
    }

    @Test func aNameOfTwoRolesIsNoName() async {
        let text = Self.project.replacing("# Reporter\n", with: "---\ntitle: Reporter\naliases: [Head]\n---\n")
        let handbook = await ProjectText(text).read().result.handbook
        do throws(Diagnostic) {
            _ = try handbook.role(named: "head")
            Issue.record("'head' was found")
        } catch {
            #expect(error.rule.id == "ambiguous-role")
            #expect(error.message == "'head' may mean content/roles/editor.md or content/roles/reporter.md")
            #expect(error.help == "name one by its slug: editor, reporter")
        }
    }
}
