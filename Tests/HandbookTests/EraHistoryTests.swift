import Handbook
import TestSupport
import Testing

/// A role's work through the eras.
@Suite struct EraHistoryTests {
    private static let settings = "-- handbook.yml --\neras: [{id: one, title: One}, {id: two, title: Two}, {id: three, title: Three}]\n"

    private static func history(_ body: String) async throws -> [[String]] {
        let book = await ProjectText(settings + "-- content/roles/ann.md --\n# Ann\n## Eras\n\(body)").read().result.handbook
        let ann = try #require(book.role("ann"))
        return EraHistory(of: ann, eras: book.settings.eras, likenesses: Likenesses()).parts.map { part in
            ["# \(part.era.id)"] + part.items.map { "\($0.item.name) \($0.change?.rawValue ?? "-")" } + part.gone.map { "\($0.name) gone" }
        }
    }

    @Test func itemsAreNewKeptBackOrGone() async throws {
        let found = try await Self.history(
            """
            ### One
            - **Ovens**: lights them.
            - **Flour**: carries it.
            ### Two
            - **Ovens**: programs them.
            - **Screens**: reads them.
            ### Three
            - **Flour**: weighs it.
            - **Screens**: builds them.
            - **Robots**: feeds them.
            """
        )
        #expect(
            found == [
                ["# one", "Ovens -", "Flour -"], ["# two", "Ovens kept", "Screens added", "Flour gone"],
                ["# three", "Flour back", "Screens kept", "Robots added", "Ovens gone"],
            ]
        )
    }

    @Test func theErasAreInTheOrderOfTheSettingsWhateverThePageHas() async throws {
        let found = try await Self.history("### Two\n- **Ovens**: programs them.\n### One\n- **Flour**: carries it.\n")
        #expect(found == [["# one", "Flour -"], ["# two", "Ovens added", "Flour gone"]])
    }

    @Test func anEraInWhichNoSourceSpeaksOfTheRoleIsPassedOver() async throws {
        let found = try await Self.history("### One\n- **Flour**: carries it.\n### Three\n- **Flour**: weighs it.\n")
        #expect(found == [["# one", "Flour -"], ["# three", "Flour kept"]])
    }

    @Test func aHeadingThatStandsTwiceIsOneEra() async throws {
        let found = try await Self.history("### One\n- **Flour**: carries it.\n### One\n- **Ovens**: lights them.\n")
        #expect(found == [["# one", "Flour -", "Ovens -"]])
    }
}
