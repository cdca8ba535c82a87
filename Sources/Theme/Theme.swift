/// The theme and the starters that are compiled into the binary.
public enum Theme {
    /// Files of `templates/` by their path there: `role.mustache`, `styles/10-tokens.css`.
    public static var files: [String: String] { Embedded.templates }

    /// Files of the starter projects by their path: `minimal/handbook.yml`. The default handbook is one of them, `ai-team`.
    public static var starters: [String: String] {
        var starters = Embedded.starters
        for (path, text) in Embedded.content { starters["ai-team/content/" + path] = text }
        starters["ai-team/handbook.yml"] = Embedded.handbookYml
        starters["ai-team/gitignore"] = starters["minimal/gitignore"]
        return starters
    }

    /// What new pages are made from, by file name: `role.md`.
    public static var archetypes: [String: String] { Embedded.archetypes }
}
