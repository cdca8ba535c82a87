import Templates
import Theme

/// The theme's templates, with the project's own in the place of those they replace.
///
/// One of the project's can fill blocks of the one it replaces, which keeps the name `theme.` and its own. A copy of the
/// theme's that nobody has changed is the theme's.
enum ThemeTemplates {
    /// - Parameter overrides: the project's own files of `templates/`, by their path there.
    static func files(_ overrides: [String: String]) -> [TemplateFile] {
        let overrides = overrides.filter { $0.key.hasSuffix(ending) && Theme.files[$0.key] != $0.value }
        let own = overrides.map { path, text in
            TemplateFile(name: name(path), path: "templates/\(path)", text: text, isOwn: true)
        }
        let theme = Theme.files.filter { $0.key.hasSuffix(ending) }.map { path, text in
            TemplateFile(name: overrides[path] == nil ? name(path) : "theme.\(name(path))", path: "theme/\(path)", text: text, isOwn: false)
        }
        return (own + theme).sorted { $0.name < $1.name }
    }

    private static let ending = ".mustache"

    private static func name(_ path: String) -> String { String(path.dropLast(ending.count)) }
}
