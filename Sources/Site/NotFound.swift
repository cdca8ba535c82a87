import Diagnostics
import Handbook

/// `404.html`: a server shows it at any depth, so it has no relative links and carries its own style.
enum NotFound {
    static func file(_ site: Site, _ theme: ThemeFiles, _ templates: Templates, into findings: inout Findings) -> OutputFile {
        let settings = site.handbook.settings
        let values: [String: View] = [
            "t": site.strings.view, "language": .text(settings.language), "site_title": .text(settings.title),
            "style": .text(theme.notFoundStyle),
            "home_href": .text(settings.baseURL ?? "/"),
        ]
        return OutputFile(path: "404.html", text: templates.render("404", values, page: "404.html", into: &findings))
    }
}
