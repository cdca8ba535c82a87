import Changes

extension DiffCase {
    static let names = [
        DiffCase("nothing", [], gives: []),
        DiffCase(
            "the settings",
            [("title: The Herald", "title: The Times"), ("title: Desk", "title: Newsroom")],
            gives: [
                "handbook.yml: title 'The Herald' became 'The Times'", "handbook.yml: group 'Desk' became 'Newsroom'",
            ]
        ),
        DiffCase("a group's id alone", [("id: desk", "id: newsroom"), ("group: desk", "group: newsroom")], gives: []),
        DiffCase("a role's title", [("title: Editor", "title: Chief Editor")], gives: ["Editor: role renamed to 'Chief Editor'"]),
        DiffCase(
            "a role's title and file, and every name of it",
            [
                ("roles/editor.md", "roles/chief.md"), ("title: Editor\n", "title: Chief\naliases: [Editor]\n"),
                ("between: [editor", "between: [chief"), ("decides: [editor", "decides: [chief"), ("drives: [editor", "drives: [chief"),
                ("- editor", "- chief"), ("relations/editor-", "relations/chief-"),
            ],
            gives: ["Editor: role renamed to 'Chief'"]
        ),
        DiffCase(
            "a role's file alone",
            [("roles/photographer.md", "roles/photo.md")],
            gives: ["Photographer: slug 'photographer' became 'photo'"]
        ),
        DiffCase(
            "a role of the same short form",
            [
                ("roles/editor.md", "roles/head.md"), ("title: Editor", "title: Head of News"), ("between: [editor", "between: [head"),
                ("decides: [editor", "decides: [head"), ("drives: [editor", "drives: [head"),
                ("- editor", "- head"),
            ],
            gives: ["Editor: role renamed to 'Head of News'"]
        ),
        DiffCase(
            "a role that says the same under another name",
            [("roles/photographer.md", "roles/camera.md"), ("title: Photographer", "title: Camera\nshort: Photographer")],
            gives: ["Photographer: role renamed to 'Camera'", "Camera: short added: Photographer"]
        ),
        DiffCase(
            "a role in the place of another",
            [
                ("roles/photographer.md", "roles/lawyer.md"),
                (
                    "title: Photographer\ngroup: field\nsummary: Takes the pictures.",
                    "title: Lawyer\nshort: Law\ngroup: desk\nsummary: Says what may be printed."
                ),
                ("Is there when it happens, with the light in the back and two cameras.", "Reads every line, and then once more."),
                ("| Photographer |", "| Law |"), ("| Write | A | R | C |", "| Write | A | R |  |"),
                ("| Illustrate | I | A | R |", "| Illustrate | I | A | C |"),
            ],
            gives: [
                "Lawyer: role added", "Photographer: role gone", "Daily work: column added: Lawyer (C: Illustrate)",
                "Daily work: column gone: Photographer (C: Write; R: Illustrate)",
            ]
        ),
        DiffCase("a page's file", [("guides/day.md", "guides/a-day.md")], gives: ["A day: slug 'guides/day' became 'guides/a-day'"]),
        DiffCase(
            "an alias",
            [("[Correspondent]", "[Stringer]")],
            gives: ["Reporter: alias added: Stringer", "Reporter: alias gone: Correspondent"]
        ),
    ]

