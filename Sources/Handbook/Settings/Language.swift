/// What a language's tag says of how it is written.
struct Language {
    /// The first subtag, in lower case.
    private let primary: String
    /// The subtag of four letters that names the script, in lower case.
    private let script: String?

    /// Reads a tag as BCP 47 has it: `ar`, `az-Arab`, `ks-Deva-IN`.
    init(_ tag: String) {
        let subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }
        primary = subtags.first.map(String.init) ?? ""
        script = subtags.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }.map(String.init)
    }

    /// Whether it is written from right to left, by its script or, without one, by the script that it usually has.
    var writesFromRight: Bool { script.map(Self.scriptsFromRight.contains) ?? Self.languagesFromRight.contains(primary) }

    /// Whether its dotless `ı` and its `i` are two letters in capitals too, as in Turkish.
    var hasDotlessI: Bool { ["tr", "az", "crh", "tt"].contains(primary) && script.map { $0 == "latn" } ?? true }

    private static let scriptsFromRight: Set<String> = [
        "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "syre", "syrj", "syrn", "thaa", "yezi",
    ]
    private static let languagesFromRight: Set<String> = [
        "ar", "arc", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo",
        "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
    ]
}
