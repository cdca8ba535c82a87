import Handbook

/// One difference between two states of a handbook, by what it means.
public struct HandbookChange: Sendable, Hashable {
    /// What has changed.
    public let subject: Subject
    /// How.
    public let event: Event
    /// Slugs of the roles it concerns; those of the new handbook, but for roles that are gone.
    public let roles: [String]

    /// A page, or the settings.
    public struct Subject: Sendable, Hashable {
        /// The page in the new handbook, or in the old one if it is gone; `nil` for the settings.
        public let page: PageID?
        /// Its title.
        public let title: String
        /// Its file in the project.
        public let path: String
    }

    /// What has happened to it.
    public enum Event: Sendable, Hashable {
        /// It is new.
        case added
        /// It is there no more.
        case gone
        /// It has another title; `from` is the old one.
        case renamed(from: String)
        /// It has another slug; `from` is the old one.
        case moved(from: String)
        /// Its prose is another.
        case text
        /// A fact with one value.
        case fact(ChangedFact, from: String?, to: String?)
        /// An entry of one of its lists.
        case item(ChangedList, ItemChange)
        /// Who has which part in a piece of work.
        case part(PartPlace, PartChange)
    }
}

/// A fact of a page that has one value. The raw values are stable: programs read them.
public enum ChangedFact: String, Sendable, CaseIterable {
    case short, summary, group, side, involve
    case basis, scheme, stage, era
    case author, type, url, published, retrieved
    case title, description, language
}

/// A list of a page, or of the settings.
public enum ChangedList: Sendable, Hashable {
    case aliases, kpis, deliverables, coreSkills
    case responsibilities, knowledge, skills, accounts, differences
    /// What a role does in the era of a title.
    case era(String)
    case overlap, collaboration
    case rows, columns, exemptions
    case positions, outputs, members, people, follows, sources
    case groups, sides, eras
}

/// What has happened to an entry of a list. Entries are told apart by their name: the lead, or else all of their words.
public enum ItemChange: Sendable, Hashable {
    /// It is new; `detail` is what it says beyond its name.
    case added(String, detail: String)
    /// It is there no more.
    case gone(String, detail: String)
    /// It has another name.
    case became(from: String, to: String)
    /// It says something else beyond its name.
    case changed(String, from: String, to: String)
    /// It rests on other sources.
    case sources(String, from: [String], to: [String])
}

/// Where roles have parts in a piece of work.
public enum PartPlace: Sendable, Hashable {
    /// A row of a matrix, by its task; `isShared` when another matrix has a row of that name.
    case row(String, isShared: Bool)
    /// A source's position on an activity, by the source's title.
    case position(source: String)
    /// A stage.
    case stage
}

/// A role that has, or had, a part.
public struct PartHolder: Sendable, Hashable {
    /// Its slug; `nil` for a column that names no role.
    public let slug: String?
    /// Its title, or the column's header.
    public let title: String
}

/// How a part, such as the letter A, has passed from role to role.
public enum PartChange: Sendable, Hashable {
    /// From the one role that lost it to the one that got it; `after` is what the first has got instead, `before` what
    /// the second has given up for it.
    case moved(String, from: PartHolder, to: PartHolder, after: [String], before: [String])
    /// A role has another part than before.
    case became(PartHolder, from: String, to: String)
    /// A role has got it.
    case added(String, PartHolder)
    /// A role has lost it.
    case gone(String, PartHolder)
}
