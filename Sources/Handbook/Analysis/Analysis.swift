import Diagnostics
import Markdown

/// What follows from a resolved handbook: who does which work in whose view, what each role carries, which pages lead to
/// which.
///
/// It is computed once, right after the handbook is resolved, in a few passes over it. Checks, pages and formats all read
/// the same values; none of them goes through every matrix or activity by itself. They are behind one reference.
public final class Analysis: Sendable {
    /// Compares names of skills and the like, by the settings' synonyms.
    public let likenesses: Likenesses
    /// The tasks of all matrices, by role and by name.
    public let tasks: TaskIndex
    /// Tasks of matrices, and whom each matrix makes accountable for them, in the order of the matrices' rows.
    public let accountableClaims: [AccountableClaims]
    /// Which pages link to a page, and which cite a source.
    public let backlinks: Backlinks
    /// The activities on which sources differ, in the handbook's order.
    public let disputed: [Activity]

    /// Which roles the cards of roles name.
    var mentions: RoleMentions { mentioned.value }

    private let mentioned: OnDemand<RoleMentions>
    private let tallies: [String: Tally]
    private let roles: [String: RoleWork]
    private let stages: [String: StageWork]
    private let disputedBySource: [String: [Activity]]

    /// Analyses a handbook.
    ///
    /// - Parameter earlier: the analysis of an earlier state of it. What depends on pages that are the same is not computed again.
    public init(_ handbook: Handbook, reusing earlier: Analysis? = nil) {
        let known = earlier?.mentioned
        mentioned = OnDemand { RoleMentions(handbook, reusing: known?.value) }
        likenesses = Likenesses(synonyms: handbook.settings.synonyms) { handbook.roles.flatMap(\.comparedNames) }
        tasks = TaskIndex(handbook)
        accountableClaims = AccountableClaims.gather(handbook)
        backlinks = Backlinks(handbook)
        let positions = Positions.gather(handbook)
        var tallies: [String: Tally] = [:]
        for activity in handbook.activities { tallies[activity.slug] = Tally(of: activity, positions[activity.slug] ?? []) }
        self.tallies = tallies
        stages = StageWork.gather(handbook, tallies)
        roles = RoleWork.gather(handbook, tallies)
        disputed = handbook.activities.filter { tallies[$0.slug]?.verdict == .differ }
        var disputedBySource: [String: [Activity]] = [:]
        for activity in disputed {
            for source in Set((tallies[activity.slug]?.positions ?? []).compactMap(\.source)) {
                disputedBySource[source, default: []].append(activity)
            }
        }
        self.disputedBySource = disputedBySource
    }

    /// What is said of who does an activity.
    public func tally(of activity: Activity) -> Tally { tallies[activity.slug] ?? Tally(of: activity, []) }

    /// What a role has to do with the work. It is empty for a role that no matrix, source, stage or team names.
    ///
    /// - Parameter role: the role's slug.
    public func work(of role: String) -> RoleWork { roles[role] ?? RoleWork() }

    /// The work of a stage.
    ///
    /// - Parameter stage: the stage's slug.
    public func work(ofStage stage: String) -> StageWork { stages[stage] ?? StageWork() }

    /// Activities on which a source takes a position, and on which sources differ, in the handbook's order.
    ///
    /// - Parameter source: the source's key.
    public func disputed(withSource source: String) -> [Activity] { disputedBySource[source] ?? [] }

    /// The tasks for which two matrices have different accountable roles, in the order of the matrices' rows.
    public var contradictions: [AccountableClaims] { accountableClaims.filter { !$0.pairs.isEmpty } }
}
