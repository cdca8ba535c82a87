/// What a letter of a matrix is called. Raw values are the keys of the theme's words.
public enum LetterName: String, Sendable, CaseIterable {
    case responsible, accountable, consulted, informed, supports, verifies
    case signsOff = "signs_off"
    case drives = "drives_letter"
    case approves, contributes, recommends, agrees, performs, input, decides

    /// How messages speak of a role with the letter.
    var adjective: String {
        switch self {
        case .supports: "supporting"
        case .verifies: "verifying"
        case .signsOff: "signing"
        case .drives: "driving"
        case .approves: "approving"
        case .contributes: "contributing"
        case .recommends: "recommending"
        case .agrees: "agreeing"
        case .performs: "performing"
        case .input: "advising"
        case .decides: "deciding"
        default: rawValue
        }
    }

    /// Words that head a column of roles with this letter, in lower case.
    var defaults: [String] {
        switch self {
        case .responsible: ["responsible"]
        case .accountable: ["accountable"]
        case .consulted: ["consulted", "consult"]
        case .informed: ["informed", "inform"]
        case .supports: ["supports", "support", "supporting"]
        case .verifies: ["verifies", "verify", "verifier"]
        case .signsOff: ["signs off", "sign off", "sign-off", "signatory"]
        case .drives: ["driver", "drives", "drive"]
        case .approves: ["approver", "approves", "approve"]
        case .contributes: ["contributor", "contributors", "contributes", "contribute"]
        case .recommends: ["recommends", "recommend"]
        case .agrees: ["agrees", "agree"]
        case .performs: ["performs", "perform"]
        case .input: ["input", "gives input"]
        case .decides: ["decides", "decide", "decider"]
        }
    }
}

extension Scheme {
    /// What a letter of the scheme is called in it.
    public func name(of letter: Character) -> LetterName {
        switch (self, letter) {
        case (.daci, "D"): .drives
        case (.daci, "A"): .approves
        case (.daci, "C"): .contributes
        case (.rapid, "R"): .recommends
        case (.rapid, "A"): .agrees
        case (.rapid, "P"): .performs
        case (.rapid, "I"): .input
        case (.rapid, "D"): .decides
        case (.raciVS, "S"): .signsOff
        case (_, "S"): .supports
        case (_, "V"): .verifies
        case (_, "R"): .responsible
        case (_, "A"): .accountable
        case (_, "C"): .consulted
        default: .informed
        }
    }

    /// The letter of a name. Matrices by DACI are also headed with the words of RACI, where the letters are the same.
    func letter(named name: LetterName) -> Character? {
        if let letter = letters.first(where: { self.name(of: $0) == name }) { return letter }
        switch (self, name) {
        case (.daci, .accountable): return "A"
        case (.daci, .consulted): return "C"
        default: return nil
        }
    }
}
