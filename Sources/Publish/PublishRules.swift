import Diagnostics

/// The rules of reading a project, of writing its site, and of making a new one.
public enum PublishRules {
    /// Every rule this module checks, by id.
    public static let all: [Rule] = [
        ProjectReader.brokenLink,
        NewProject.unwritable,
        ProjectReader.notUTF8,
        ProjectReader.tooLarge,
        NewProject.occupied,
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
