import Handbook

/// Headings under which pages that were not written for handbook have the sections that it knows.
enum SectionWords {
    /// What a heading means, if it is not one of handbook's own names for it.
    static func meaning(of heading: String) -> SectionName? { meanings[bare(heading)] }

    /// Whether a heading is over measures, which handbook reads from the front matter.
    static func isMeasures(_ heading: String) -> Bool { measures.contains(bare(heading)) }

    /// In lower case, without a number or a sign before it and a colon or the like behind it.
    private static func bare(_ heading: String) -> String {
        var words = NameIndex.key(heading)[...].drop { !$0.isLetter }
        while let last = words.last, !last.isLetter, !last.isNumber { words.removeLast() }
        return String(words).replacing("’", with: "'")
    }

    private static let measures: Set<String> = [
        "kpi", "kpis", "key performance indicators", "metrics", "measures", "success metrics", "how success is measured", "kennzahlen",
    ]

    private static let words: [(SectionName, [String])] = [
        (
            .responsibilities,
            [
                "responsibilities", "responsibility", "duties", "key responsibilities", "main responsibilities", "core responsibilities",
                "primary responsibilities", "role and responsibilities", "roles and responsibilities", "duties and responsibilities",
                "accountabilities", "responsible for", "what i do", "what we do", "what you do", "what you will do", "what you'll do",
                "what they do", "tasks", "key tasks", "main tasks", "your tasks", "aufgaben", "verantwortlichkeiten", "verantwortung",
                "missions",
                "responsabilités", "responsabilidades", "funciones",
            ]
        ),
        (
            .knowledge,
            [
                "knowledge", "must know", "need to know", "needs to know", "what i know", "what you know", "what to know", "what they know",
                "required knowledge", "domain knowledge", "key knowledge", "wissen", "kenntnisse", "fachwissen", "connaissances",
                "conocimientos",
            ]
        ),
        (
            .skills,
            [
                "skills", "key skills", "core skills", "main skills", "required skills", "skills required", "must have", "competencies",
                "competences", "abilities", "qualifications", "what you bring", "fähigkeiten", "fertigkeiten", "kompetenzen", "compétences",
                "habilidades",
            ]
        ),
        (.eras, ["eras"]),
        (
            .overlap,
            ["overlap", "overlaps", "where they overlap", "shared work", "shared responsibilities", "what they share", "überschneidungen"]
        ),
        (
            .collaboration,
            ["collaboration", "collaborations", "working together", "how they work together", "how they collaborate", "zusammenarbeit"]
        ),
    ]

    private static let meanings: [String: SectionName] = Dictionary(
        words.flatMap { name, words in words.map { ($0, name) } }
    ) { first, _ in first }
}
