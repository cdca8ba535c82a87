/// The sections that handbook knows by their headings.
public enum SectionName: String, Sendable, CaseIterable {
    case responsibilities, knowledge, skills, eras, accounts, differences
    case overlap, collaboration
    case questions, sequence

    /// Its headings when the settings name none.
    package var defaults: [String] {
        switch self {
        case .responsibilities: ["Responsibilities"]
        case .knowledge: ["Knowledge"]
        case .skills: ["Skills"]
        case .eras: ["Eras"]
        case .accounts: ["What the sources say"]
        case .differences: ["Where sources differ", "Where the sources differ"]
        case .overlap: ["Overlap", "Overlaps"]
        case .collaboration: ["Collaboration", "Collaborations"]
        case .questions: ["Questions"]
        case .sequence: ["Who comes in when", "Order of hiring"]
        }
    }
}

/// Which heading means which section, in the handbook's language.
public struct SectionNames: Sendable, Hashable {
    private var meanings: [String: SectionName] = [:]
    private var headings: [SectionName: String] = [:]

    /// The default headings, replaced where `settings` names others. The first of several is the one that is shown.
    /// A heading that the settings give to a section means no other one by default.
    public init(_ settings: [SectionName: [String]] = [:]) {
        for name in SectionName.allCases {
            let names = settings[name] ?? name.defaults
            headings[name] = names.first
            for heading in names { meanings[NameIndex.key(heading)] = name }
        }
        for name in SectionName.allCases {
            for heading in settings[name] ?? [] { meanings[NameIndex.key(heading)] = name }
        }
    }

    /// What a heading means, without regard to case and white space.
    public func meaning(of heading: String) -> SectionName? { meanings[NameIndex.key(heading)] }

    /// The heading of a section.
    public func heading(of name: SectionName) -> String { headings[name] ?? name.rawValue }
}
