import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A string of the theme that there is not.
    public static let unknownString = Rule("unknown-string", .error, "the keys of strings in handbook.yml are the theme's")
}

extension Rule {
    /// Strings of the theme that a handbook in another language leaves in English.
    static let untranslatedString = Rule(
        "untranslated-string",
        .note,
        "a handbook that translates the theme's strings translates all of them"
    )
}

/// The theme's own words, each of which a handbook can say in its language.
struct Strings: Sendable {
    private var words: [String: String]

    /// The English words, replaced where the settings have others.
    init(_ settings: Settings, into findings: inout Findings) {
        words = Self.english
        reportMissing(settings, into: &findings)
        for (key, text) in settings.strings.sorted(by: { $0.key.value < $1.key.value }) {
            if words[key.value] == nil {
                findings.add(
                    Rule.unknownString(
                        "'\(key.value)' is no string of the theme",
                        at: key.location,
                        help: NearMiss.help(for: key.value, among: Array(Self.english.keys), called: "strings")
                    )
                )
            }
            words[key.value] = text
        }
    }

    /// A handbook in another language that has begun to say the theme's words in it is told which are still English.
    private func reportMissing(_ settings: Settings, into findings: inout Findings) {
        let given = Set(settings.strings.keys.map(\.value))
        let missing = Set(Self.english.keys).subtracting(given).sorted()
        guard !settings.language.lowercased().hasPrefix("en"), !given.isEmpty, let first = missing.first else { return }
        findings.add(
            Rule.untranslatedString(
                "\(missing.count) strings of the theme are still English, such as '\(first)'",
                at: Location(Settings.file),
                help: "add under 'strings:' \(missing.prefix(12).joined(separator: ", "))\(missing.count > 12 ? ", …" : "")"
            )
        )
    }

    subscript(_ key: String) -> String { words[key] ?? key }

