import Diagnostics
import Formats
import Templates

/// The templates of all types of pages, compiled.
struct PageTemplates: Sendable {
    /// A template with the constants that are written into it.
    struct Use: Hashable, Sendable {
        fileprivate enum Place: Hashable {
            /// Pages that are so many folders deep.
            case depth(Int)
            /// The print page, with headings lowered by so many levels.
            case print(headingShift: Int)
        }

        let template: String
        fileprivate let place: Place

        /// A template for pages as deep as an address.
        init(_ template: String, at address: String) {
            self.template = template
            place = .depth(Addresses.depth(of: address))
        }

        /// A template for pages as parts of the print page.
        init(_ template: String, printedWith headingShift: Int) {
            self.template = template
            place = .print(headingShift: headingShift)
        }
    }

    /// Each is compiled when a page first uses it: who looks at one page waits for one template.
    private let compiled: [Use: OnDemand<Template>]

    /// The templates that pages use.
    ///
    /// - Parameters:
    ///   - templates: the theme's and the project's; `TemplateCheck` reports what is wrong with them.
    ///   - assets: the names of the theme's files.
    init(_ templates: TemplateSet, assets: some Sequence<String>, uses: Set<Use>, constants: SiteConstants) {
        let shapes = Self.shapes(assets: assets)
        let values = Dictionary(uniqueKeysWithValues: Set(uses.map(\.place)).map { ($0, constants.values($0)) })
        let pairs = uses.map { use in
            let page = PageTemplate(
                use.template,
                shape: shapes[use.template] ?? [:],
                constants: use.template == NotFound.template ? constants.everywhere : values[use.place] ?? [:]
            )
            return (use, OnDemand { templates.compile(page) })
        }
        compiled = Dictionary(uniqueKeysWithValues: pairs)
    }

    /// What a template makes of a page's values.
    func html(_ template: String, at address: String, _ values: [String: View]) -> [UInt8] { html(Use(template, at: address), values) }

    /// What a template, as it is used in one place, makes of a page's values.
    func html(_ use: Use, _ values: [String: View]) -> [UInt8] {
        var output: [UInt8] = []
        compiled[use]?.value.render(values, into: &output)
        return output
    }

    /// What each template can rely on, by its name.
    static func shapes(assets: some Sequence<String>) -> [String: ViewShape.Fields] {
        let constants = SiteConstants.shape(assets: assets)
        let page = constants.adding(PageShell.shape)
        var shapes = [
            NotFound.template: SiteConstants.everywhere.adding(NotFound.shape), Redirects.template: constants.adding(Redirects.shape),
        ]
        for type in SitePages.types {
            for template in type.templates { shapes[template] = page.adding(type.shape) }
        }
        return shapes
    }
}

extension SiteConstants {
    fileprivate func values(_ place: PageTemplates.Use.Place) -> [String: View] {
        switch place {
        case .depth(let depth): values(depth: depth)
        case .print(let headingShift): printed(headingShift: headingShift)
        }
    }
}

/// What is wrong with a project's templates, found without making any page.
enum TemplateCheck {
    /// Compiles the templates of all types of pages.
    static func run(_ templates: TemplateSet, _ theme: ThemeFiles, into findings: inout Findings) {
        let assets = theme.assetPaths.keys
        let constants: [String: View] = [
            "t": .record(View.Record(Strings.keys.map { ($0, .none) })),
            "assets": .record(View.Record(assets.sorted().map { ($0, .none) })),
        ]
        let shapes = PageTemplates.shapes(assets: assets).sorted { $0.key < $1.key }
        _ = templates.compile(shapes.map { PageTemplate($0.key, shape: $0.value, constants: constants) }, into: &findings)
    }
}
