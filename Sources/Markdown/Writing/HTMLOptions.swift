/// What the HTML of a document depends on, apart from the document and the page that shows it.
package struct HTMLOptions: Sendable {
    /// Which elements are written.
    package enum Form: Sendable {
        /// For a page of a site: headings have ids, tables scroll in a box, alerts are elements of their own.
        case page
        /// The HTML that cmark-gfm writes, without adjustments.
        case reference
    }

    /// Words that the writer adds for screen readers, and titles of alerts.
    package struct Labels: Sendable {
        /// The label of a table's scroll box.
        package var table = "Table"
        /// The labels of a task's box, ticked and not.
        package var done = "Done", open = "To do"
        /// The label of the footnotes.
        package var footnotes = "Footnotes"
        /// The label of a footnote's link back to the text.
        package var footnoteBack = "Back to the text"
        /// Titles of alerts by kind: `note`, `tip`, `important`, `warning`, `caution`.
        package var alerts: [String: String] = [:]

        /// English labels.
        package init() {}
    }

    /// Which elements are written.
    package var form: Form
    /// Whether raw HTML is kept. If not, its text is, and `<br>` is a line break.
    package var allowsHTML: Bool
    /// Words that the writer adds.
    package var labels: Labels
    /// By how many levels headings are lowered. None is above level 2, since the page's title is its only `h1`.
    package var headingShift: Int
    /// What ids of headings begin with, where several pages are written into one.
    package var idPrefix: String
    /// Whether footnotes are a section, which is a landmark for assistive technology.
    package var hasLandmarks: Bool

    /// Safe options: no raw HTML.
    package init(
        form: Form = .page,
        allowsHTML: Bool = false,
        labels: Labels = Labels(),
        headingShift: Int = 0,
        idPrefix: String = "",
        hasLandmarks: Bool = true
    ) {
        self.form = form
        self.allowsHTML = allowsHTML
        self.labels = labels
        self.headingShift = headingShift
        self.idPrefix = idPrefix
        self.hasLandmarks = hasLandmarks
    }
}
