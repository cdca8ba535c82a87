import Authoring
import Handbook

/// A project's files that editors check settings and front matter by.
public enum EditorFiles {
    /// The schemas by their paths in the project.
    public static let schemas = EditorSchema.all.map { (path: Modeline.schema($0.name), text: $0.text) }

    /// A new project's files and the schemas; the settings name theirs.
    public static func joined(to files: [(path: String, text: String)]) -> [(path: String, text: String)] {
        files.map { file in
            file.path == Settings.file
                ? (file.path, Modeline.joined(toSettings: file.text, schema: EditorSchema.settings.name)) : file
        } + schemas
    }
}
