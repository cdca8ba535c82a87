/// Words in matrices: for the letters, for totals, for columns that are not roles, for "and" and "all".
///
/// To those that are built in come the handbook's own words for the letters and for totals, as `strings:` has them, and
/// the lists under `matrices:` in the settings.
public struct MatrixWords: Sendable {
    /// What a heading or a cell can say beside a role's or a task's name.
    package enum Meaning: Hashable, Sendable {
        case letter(LetterName)
        case totals
        /// A column of numbers in front of the tasks.
        case numbers
        /// The tasks.
        case tasks
        /// Roles or people, down the side of the table.
        case roles
        /// Prose beside the letters.
        case notes
        /// Every role, in a cell of names.
        case all
        /// "and", between two names or letters.
        case and

        /// The key under `matrices:`.
        var key: String {
            switch self {
            case .letter(let name): name.rawValue
            case .totals: "totals"
            case .numbers: "numbers"
            case .tasks: "tasks"
            case .roles: "roles"
            case .notes: "notes"
            case .all: "all"
            case .and: "and"
            }
        }

        /// What the settings' description says of its words.
        var description: String {
            switch self {
            case .tasks: "More words that head the column of tasks."
            case .roles: "More words that head a column of roles or people, down the side of the table."
            case .notes: "More words that head a column of prose."
            case .all: "More words that stand for every role in a cell of names."
            case .and: "More words for 'and' between two names or letters."
            case .letter, .totals, .numbers: "More words for '\(defaults.first ?? key)' in headings of matrices."
            }
        }

        static let everyMeaning: [Meaning] =
            LetterName.allCases.map(Meaning.letter) + [.totals, .numbers, .tasks, .roles, .notes, .all, .and]

        /// Whether the theme's word of the same key is one of its words.
        fileprivate var isThemes: Bool {
            switch self {
            case .letter, .totals: true
            default: false
            }
        }

        fileprivate var defaults: [String] {
            switch self {
            case .letter(let name): name.defaults
            case .totals:
                [
                    "total", "totals", "grand total", "subtotal", "subtotals", "sub-total", "sum", "sums", "count", "counts", "tally", "Σ",
                    "∑",
                    "summe", "summen", "gesamt", "anzahl", "somme", "totaux", "suma", "totales", "soma", "totais", "totale", "totaal",
                ]
            case .numbers: ["#", "№", "no", "no.", "nr", "nr.", "id"]
            case .tasks:
                [
                    "task", "tasks", "activity", "activities", "step", "steps", "decision", "decisions", "process", "work", "aufgabe",
                    "aufgaben", "aktivität", "aktivitäten", "tätigkeit", "tâche", "tâches", "activité", "tarea", "tareas", "actividad",
                    "tarefa", "atividade", "compito", "attività", "taak", "activiteit", "uppgift", "opgave", "zadanie", "задача", "任务",
                    "タスク", "작업", "görev", "مهمة", "משימה",
                ]
            case .roles:
                [
                    "role", "roles", "person", "people", "name", "names", "who", "team member", "member", "position", "rolle", "rollen",
                    "wer", "rôle", "rôles", "personne", "rol", "persona", "quién", "função", "pessoa", "ruolo", "chi", "wie", "roll",
                    "rola",
                    "роль", "角色", "役割", "担当", "담당", "rol adı", "دور", "תפקיד",
                ]
            case .notes: MatrixWords.noteDefaults
            case .all:
                [
                    "all", "everyone", "everybody", "all roles", "alle", "tous", "toutes", "todos", "todas", "tutti", "allen", "alla",
                    "wszyscy",
                    "все", "所有人", "全員", "전원", "herkes", "الجميع", "כולם",
                ]
            case .and: MatrixWords.joiningDefaults.sorted()
            }
        }
    }

    /// Words that join two letters or two names, in lower case.
    package static let joiningDefaults: Set<String> = [
        "and", "then", "und", "dann", "sowie", "et", "puis", "y", "luego", "e", "poi", "depois", "en", "dan", "och", "og", "oraz", "и",
        "ve",
        "و", "ו",
    ]

    private static let noteDefaults = [
        "note", "notes", "comment", "comments", "remark", "remarks", "explanation", "additional information", "description", "details",
        "tool",
        "tools", "tooling", "frequency", "cadence", "how often", "when", "how", "why", "where", "due", "due date", "deadline", "timing",
        "schedule", "duration", "effort", "status", "priority", "risk", "risks", "reason", "rationale", "example", "examples", "link",
        "links",
        "reference", "references", "output", "outputs", "deliverable", "deliverables", "artifact", "artifacts", "artefact", "artefacts",
        "channel", "trigger", "anmerkung", "anmerkungen", "bemerkung", "bemerkungen", "hinweis", "hinweise", "kommentar", "kommentare",
        "beschreibung", "werkzeug", "werkzeuge", "häufigkeit", "wann", "turnus", "ergebnis", "remarque", "remarques", "commentaire",
        "commentaires", "outil", "outils", "fréquence", "quand", "nota", "notas", "comentario", "comentarios", "observaciones",
        "herramienta",
        "herramientas", "frecuencia", "comentários", "observações", "ferramenta", "ferramentas", "frequência", "commento", "commenti",
        "strumento", "strumenti", "frequenza", "opmerking", "opmerkingen", "toelichting", "frequentie", "备注", "備考", "비고", "notlar",
        "ملاحظات", "הערות",
    ]