    static let cards = [
        DiffCase(
            "a summary",
            [("Takes the pictures.", "Takes pictures.")],
            gives: ["Photographer: summary 'Takes the pictures.' became 'Takes pictures.'"]
        ),
        DiffCase(
            "a summary's source",
            [("printed. [@style]", "printed.")],
            gives: ["Editor: sources of summary changed: Style guide became none"]
        ),
        DiffCase("a group", [("group: desk", "group: field")], gives: ["Editor: group 'Desk' became 'Field'"]),
        DiffCase("a fact that comes", [("core_skills:", "involve: Early.\ncore_skills:")], gives: ["Editor: involve added: Early."]),
        DiffCase("a KPI", [("  - Readers\n", "  - Readers\n  - Speed\n")], gives: ["Editor: KPI added: Speed"]),
        DiffCase(
            "KPIs in another order",
            [("  - Readers\n  - Errors a week [@style]\n", "  - Errors a week [@style]\n  - Readers\n")],
            gives: []
        ),
        DiffCase(
            "a KPI in other words",
            [("Errors a week", "Errors a month")],
            gives: ["Editor: KPI 'Errors a week' became 'Errors a month'"]
        ),
        DiffCase(
            "a KPI's source",
            [("week [@style]", "week")],
            gives: ["Editor: sources of KPI 'Errors a week' changed: Style guide became none"]
        ),
        DiffCase(
            "a core skill",
            [("[Judgement]", "[Speed]")],
            gives: ["Editor: core skill added: Speed", "Editor: core skill gone: Judgement"]
        ),
        DiffCase("a responsibility's words", [("makes the plan", "keeps the plan")], gives: ["Editor: responsibility changed: Planning"]),
        DiffCase(
            "a responsibility's name",
            [("**Planning**", "**The plan**")],
            gives: ["Editor: responsibility 'Planning' became 'The plan'"]
        ),
        DiffCase(
            "a responsibility that comes and one that goes",
            [("- **Checking**: asks for a second source.", "- **Budget**: pays.")],
            gives: ["Editor: responsibility added: Budget", "Editor: responsibility gone: Checking"]
        ),
        DiffCase("a heading and an item", [("## Eras", "## Skills\n- **Ear**: listens.\n\n## Eras")], gives: ["Editor: skill added: Ear"]),
        DiffCase(
            "an item of an era",
            [("- Reads proofs.", "- Reads proofs.\n- Sets type.")],
            gives: ["Editor: item of the era 'Print era' added: Sets type."]
        ),
        DiffCase("prose", [("Reads everything before", "Reads all before")], gives: ["Editor: text changed"]),
        DiffCase("prose in other lines", [("Reads everything before it", "Reads everything\nbefore   it")], gives: []),
        DiffCase("emphasis", [("It begins at six", "It *begins* at six")], gives: []),
        DiffCase("where a link leads", [("(../roles/editor.md)", "(../roles/reporter.md)")], gives: ["A day: text changed"]),
    ]

    static let letters = [
        DiffCase("a letter", [("| Print | A | R |  |", "| Print | A | R | I |")], gives: ["Print: I added for Photographer"]),
        DiffCase("a letter that goes", [("| Illustrate | I |", "| Illustrate |  |")], gives: ["Illustrate: I gone from Editor"]),
        DiffCase("another letter", [("| R | C |", "| R | I |")], gives: ["Write: C of Photographer became I"]),
        DiffCase("a note", [("| R | C |", "| R | C (by phone) |")], gives: ["Write: C of Photographer became C (by phone)"]),
        DiffCase("a weak letter", [("| R | C |", "| R | (C) |")], gives: ["Write: C of Photographer became (C)"]),
        DiffCase(
            "a letter with a note",
            [("| Print | A | R |  |", "| Print | A | R | R (drafts) |")],
            gives: ["Print: R (drafts) added for Photographer"]
        ),
        DiffCase(
            "an A that moves",
            [("| Print | A | R |  |", "| Print |  | R | A |")],
            gives: ["Print: A moved from Editor to Photographer"]
        ),
        DiffCase("an A that joins an R", [("| Print | A | R |", "| Print |  | A/R |")], gives: ["Print: A moved from Editor to Reporter"]),
        DiffCase(
            "an A for a C",
            [("| Write | A | R | C |", "| Write | I | R | A |")],
            gives: ["Write: A moved from Editor, who has I now, to Photographer, who had C"]
        ),
        DiffCase(
            "a C that moves",
            [("| Illustrate | I | A | R |", "| Illustrate |  | A/I | R |")],
            gives: ["Illustrate: I moved from Editor to Reporter"]
        ),
        DiffCase(
            "more Rs",
            [("| Print | A | R |  |", "| Print | A/R | R | R |")],
            gives: ["Print: R added for Editor", "Print: R added for Photographer"]
        ),
        DiffCase(
            "a row that comes",
            [("| Illustrate |", "| Sell | A | R | |\n| Illustrate |")],
            gives: ["Daily work: row added: Sell (R: Reporter; A: Editor)"]
        ),
        DiffCase("a row that goes", [("| Print | A | R |  |\n", "")], gives: ["Daily work: row gone: Print (R: Reporter; A: Editor)"]),
        DiffCase("a row of another name", [("| Print |", "| Print it |")], gives: ["Daily work: row 'Print' became 'Print it'"]),
        DiffCase(
            "rows in another order",
            [("| Write | A | R | C |\n| Print | A | R |  |\n", "| Print | A | R |  |\n| Write | A | R | C |\n")],
            gives: []
        ),
        DiffCase(
            "columns in another order",
            [
                ("| Task | Ed | Reporter |", "| Task | Reporter | Ed |"), ("| Write | A | R |", "| Write | R | A |"),
                ("| Print | A | R |", "| Print | R | A |"), ("| Illustrate | I | A |", "| Illustrate | A | I |"),
            ],
            gives: []
        ),
        DiffCase("a column by another name", [("| Ed |", "| editor |")], gives: []),
        DiffCase(
            "a letter of a task that two matrices have",
            [
                ("-- content/activities", "-- content/raci/z.md --\n# Z\n\n| Task | Ed |\n|---|---|\n| Print | A |\n-- content/activities"),
                ("| Print | A | R |  |", "| Print | A | R | I |"),
            ],
            gives: ["Print: I added for Photographer in Daily work", "Z: matrix added"]
        ),
        DiffCase(
            "an exemption",
            [("title: Daily work\n", "title: Daily work\nexempt:\n  - {rule: no-accountable, row: Print, reason: None}\n")],
            gives: [
                "Daily work: exemption added: no-accountable of Print"
            ]
        ),
    ]

