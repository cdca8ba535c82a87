import Formats

/// Makes the files of a site from its plan: every page, the theme's files, what is copied.
public enum SiteBuilder {
    /// A site.
    public struct Result: Sendable {
        /// Every file, sorted by path.
        public let files: [OutputFile]
        /// How many of the files are pages.
        public let pageCount: Int
    }

    /// Renders a site.
    ///
    /// - Parameter hasFullText: whether an index of the pages' text is published with them.
    public static func render(_ plan: SitePlan, hasFullText: Bool = false) async -> Result {
        await PreparedSite(plan, hasFullText: hasFullText).files()
    }
}
