import Handbook
import Markdown

extension Page {
    /// Whether it is read from the same text in the same file.
    func isSame(as other: Page) -> Bool {
        // Texts that are shared are compared at once, by where they are kept.
        path == other.path && source.text == other.source.text
    }

    /// Whether the same names lead to it.
    fileprivate func isNamed(as other: Page) -> Bool {
        id == other.id && path == other.path && title.value == other.title.value
            && ["short"].allSatisfy { record.text($0)?.value == other.record.text($0)?.value }
            && ["aliases", "also"].allSatisfy { record.texts($0).map(\.value) == other.record.texts($0).map(\.value) }
    }
}

extension Handbook {
    /// Whether all that a page may name, by words or by its file, leads to the same in another state of the handbook, so
    /// that a page with the same text means the same in both.
    func names(leadAsIn other: Handbook) -> Bool {
        settings.text == other.settings.text && everyPage.count == other.everyPage.count && leftOut == other.leftOut
            && zip(everyPage, other.everyPage).allSatisfy { $0.isSame(as: $1) || $0.isNamed(as: $1) }
    }
}
