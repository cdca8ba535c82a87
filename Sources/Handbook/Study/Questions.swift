import Markdown

/// The questions that a handbook answers: on each role's facts, on who answers for a task and who does it, on who drives
/// a stage. What the handbook does not say is not asked.
public enum Questions {
    /// Every question: by kind, then in the order of roles, matrices, activities, stages. A role, a row and a stage give a
    /// bounded number, so there are as many as the handbook is large.
    public static func all(_ handbook: Handbook, _ analysis: Analysis) -> [Question] {
        FactQuestions(handbook: handbook, likenesses: analysis.likenesses).all()
            + WorkQuestions(handbook: handbook, analysis: analysis).all()
    }
}

/// Who stands near whom: those of the same group first, counted on from one, then the others.
struct Neighbourhood {
    /// So far it is looked for a wrong choice in the group, and again as far outside of it: the work grows in line with
    /// the roles even where all of them say the same.
    static let reach = 40

    private let groups: [String?]
    private let members: [String?: [Int]]
    /// Where each one stands in its group.
    private let places: [Int]

    /// - Parameter groups: the group of each one.
    init(_ groups: [String?]) {
        var members: [String?: [Int]] = [:]
        var places: [Int] = []
        for (index, group) in groups.enumerated() {
            places.append(members[group]?.count ?? 0)
            members[group, default: []].append(index)
        }
        self.groups = groups
        self.members = members
        self.places = places
    }

    /// Those around one of them, the nearest first.
    func around(_ index: Int) -> [Int] {
        let own = members[groups[index]] ?? []
        let near = (1..<max(own.count, 1)).prefix(Self.reach).map { own[(places[index] + $0) % own.count] }
        // Roles stand by group, so the others begin where the group ends.
        let far = (1..<max(groups.count, 1)).prefix(Self.reach).map { ((own.last ?? index) + $0) % groups.count }
        return near + far.filter { groups[$0] != groups[index] }
    }
}
