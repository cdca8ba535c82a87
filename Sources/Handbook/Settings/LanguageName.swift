import Foundation
import Markdown

/// The tags of languages, by their names.
package enum LanguageName {
    /// What is wrong with a tag, and what to write instead; `nil` if it is one. Names of languages are none.
    package static func remedy(for text: String) -> String? {
        if let tag = tag(named: text) { return "write '\(tag)'" }
        let hyphens = text.replacing("_", with: "-")
        if hyphens != text, remedy(for: hyphens) == nil { return "write '\(hyphens)'" }
        let isTag = TextForm.language.fits(text) && isLanguage(String(text.prefix { $0 != "-" }).lowercased())
        return isTag ? nil : "write a tag like en, de or pt-BR"
    }

    /// Whether a code is one of ISO 639.
    private static func isLanguage(_ code: String) -> Bool {
        // Nearly every handbook has this one, and the list takes some milliseconds to load.
        code == "en" || Locale.LanguageCode(code).isISOLanguage
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
