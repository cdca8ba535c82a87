import Changes
import Handbook

extension Words {
    /// What the keys of the words of single changes begin with.
    static let change = "change_"

    /// What has changed: the page, the feeds, and the words for changes.
    static let changes: [String: String] = [
        "changes": "What changed", "changes_note": "The newest revisions that changed what this handbook says, from its history in git.",
        "changes_first": "The handbook begins", "changes_partly_read": "It had errors then: this is told as far as it could be read",
        "changes_added": "{count} {kinds} added:", "changes_gone": "{count} {kinds} gone:", "changes_others": "and {count} more",
        "changes_rest": "{count} more", "changes_more": "{count} more changes are not listed.", "changes_role": "roles",
        "changes_relation": "relations", "changes_matrix": "matrices", "changes_activity": "activities", "changes_stage": "stages",
        "changes_team": "teams", "changes_source": "sources", "changes_page": "pages",
        "feed": "Feed of changes",
    ].merging(ChangeWords.englishTexts.map { (change + $0.key, $0.value) }) { own, _ in own }
}
