import Diagnostics
import Markdown

extension Rule {
    /// A logo that is not there, or is no picture.
    public static let missingLogo = Rule("missing-logo", .error, "the logo is a picture among the project's files")
}

extension Check {
    /// What the settings' theme names is there; its links are checked with those of the pages.
    static let theme = Check(rules: [.missingLogo]) { handbook, findings in
        guard let logo = handbook.settings.theme.logo else { return }
        let pictures = handbook.assets.filter(isPicture)
        guard handbook.logo == nil || !isPicture(logo.value) else { return }
        let name = logo.value.split(separator: "/").last.map(String.init) ?? logo.value
        let there = pictures.sorted().first { $0.hasSuffix("/" + name) }
        let help = there.map { "there is \($0)" } ?? NearMiss.best(for: logo.value, among: pictures).map { "did you mean \($0)?" }
        findings.add(
            Rule.missingLogo(
                "'\(logo.value)' is no picture of the project",
                at: logo.location,
                help: help ?? "put the picture into 'static', and write its path: static/\(name)"
            )
        )
    }

    private static func isPicture(_ path: String) -> Bool {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return ImageHeader.endings.union(["avif"]).contains(ending)
    }
}

extension Handbook {
    /// The path of the logo among the assets; `nil` when there is none.
    public var logo: String? {
        settings.theme.logo.flatMap { LinkResolver.join(Settings.file, $0.value) }.flatMap { assets.contains($0) ? $0 : nil }
    }
}
