import Foundation
import Markdown

/// The tags of languages, by their names.
package enum LanguageName {
    /// What is wrong with a tag, and what to write instead; `nil` if it is one. Names of languages are none.
    package static func remedy(for text: String) -> String? {
        if let tag = tag(named: text) { return "write '\(tag)'" }
        return TextForm.language.fits(text) ? nil : "write a tag like en, de or pt-BR"
    }

    /// The tag of a language by its own name, or by its English one: `de` for German and Deutsch.
    private static func tag(named name: String) -> String? {
        let key = name.lowercased().trimmingWhitespace
        guard key.count > 3, !key.contains("-") else { return nil }
        let english = Locale(identifier: "en")
        return Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.count == 2 }.sorted().first { code in
            english.localizedString(forLanguageCode: code)?.lowercased() == key
                || Locale(identifier: code).localizedString(forLanguageCode: code)?.lowercased() == key
        }
    }
}
