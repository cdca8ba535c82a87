import Drawing
import Foundation
import Theme

@testable import Site

/// The theme's style sheets as tests read them: their rules, and the colours of their tokens in both schemes.
struct TokenSheet {
    enum Scheme: CaseIterable { case light, dark }

    /// The innermost rules of every sheet: the file, the selector, the declarations.
    struct Rule {
        let file: String
        let selector: String
        let declarations: [(property: String, value: String)]

        func value(_ property: String) -> String? { declarations.last { $0.property == property }?.value }
    }

    static let files = Theme.files.filter { $0.key.hasPrefix("styles/") }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }

    static let rules: [Rule] = files.flatMap { file, text in
        let bare = text.replacing(#/(?s)/\*.*?\*//#, with: "")
        return bare.matches(of: #/([^{};]+)\{([^{}]*)\}/#).map { match in
            let parts = match.output.2.split(separator: ";").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            let declarations = parts.compactMap { part -> (String, String)? in
                guard let colon = part.firstIndex(of: ":") else { return nil }
                let value = part[part.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                return (String(part[..<colon]), value)
            }
            return Rule(file: file, selector: match.output.1.trimmingCharacters(in: .whitespacesAndNewlines), declarations: declarations)
        }
    }

    /// The tokens as they are written, by name, those of groups included.
    static let tokens: [String: String] = {
        var tokens: [String: String] = [:]
        for rule in rules where rule.file == "styles/10-tokens.css" && (rule.selector == ":root" || rule.selector == ".g") {
            for (property, value) in rule.declarations where property.hasPrefix("--") {
                if rule.selector == ".g" || tokens[property] == nil { tokens[property] = value }
            }
        }
        return tokens
    }()

    /// The colour of a token; `values` stand for other tokens, such as a group's hue. `nil` if it is no opaque colour.
    static func color(_ name: String, _ scheme: Scheme, _ values: [String: String] = [:]) -> OKLCH? {
        guard var text = values[name] ?? tokens[name] else { return nil }
        while let use = text.firstMatch(of: #/var\((--[a-z0-9-]+)\)/#) {
            guard let value = values[String(use.output.1)] ?? tokens[String(use.output.1)] else { return nil }
            text.replaceSubrange(use.range, with: value)
        }
        while let product = text.firstMatch(of: #/calc\(([\d.]+) \* ([\d.]+)\)/#) {
            text.replaceSubrange(product.range, with: String((Double(product.output.1) ?? 0) * (Double(product.output.2) ?? 0)))
        }
        let colors = text.matches(of: #/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/#).map { match in
            OKLCH((Double(match.output.1) ?? 0) / 100, Double(match.output.2) ?? 0, Double(match.output.3) ?? 0)
        }
        guard colors.count == 2, text.hasPrefix("light-dark(") else { return nil }
        return scheme == .light ? colors[0] : colors[1]
    }
}

extension OKLCH {
    /// The least contrast of two colours, whether a screen cuts off what it cannot show or takes chroma away.
    func leastContrast(_ other: OKLCH) -> Double {
        [contrast(other), inSRGB.contrast(other), contrast(other.inSRGB), inSRGB.contrast(other.inSRGB)].min() ?? 0
    }
}
