/// The letters a matrix may hold, and which of them carries the answer for a task.
public enum Scheme: String, Sendable, CaseIterable {
    case raci, rasci
    case raciVS = "raci-vs"
    case daci, rapid

    /// The letters in the order of the scheme's name.
    public var letters: [Character] {
        switch self {
        case .raci: ["R", "A", "C", "I"]
        case .rasci: ["R", "A", "S", "C", "I"]
        case .raciVS: ["R", "A", "C", "I", "V", "S"]
        case .daci: ["D", "A", "C", "I"]
        case .rapid: ["R", "A", "P", "I", "D"]
        }
    }

    /// The letter that exactly one role has in a row: who answers for the result, approves or decides.
    public var accountable: Character { self == .rapid ? "D" : "A" }

    /// The letter of who does the work, or, by DACI, drives it.
    public var responsible: Character {
        switch self {
        case .raci, .rasci, .raciVS: "R"
        case .daci: "D"
        case .rapid: "P"
        }
    }

    /// The letter of who is asked.
    var consulted: Character { self == .rapid ? "I" : "C" }

    /// The letter of who is told; RAPID has none.
    var informed: Character? { self == .rapid ? nil : "I" }

    /// Letters that say that somebody is asked or told.
    var asking: [Character] { self == .rapid ? ["R", "A", "I"] : ["C", "I"] }

    /// Letters that ask for less than a part in the work: not to be joined with the accountable one.
    var weak: Set<Character> { self == .rapid ? ["I"] : ["C", "I"] }

    /// Whether the accountable role does a task for which nobody else is said to: by RACI and its kin, A implies R.
    var impliesResponsible: Bool { self != .daci && self != .rapid }

    /// Whether a row has exactly one responsible role too, as by DACI.
    var hasOneResponsible: Bool { self == .daci }
}

// MARK: - Letters in one cell

extension Scheme {
    /// The letters, the strongest first.
    private var byStrength: [Character] {
        switch self {
        case .raci: ["A", "R", "C", "I"]
        case .rasci: ["A", "R", "S", "C", "I"]
        case .raciVS: ["A", "R", "S", "V", "C", "I"]
        case .daci: ["A", "D", "C", "I"]
        case .rapid: ["D", "A", "R", "P", "I"]
        }
    }

    /// Whether one role can have both: who answers for a task may do it. By RACI-VS, who answers for it may also verify
    /// it and sign it off, but not who does it. By RAPID, anybody may perform what was decided.
    private func goTogether(_ a: Character, _ b: Character) -> Bool {
        let pair: Set<Character> = [a, b]
        switch self {
        case .raciVS: return pair == ["A", "R"] || pair.isSubset(of: ["A", "V", "S"])
        case .rapid: return pair.contains("P")
        default: return pair == [accountable, responsible]
        }
    }

    /// Letters each once, the strongest first.
    func strongestFirst(_ letters: [Character]) -> [Character] { byStrength.filter(letters.contains) }

    /// Letters as one cell has them, the strongest first: `A/R`.
    func written(_ letters: [Character]) -> String { strongestFirst(letters).map(String.init).joined(separator: "/") }

    /// What the letters of a cell come to: of those that do not go together, the stronger. In the order in which they are given.
    func meant(_ letters: [Character]) -> [Character] {
        var kept: [Character] = []
        for letter in byStrength where letters.contains(letter) && kept.allSatisfy({ goTogether($0, letter) }) { kept.append(letter) }
        return letters.filter(kept.contains)
    }
}
