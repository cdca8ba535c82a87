import Changes
import Diagnostics
import Handbook
import Markdown

/// A handbook that a command changes in all files at once.
struct HandbookToChange {
    let handbook: Handbook
    /// The text of the settings, if there are any.
    let settings: SourceText?

    /// Reads the handbook with all that is private.
    ///
    /// - Parameter rule: what the command reports where it can change nothing.
    /// - Throws: a finding of this rule when some of the project cannot be read.
    init(_ files: ProjectFiles, orReport rule: Rule) async throws {
        let (handbook, settings, findings) = await HandbookReader.readWhole(files)
        if let hindrance = HandbookDiff.hindrances(findings).first {
            throw rule(
                "some of the project cannot be read, so a name in it may be missed",
                help: "fix what 'handbook check' finds",
                related: hindrance.location.map { [Related(hindrance.message, at: $0)] } ?? []
            )
        }
        (self.handbook, self.settings) = (handbook, settings)
    }
}
