import Handbook

/// A page of the site, as lists and the writers of formats know it.
package struct PageEntry: Sendable {
    /// Its address: `roles/data-engineer/`, empty for the home page.
    package let address: String
    /// Its title.
    package let title: String
    /// One sentence, without markup.
    package let description: String?
    /// The part of the handbook it belongs to.
    package let area: Area
    /// What kind of page it is: the kind of its file, or the name of its template.
    package let kind: String
    /// The file that an author would edit to change it, if there is one.
    package let origin: Page?
    /// The path of the file that has the same facts as data.
    package let data: String
    /// Whether it is part of `llms-full.txt`.
    package let isInFullText: Bool

    /// A page.
    package init(
        address: String,
        title: String,
        description: String?,
        area: Area,
        kind: String,
        origin: Page?,
        data: String,
        isInFullText: Bool
    ) {
        (self.address, self.title, self.description, self.area) = (address, title, description, area)
        (self.kind, self.origin, self.data, self.isInFullText) = (kind, origin, data, isInFullText)
    }
}