    /// A text with `{name}` replaced.
    func text(_ key: String, _ values: [String: String]) -> String {
        var text = self[key]
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// The keys of all strings, sorted.
    static let keys = english.keys.sorted()

    var view: View { .record(words.mapValues(View.text)) }

    private static let english: [String: String] = [
        "skip": "Skip to the content", "contents": "Contents", "close": "Close", "on_this_page": "On this page",
        "you_are_here": "You are here",
        "home": "Home", "previous": "Previous", "next": "Next", "edit": "Edit this page",
        "roles": "Roles", "comparisons": "Comparisons", "matrices": "Matrices", "activities": "Activities", "lifecycle": "Lifecycle",
        "teams": "Teams", "eras": "Eras", "sources": "Sources", "guides": "Guides", "more": "More",
        "role": "Role", "group": "Group", "side": "Side", "unsorted": "Unsorted", "by_side": "By side",
        "quick_reference": "All roles at a glance", "also_called": "Also called", "involve": "When to involve", "delivers": "Delivers",
        "kpis": "How it is measured", "core_skills": "Core skills", "decides_on": "Decides",
        "not_given": "No source says.", "nothing_here": "Nothing here yet.", "people": "Whom it works with", "stated": "Stated",
        "inferred": "Inferred", "derived": "Derived", "stated_note": "A source says so.",
        "inferred_note": "Concluded from what the sources say of each role.",
        "derived_note": "Drawn up from what the source says in prose.", "shared": "They share", "in_matrices": "In the matrices",
        "in_activities": "In the activities",
        "in_stages": "In the lifecycle", "in_teams": "On teams", "links_here": "Linked from", "task": "Task", "matrix": "Matrix",
        "letter": "Part", "activity": "Activity", "part": "Part", "source": "Source", "says": "What it says", "stage": "Stage",
        "drives": "Drives", "takes_part": "Takes part", "key_roles": "Key roles", "key_role": "Key role", "outputs": "What comes out",
        "team": "Team",
        "note": "Note",
        "optional": "Optional", "cast": "The cast", "not_on_team": "Not on this team", "on_team": "On the team", "era": "Era",
        "sources_differ": "Sources differ", "sources_agree": "Sources agree", "one_source": "One source speaks of it",
        "sources_apart": "The sources speak of different parts",
        "nobody_accountable": "No source names anyone accountable.", "who_does_it": "Who does it, by source",
        "accountable": "Accountable", "decides": "Decides", "responsible": "Responsible", "consulted": "Consulted", "informed": "Informed",
        "supports": "Supports", "verifies": "Verifies", "signs_off": "Signs off", "drives_letter": "Driver", "approves": "Approver",
        "contributes": "Contributor", "recommends": "Recommends", "agrees": "Agrees", "performs": "Performs", "input": "Gives input",
        "accountable_note": "answers for the result", "responsible_note": "does the work", "consulted_note": "is asked before",
        "informed_note": "is told after", "legend": "Letters", "no_part": "no part", "exemptions": "Accepted findings",
        "exemptions_note": "These rows break a rule, and the handbook says why.", "reason": "Reason", "row": "Row", "gaps": "Gaps",
        "pick_roles": "Compare any two to four roles", "pick_one": "Choose a role", "pick_slot": "Role {number}",
        "differences_only": "Differences only",
        "computed": "Computed", "computed_note": "No page declares a relation; this is what their pages share.",
        "like_synonym": "called '{name}' there", "like_similar": "similar: {name}", "hand_offs": "Hand-offs",
        "hand_offs_note": "By the matrices: one answers for what the other does.", "answers_for": "answers for",
        "done_by": "which is done by",
        "shared_activities": "In the same activities", "also_compared": "Also compared with",
        "uncovered": "What this team leaves open", "uncovered_note": "By the matrices and the stages.",
        "all_covered": "Every task has its accountable and a responsible role on the team, and every stage is driven.",
        "others_differ": "Where others contradict it", "era_added": "new", "era_kept": "kept", "era_gone": "gone since",
        "skill": "Skill", "shared_skills": "Skills that roles share",
        "shared_skills_note": "The same name, or names that the settings list as synonyms.", "own_skills": "Skills that one role alone has",
        "own_skills_note": "If the role is vacant, nobody is said to have them.", "kind_coreSkill": "core skill", "kind_skill": "skill",
        "kind_knowledge": "knowledge",
        "disagreements_note": "Pieces of work that the sources give to different roles.", "no_gaps": "No gap was found.",
        "weight_error": "Error", "weight_warning": "Warning",
        "weight_note": "Note", "load": "Load", "load_note": "How many tasks each role has over all matrices.", "tasks": "Tasks",
        "contradictions": "Contradictions", "no_contradictions": "No two matrices name different accountable roles for one task.",
        "left_out": "Left out", "roles_left_out": "Roles in no matrix", "tasks_left_out": "Activities in no matrix",
        "merged": "All matrices in one", "totals": "Totals", "download_csv": "Download as CSV",
        "rule": "Rule",
        "overlap": "Overlap", "collaboration": "Collaboration", "side_by_side": "Side by side", "shared_rows": "In the same rows",
        "shared_stages": "In the same stages", "shared_teams": "On the same teams",
        "rests_on": "What rests on it", "author": "Author", "type": "Kind", "published": "Published", "retrieved": "Read",
        "address": "Address",
        "cites": "Sources", "source_number": "Source {number}: {title}",
        "skills": "Skills", "both": "Both", "alert_note": "Note", "alert_tip": "Tip", "alert_important": "Important",
        "alert_warning": "Warning", "alert_caution": "Caution", "table": "Table", "footnotes": "Footnotes",
        "footnote_back": "Back to the text",
        "not_found": "Page not found", "not_found_text": "There is no page at this address. It may have been renamed.",
        "to_home": "Go to the home page", "questions": "Ways in", "question_who": "Who does what?",
        "question_who_note": "Every role with its skills, deliverable and measure in one table.", "question_decides": "Who decides?",
        "question_decides_note": "The responsibility matrices, task by task.", "question_differ": "What is the difference?",
        "question_differ_note": "Two roles side by side, with what they share.", "question_disagree": "Who says otherwise?",
        "question_disagree_note": "Pieces of work that the sources give to different people.", "question_when": "When does it happen?",
        "question_when_note": "The stages, and who drives each.", "question_team": "What team do we need?",
        "question_team_note": "Shapes of a team, side by side.", "roles_count": "{count} roles", "roles_count_one": "1 role", "of": "of",
        "none_named": "nobody named",
        "see_comparison": "Full comparison", "differs_flag": "differ", "updated": "Updated",
        "no_source_on": "No source says", "same": "Same", "different": "Different", "in_both": "in both",
        "in_both_count": "{count} in both",
        "only_role": "Only {role}",
    ]
}
