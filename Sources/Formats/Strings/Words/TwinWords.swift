extension Words {
    /// The handbook as text for programs: twins of pages, packs of roles, `llms.txt`.
    static let twins: [String: String] = [
        "twin": "Markdown", "pack": "In one file",
        "pack_note": "All that “{handbook}” says of {role} in one file. Numbers in brackets are the sources at its end.",
        "pack_decides": "What it decides or answers for", "pack_does": "What it does", "pack_takes_part": "What it takes part in",
        "pack_asked": "What it is asked about", "pack_told": "What it is told about",
        "pack_never": "What it has no part in, by the matrices it stands in", "pack_not_accountable": "It answers for nothing.",
        "llms_note":
            "Every page is here as Markdown too: index.md beside its index.html. Under Roles, each file says all of one role. Claims name their sources; where sources differ, each is told.",
        "llms_data": "Everything in one file", "llms_full": "the text of all pages that describe something",
        "llms_json": "every fact as data, with every name resolved", "llms_schema": "what its keys mean",
    ]
}