    /// By word. A word with two meanings of one kind is told apart by the scheme, if at all.
    private var meanings: [String: Set<Meaning>] = [:]

    /// The built-in words.
    package static let standard = MatrixWords()

    /// The built-in words, those of the handbook's `strings`, and more.
    package init(strings: [String: String] = [:], more: [Meaning: [String]] = [:]) {
        for meaning in Meaning.everyMeaning {
            let own = meaning.isThemes ? strings[meaning.key] : nil
            for word in meaning.defaults + [own].compactMap(\.self) + (more[meaning] ?? []) {
                meanings[NameIndex.key(word), default: []].insert(meaning)
            }
        }
    }

    /// Whether a heading says that the column under it numbers the rows.
    package func isNumbers(_ heading: String) -> Bool { has(heading, .numbers) }

    /// Whether a heading says that tasks are below it.
    package func isTasks(_ heading: String) -> Bool { has(heading, .tasks) }

    /// Whether a heading says that roles or people are below it.
    package func isRoles(_ heading: String) -> Bool { has(heading, .roles) }

    /// Whether a name in a cell stands for every role.
    package func isEveryRole(_ name: String) -> Bool { has(name, .all) }

    /// Whether a heading says that prose is below it: `Notes`, `Tool / frequency`, `Comments (optional)`.
    package func isNotes(_ heading: String) -> Bool {
        let bare = String(heading.prefix { $0 != "(" })
        let parts = bare.split { "/&,+".contains($0) }.flatMap { $0.split(separator: " and ") }
        return !parts.isEmpty && parts.allSatisfy { has(String($0.drop { $0 == " " }.prefix { $0 != ":" }), .notes) }
    }

    /// Words that join two letters or two names, in lower case.
    package var joining: Set<String> { Set(meanings.filter { $0.value.contains(.and) }.keys) }

    private func has(_ word: String, _ meaning: Meaning) -> Bool { meanings[NameIndex.key(word)]?.contains(meaning) == true }

    /// The letter that a heading names: `Responsible`, `R`, `Responsible (R)` or `R (Responsible)`.
    package func letter(_ heading: String, in scheme: Scheme) -> Character? {
        let bare = String(heading.prefix { $0 != "(" }).trimmingWhitespace
        if let letter = letter(called: bare, in: scheme) { return letter }
        guard bare.count == 1, let letter = bare.uppercased().first else { return nil }
        return scheme.letters.contains(letter) ? letter : nil
    }

    private func letter(called word: String, in scheme: Scheme) -> Character? {
        let letters = (meanings[NameIndex.key(word)] ?? []).compactMap { meaning -> Character? in
            if case .letter(let name) = meaning { scheme.letter(named: name) } else { nil }
        }
        return Set(letters).count == 1 ? letters.first : nil
    }
}

// MARK: - Totals

extension MatrixWords {
    /// What a heading of totals counts.
    package struct TotalsHeading: Equatable {
        /// The one letter that it names.
        let letter: Character?
    }

    /// Words that say "number", but not that they are totals: those need a letter beside them.
    private static let counting: Set<String> = ["#", "№", "no", "nr", "num", "number", "numbers"]
    private static let joining: Set<String> = ["of", "the", "per", "all"]

    /// What a heading counts if it is one of totals: `Total`, `Summe:`, `# of A`, `Total R's`, `Number of Accountable`.
    package func totals(_ heading: String, in scheme: Scheme) -> TotalsHeading? {
        let words = Self.words(heading).filter { $0 != scheme.rawValue }
        if isTotals(words.joined(separator: " ")) { return TotalsHeading(letter: nil) }
        let rest = words.filter { !Self.counting.contains($0) && !isTotals($0) }
        guard rest.count < words.count else { return nil }
        let name = rest.filter { !Self.joining.contains($0) }.joined(separator: " ")
        let letter = letter(name, in: scheme) ?? letter(Self.singular(name), in: scheme)
        return letter.map { TotalsHeading(letter: $0) }
    }

    private func isTotals(_ word: String) -> Bool { meanings[NameIndex.key(word)]?.contains(.totals) == true }

    /// `as`, `a's`: several letters A.
    private static func singular(_ word: String) -> String {
        if word.hasSuffix("'s") || word.hasSuffix("’s") { return String(word.dropLast(2)) }
        return word.count == 2 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    /// Runs of letters and digits in lower case; `#`, `№` and `∑` are words of their own.
    private static func words(_ heading: String) -> [String] {
        var words: [String] = []
        var isOpen = false
        for character in heading.lowercased() {
            let isSign = "#№∑".contains(character)
            let isPart = character.isLetter || character.isNumber || (isOpen && "'’-".contains(character))
            if isPart, isOpen { words[words.count - 1].append(character) }
            if isSign || (isPart && !isOpen) { words.append(String(character)) }
            isOpen = isPart
        }
        return words
    }
}
