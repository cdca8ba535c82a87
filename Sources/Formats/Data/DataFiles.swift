import Diagnostics
import Handbook
import Markdown

/// The handbook for programs: `handbook.json`, a file for each role and each matrix, and the schema of all.
package enum DataFiles {
    /// The whole handbook.
    package static let path = "handbook.json"
    /// What its keys mean, and what they may hold.
    package static let schemaPath = "handbook.schema.json"
    /// The way from the file of a role or a matrix to the site's root.
    static let root = "../../"

    /// The file of a role or a matrix, beside its page.
    package static func path(of described: any Described) -> String { described.page.address + "index.json" }

    /// The paths of all of them.
    package static func paths(_ site: SiteContent) -> [String] {
        [path, schemaPath] + site.handbook.roles.map { path(of: $0) } + site.handbook.matrices.map { path(of: $0) }
    }

    package static func files(_ site: SiteContent) async -> [OutputFile] {
        let facts = Facts(site)
        let roles: [(object: JSONValue, file: OutputFile)] = await inParallel(site.handbook.roles) { role in
            let object = Shapes.role.json(role, facts)
            return (written(object), OutputFile(path: path(of: role), text: text(of: role, object, facts)))
        }
        let whole = OutputFile(path: path, text: await handbook(facts, roles: roles.map(\.object)))
        return [whole, OutputFile(path: schemaPath, text: HandbookSchema.text)] + roles.map(\.file)
            + site.handbook.matrices.map { OutputFile(path: path(of: $0), text: text(of: $0, facts)) }
    }

    // MARK: - Texts

    /// `handbook.json`.
    static func handbook(_ site: SiteContent) async -> String {
        let facts = Facts(site)
        return await handbook(facts, roles: await inParallel(site.handbook.roles) { written(Shapes.role.json($0, facts)) })
    }

    /// The file of a role.
    static func text(of role: Role, _ facts: Facts) -> String { text(of: role, Shapes.role.json(role, facts), facts) }

    /// The file of a matrix.
    static func text(of matrix: Matrix, _ facts: Facts) -> String { Shapes.matrixDocument.json(matrix, facts).file(.fitted) }

    private static func text(of role: Role, _ object: JSONValue, _ facts: Facts) -> String {
        Shapes.roleDocument.json(RoleDocument(role: role, object: object), facts).file(.fitted)
    }

    private static func handbook(_ facts: Facts, roles: [JSONValue]) async -> String {
        let document = HandbookDocument(
            roles: roles,
            relations: await inParallel(facts.handbook.relations) { written(Shapes.relation.json($0, facts)) },
            comparisons: await inParallel(facts.site.pairs.all) { written(Shapes.comparison.json($0.slugs, facts)) }
        )
        return Shapes.handbook.json(document, facts).file(.fitted)
    }

    /// An element of one of the lists of `handbook.json`, as text: values take far more room than that.
    private static func written(_ object: JSONValue) -> JSONValue { .written(object.bytes(.fitted, depth: 2)) }
}
