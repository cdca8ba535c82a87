import Diagnostics

/// The rules of reading a project, of writing its site, and of making a new one.
public enum PublishRules {
    /// Every rule this module checks, by id.
    public static let all: [Rule] = [
        GitRules.ambiguous,
        ProjectReader.brokenLink,
        NewProject.unwritable,
        ProjectReader.notUTF8,
        ProjectReader.tooLarge,
        NewProject.occupied,
        ExistingSite.foreignOutput,
        GitRules.failed,
        ProjectFolder.handbookYaml,
        GitRules.noGit,
        GitRules.noHistory,
        ProjectFolder.noProject,
        GitRules.noRepository,
        ProjectFolder.notAFolder,
        GitRules.notThere,
        Publisher.busy,
        ExistingSite.collision,
        OutputPlan.conflict,
        ExistingSite.notAFolder,
        OutputPlace.unwritable,
        ProjectReader.sameName,
        ProjectReader.special,
        ProjectReader.linkOutside,
        ProjectReader.linkToFolder,
        GitRules.submodule,
        GitRules.unknown,
        SearchRules.missing,
        SearchRules.failed,
        SourceFolder.unreadable,
        OutputPlace.unsafe,
        ProjectReader.unpublishedFile,
        ProjectReader.unusedTemplate,
    ].sorted { $0.id < $1.id }
}
