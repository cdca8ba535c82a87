import Diagnostics

/// The rules of reading a project and of writing its site.
public enum PublishRules {
    /// Every rule this module checks, by id.
    public static let all: [Rule] = [
        ProjectReader.brokenLink,
        ProjectReader.notUTF8,
        ProjectReader.tooLarge,
        ExistingSite.foreignOutput,
        ProjectFolder.handbookYaml,
        ProjectFolder.noProject,
        ProjectFolder.notAFolder,
        Publisher.busy,
        ExistingSite.collision,
        OutputPlan.conflict,
        ExistingSite.notAFolder,
        OutputPlace.unwritable,
        ProjectReader.sameName,
        ProjectReader.special,
        ProjectReader.linkOutside,
        ProjectReader.linkToFolder,
        SourceFolder.unreadable,
        OutputPlace.unsafe,
        ProjectReader.unusedTemplate,
    ]
}
