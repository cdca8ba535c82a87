/// Whether a site's whole text can be searched, as `search:` in the settings has it.
public enum FullText: String, Sendable, CaseIterable {
    /// It can; a build that cannot make the index fails.
    case on
    /// It cannot. Names can be searched all the same.
    case off
    /// It can where the program that makes the index is found.
    case auto
}
