import Diagnostics

extension RuleGroup {
    /// The rules about pages that the program makes and changes, explained.
    public static let authoring: [RuleGroup] = [changes, importing]
}
