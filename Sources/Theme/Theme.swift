/// The theme and the starters that are compiled into the binary.
public enum Theme {
    /// Files of `templates/` by their path there: `role.mustache`, `styles/10-tokens.css`.
    public static var files: [String: String] { Embedded.templates }

    /// Files of the starter projects by their path: `minimal/handbook.yml`.
    public static var starters: [String: String] { Embedded.starters }
}