    static let work = [
        DiffCase(
            "a relation's basis",
            [("basis: stated", "basis: inferred")],
            gives: ["Editor · Reporter: basis 'stated' became 'inferred'"]
        ),
        DiffCase(
            "a relation's items",
            [("**Text**: one writes it, one mends it.", "**Facts**: both check."), ("meet at noon", "meet at ten")],
            gives: [
                "Editor · Reporter: overlap added: Facts", "Editor · Reporter: overlap gone: Text",
                "Editor · Reporter: collaboration 'They meet at noon.' became 'They meet at ten.'",
            ]
        ),
        DiffCase(
            "a relation the other way about",
            [("[editor, reporter]", "[reporter, editor]"), ("editor-reporter", "reporter-editor")],
            gives: []
        ),
        DiffCase(
            "another relation",
            [("[editor, reporter]", "[editor, photographer]")],
            gives: [
                "Editor · Photographer: relation added", "Editor · Reporter: relation gone",
            ]
        ),
        DiffCase(
            "who decides",
            [("decides: [editor]", "decides: [photographer]")],
            gives: ["Write: 'decides' moved from Editor to Photographer in the view of Style guide"]
        ),
        DiffCase(
            "who does it",
            [("responsible: [reporter]", "responsible: [reporter, editor]")],
            gives: ["Write: 'responsible' added for Editor in the view of Style guide"]
        ),
        DiffCase("a claim", [("The reporter writes.", "The reporter does.")], gives: ["Write: position changed: Style guide"]),
        DiffCase(
            "a source's title",
            [("title: Style guide", "title: Style book")],
            gives: ["Style guide: source renamed to 'Style book'"]
        ),
        DiffCase(
            "a source's author",
            [("author: The desk", "author: Ms Bell")],
            gives: ["Style guide: author 'The desk' became 'Ms Bell'"]
        ),
        DiffCase(
            "who drives",
            [("drives: [editor]", "drives: [reporter]"), ("takes_part: [reporter]", "takes_part: [editor]")],
            gives: [
                "Making: 'drives' moved from Editor, who has 'takes part' now, to Reporter, who had 'takes part'"
            ]
        ),
        DiffCase("an output", [("[A page]", "[A page, A plate]")], gives: ["Making: output added: A plate"]),
        DiffCase("a member", [("note: on call", "note: at home")], gives: ["Night shift: member changed: Reporter"]),
        DiffCase(
            "members",
            [("  - editor\n", "  - photographer\n")],
            gives: ["Night shift: member added: Photographer", "Night shift: member gone: Editor"]
        ),
        DiffCase(
            "one person in two roles",
            [("title: Night shift\n", "title: Night shift\nsame_person: [{roles: [reporter, editor], note: in summer}]\n")],
            gives: ["Night shift: person in several roles added: Editor and Reporter"]
        ),
        DiffCase("an activity's stage", [("stage: making\n", "")], gives: ["Write: stage gone: Making"]),
        DiffCase(
            "an activity's name",
            [("activities/write.md --\n---\ntitle: Write\n", "activities/write.md --\n---\ntitle: Writing\nalso: [Write]\n")],
            gives: [
                "Write: activity renamed to 'Writing'"
            ]
        ),
    ]
}
