import Markdown

/// Forms of texts in front matter and settings.
extension TextForm {
    private static let scheme = "[Hh][Tt][Tt][Pp][Ss]?://"

    /// `https://` or `http://`, a host, and perhaps more.
    package static let webAddress = TextForm("a web address like https://example.org/lesson", "\(scheme)[^\\s/?#:]\\S*")

    /// A web address that pages' addresses are put behind.
    static let siteAddress = TextForm("an address like https://example.org/handbook/", "\(scheme)[^\\s/?#:][^\\s?#]*")

    /// A web address with the place of a file's path.
    static let editAddress = TextForm(
        "an address like https://example.org/edit/main/{path}",
        "(?=\\S*\\{path\\})\(scheme)[^\\s/?#:]\\S*"
    )

    /// Subtags of one to eight letters and digits, the first of letters alone (RFC 5646, section 2.1).
    static let language = TextForm("a tag like en, de or pt-BR", "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

    /// A hue, `#rgb` or `#rrggbb`.
    static let accent = TextForm(
        "a hue from 0 to 360, or a colour like \"#0b6e4f\"",
        "#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|0*(360(\\.0*)?|(3[0-5][0-9]|[12]?[0-9]?[0-9])(\\.[0-9]*)?)|\\.[0-9]+",
        numbers: 0...360,
        mayBeBlank: false
    )

    /// What `PageAddress.slug` leaves as it is, as far as ASCII goes: of other alphabets it knows more.
    static let slug = TextForm(
        "a slug like data-engineer",
        "(?![-.])(?!.*--)(?!.*-$)[^\\sA-Z!-,/:-@\\[-^`{-~]+",
        numbers: 0...Double.infinity
    )

    /// What `OldAddress` reads, where nothing is written as `%20`.
    static let oldAddress = TextForm(
        "an address in the site like /roles/old-name/",
        "(?!mailto:)(?!//)(?![^:]*://)(?!/*(index\\.html)?/*$)(?!.*\\.md(/+index\\.html)?/*$)(?!(.*/)?\\.\\.?(/|$))[^\\\\#?]+",
        numbers: 0...Double.infinity,
        mayBeBlank: false
    )

    /// A number and a unit, in any letters.
    static let reviewPeriod = TextForm(
        "a number of days, weeks, months or years, like 12 months",
        "(?!0+\\s)[0-9]{1,4}\\s+([Dd][Aa][Yy]|[Ww][Ee][Ee][Kk]|[Mm][Oo][Nn][Tt][Hh]|[Yy][Ee][Aa][Rr])[Ss]?"
    )

    /// A relative path that stays in the project's folder.
    package static let projectFile = TextForm("a path in the project like known.json", "(?!/)(?!(.*/)?\\.\\.?(/|$))[^\\\\:]+")

    /// Anything but nothing.
    static let words = TextForm("one sentence or more", "\\S[\\s\\S]*", numbers: -Double.infinity...Double.infinity, mayBeBlank: false)
}
