/// What a letter of a matrix says of a role, whatever its scheme calls it.
public enum LetterMeaning: Sendable, CaseIterable {
    /// Has the last word: answers for the result, or decides.
    case lastWord
    /// Approves of the result beside the one who has the last word.
    case signOff
    /// Does the work.
    case work
    /// Has a hand in the work: supports it, or recommends what to do.
    case help
    /// Looks whether the result is right, or agrees to it.
    case check
    /// Is asked.
    case advice
    /// Is told.
    case news
}

extension Scheme {
    /// What a letter means in this scheme. No two letters of a scheme mean the same.
    public func meaning(of letter: Character) -> LetterMeaning {
        if letter == accountable { return .lastWord }
        if letter == responsible { return .work }
        return switch (self, letter) {
        case (.rapid, "R"), (.rasci, "S"): .help
        case (.rapid, "A"), (_, "V"): .check
        case (.raciVS, "S"): .signOff
        case (.rapid, "I"), (_, "C"): .advice
        default: .news
        }
    }
}
