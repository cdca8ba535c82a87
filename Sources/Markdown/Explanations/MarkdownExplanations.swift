import Diagnostics

extension RuleGroup {
    /// The rules about files, front matter and Markdown, explained.
    public static let markdown: [RuleGroup] = [frontMatter, texts]

    private static func text(_ body: String) -> String { role("title: Tester") + "\n\(body)\n" }

    private static func role(_ front: String) -> String { "-- content/roles/tester.md --\n---\n\(front)\n---\n" }

    private static let frontMatter = RuleGroup(
        "front-matter",
        "Front matter",
        [
            Explanation(
                .unknownKey,
                "A key with a slip in it would be read by nobody, and its fact would be missing without a word.",
                "Take the key that is proposed. A note of your own can stay, as a comment or listed under `private:`. `handbook check --fix` mends plain slips.",
                wrong: role("title: Tester\nsumary: Tests."),
                right: role("title: Tester\nsummary: Tests.")
            ),
            Explanation(
                .wrongType,
                "A key has one meaning. A number where a list belongs could be taken in several ways.",
                "Write the value as the remedy says.",
                wrong: role("title: Tester\norder: first"),
                right: role("title: Tester\norder: 1")
            ),
            Explanation(
                .missingKey,
                "Some pages are about nothing without a key: a relation without its two roles, a position without its source.",
                "Add the key.",
                wrong: "-- content/relations/first.md --\n# Two roles that nobody names\n",
                right: "-- content/relations/first.md --\n---\nbetween: [data-engineer, ml-engineer]\n---\n"
            ),
            Explanation(
                .duplicateKey,
                "Of two values for a key only one could count, and YAML does not say which.",
                "Keep one of the two.",
                wrong: role("title: Tester\ntitle: Test Engineer"),
                right: role("title: Tester")
            ),
            Explanation(
                .yamlSyntax,
                "What cannot be read as YAML has no keys. Often a text holds `: ` or begins with a sign that YAML keeps for itself.",
                "Put the text into quotes. The finding marks the place at which the reading failed.",
                wrong: role("title: Tester: the last one"),
                right: role("title: \"Tester: the last one\"")
            ),
            Explanation(
                .yamlLimit,
                "A small text in YAML can stand for a huge value, by aliases and deep nesting. The limits keep every build short.",
                "Write the values out, and nest them less.",
                shown: "aliases: [[[[[[[[[[[[…]]]]]]]]]]]]"
            ),
            Explanation(
                .cutByComment,
                "To YAML, a `#` behind a space begins a comment. The text ends before it, and nobody sees what is missing.",
                "Put the text in quotes. Before a comment, write two spaces.",
                wrong: role("title: Tester of C # and friends"),
                right: role("title: \"Tester of C # and friends\"")
            ),
            Explanation(
                .curlyQuotes,
                "Only straight quotes are quotes to YAML. Curly ones become part of the name, and no other page finds it.",
                "Write straight quotes, or none.",
                wrong: role("title: “Tester”"),
                right: role("title: Tester")
            ),
            Explanation(
                .unclosedFrontMatter,
                "Front matter that does not end takes the whole page with it.",
                "Write a line `---` after the last key.",
                wrong: "-- content/roles/tester.md --\n---\ntitle: Tester\n\nTests everything.\n",
                right: "-- content/roles/tester.md --\n---\ntitle: Tester\n---\n\nTests everything.\n"
            ),
            Explanation(
                .misplacedFrontMatter,
                "Front matter is YAML at the top of a page between two lines `---`. Behind text or a comment, indented, with other fences or none, its keys would be shown to readers, and `draft: true` would have no effect.",
                "Move it to the first line, and write `---` before and after it. If the lines are no front matter, put them into a code block.",
                wrong: "-- content/roles/tester.md --\n<!-- Checked. -->\n---\ntitle: Tester\n---\n\nTests everything.\n",
                right: "-- content/roles/tester.md --\n---\ntitle: Tester\n---\n<!-- Checked. -->\n\nTests everything.\n"
            ),
            Explanation(
                .unclosedComment,
                "Text between `%%` and `%%` is a comment, as in Obsidian: readers do not see it. Without the second `%%` they would.",
                "Write `%%` at the end of the comment.",
                wrong: role("title: Tester") + "\n%% Ask Kim first.\n",
                right: role("title: Tester") + "\n%% Ask Kim first. %%\n"
            ),
            Explanation(
                .invalidPrivate,
                "`private:` keeps keys from being published. A slip in it would publish what was meant to be kept.",
                "Take the key that is proposed. A page that is private as a whole goes to `content/private/`.",
                wrong: role("title: Tester\ninvolve: Early.\nprivate: [involv]"),
                right: role("title: Tester\ninvolve: Early.\nprivate: [involve]")
            ),
        ]
    )

    private static let texts = RuleGroup(
        "texts",
        "Texts",
        [
            Explanation(
                .conflictMarker,
                "Git writes both sides of a conflict into a file. Readers would get both, and lines that mean nothing to them.",
                "Keep what is right of both sides, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
                wrong: text("<<<<<<< HEAD\nTests everything.\n=======\nTests most things.\n>>>>>>> other"),
                right: text("Tests everything.")
            ),
            Explanation(
                .notALink,
                "An address with spaces in it, or a label without a definition, is text to Markdown. Readers see brackets in place of a link.",
                "Write the address between `<` and `>`, or define the label. Text that is no link has a backslash before its bracket: `\\[`.",
                wrong: text("See [the guide](my guide.md)."),
                right: text("See [the guide](<my guide.md>).") + "-- content/roles/my guide.md --\n# My guide\n"
            ),
            Explanation(
                .notAHeading,
                "Without a space behind its signs, a heading is text, and the section below it belongs to the one before.",
                "Write the space: `## Skills`. Text that is no heading has a backslash before its sign: `\\##`.",
                wrong: text("##Skills\n\n- Testing"),
                right: text("## Skills\n\n- Testing")
            ),
            Explanation(
                .invalidUTF8,
                "A file in another encoding shows wrong letters, and no program can be sure which.",
                "Save the file as UTF-8: editors call it the encoding.",
                shown: "$ iconv -f latin1 -t utf8 old.md > content/old.md"
            ),
            Explanation(
                .controlCharacter,
                "Control characters cannot be seen, break HTML and XML, and can hide what a text says. They come from copied text.",
                "Delete the character at the marked place.",
                wrong: "-- content/guide.md --\n# Guide\n\nBe\u{8}ll\n",
                right: "-- content/guide.md --\n# Guide\n\nBell\n"
            ),
            Explanation(
                .markdownLimit,
                "Some texts take a Markdown parser more than linear time: huge tables, thousands of brackets, deep nesting. The limits keep every build short. A page over a limit is left empty.",
                "Split the page, or what the finding names.",
                shown: "A list in a list in a list …, deeper than any page needs."
            ),
            Explanation(
                .duplicateAnchor,
                "A link to an anchor opens the first place that has it. The second cannot be linked to.",
                "Give one of the two another `{#anchor}`.",
                wrong: "-- content/guide.md --\n# Guide\n\n## First {#step}\n\nText.\n\n## Second {#step}\n\nText.\n",
                right: "-- content/guide.md --\n# Guide\n\n## First {#step-1}\n\nText.\n\n## Second {#step-2}\n\nText.\n"
            ),
        ]
    )
}
