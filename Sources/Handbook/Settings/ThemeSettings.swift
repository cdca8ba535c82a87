import Diagnostics
import Markdown

extension Rule {
    /// An accent that is neither a hue nor a colour.
    public static let invalidAccent = Rule("invalid-accent", .error, "an accent is a hue from 0 to 360, or a colour like \"#0b6e4f\"")
    /// A footer with more than running text in it.
    public static let footerText = Rule("footer-text", .error, "the footer is running text")
}

/// What `theme:` in the settings says of how every page looks.
public struct ThemeSettings: Sendable {
    /// A colour of the project's own, of which the theme takes the hue.
    public enum Accent: Sendable, Hashable {
        /// In degrees, as OKLCH counts them.
        case hue(Double)
        /// Components of sRGB.
        case color(red: UInt8, green: UInt8, blue: UInt8)
    }

    /// A link in the header.
    public struct Link: Sendable {
        /// Its words.
        public let title: String
        /// Where it leads, as a link in Markdown has it, from the project's folder.
        public let address: Located<String>
    }

    /// The project's own colour.
    public var accent: Accent?
    /// The path of a picture before the title, from the project's folder.
    public var logo: Located<String>?
    /// Links in the header, in order.
    public var links: [Link] = []
    /// Markdown at the foot of every page.
    public var footer: Located<String>?

    /// The defaults.
    public init() {}

    static let fields: [Field] = [
        Field("accent", .text, "A hue from 0 to 360, or a colour like \"#0b6e4f\" of which the hue is taken.", limit: .form(.accent)),
        Field("logo", .text, "A picture before the title, by its path in the project."),
        Field(
            "links",
            .list(
                .record([
                    Field("title", .text, "The link's words.", required: true),
                    Field("address", .text, "A file of the project, an address of the site, or a web address.", required: true),
                ])
            ),
            "Links in the header, in order."
        ),
        Field("footer", .text, "Running text in Markdown at the foot of every page."),
    ]

    static func read(_ record: Record?, into findings: inout Findings) -> ThemeSettings {
        var theme = ThemeSettings()
        guard let record else { return theme }
        theme.accent = accent(record, &findings)
        theme.logo = record.words("logo")
        theme.links = record.records("links").compactMap { link in
            guard let title = link.words("title"), let address = link.words("address") else { return nil }
            return Link(title: title.value, address: address)
        }
        theme.footer = record.text("footer").flatMap { $0.value.trimmingWhitespace.isEmpty ? nil : $0 }
        return theme
    }

    private static func accent(_ record: Record, _ findings: inout Findings) -> Accent? {
        guard let text = record.words("accent") else {
            // Without quotes, YAML takes `#0b6e4f` for a comment.
            if let place = record.keyLocation("accent") {
                findings.add(Rule.invalidAccent("'accent' is empty", at: place, help: "put a colour in quotes: accent: \"#0b6e4f\""))
            }
            return nil
        }
        if TextForm.accent.fits(text.value), let accent = color(text.value) ?? hue(text.value) { return accent }
        findings.add(
            Rule.invalidAccent(
                "'\(text.value)' is no hue and no colour",
                at: text.location,
                help: "write a hue, such as 150, or a colour of six hexadecimal digits, such as \"#0b6e4f\""
            )
        )
        return nil
    }

    /// `#rgb` or `#rrggbb`.
    private static func color(_ text: String) -> Accent? {
        guard text.hasPrefix("#") else { return nil }
        let digits = text.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count - 1 else { return nil }
        let bytes: [UInt8]
        switch digits.count {
        case 3: bytes = digits.map { UInt8($0 * 17) }
        case 6: bytes = stride(from: 0, to: 6, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
        default: return nil
        }
        return .color(red: bytes[0], green: bytes[1], blue: bytes[2])
    }

    private static func hue(_ text: String) -> Accent? {
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let hue = Double(text), (0...360).contains(hue) else {
            return nil
        }
        return .hue(hue)
    }
}
