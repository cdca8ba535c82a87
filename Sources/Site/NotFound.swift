import Diagnostics
import Handbook

/// `404.html`: a server shows it at any depth, so it has no relative links and carries its own style.
enum NotFound {
    static func file(_ site: Site, _ theme: ThemeFiles, _ templates: Templates, into findings: inout Findings) -> OutputFile {
        let settings = site.handbook.settings
        // As the browser will have it: the policy names the text by its hash. An end tag would end the element.
        let style = theme.notFoundStyle.replacing("\r\n", with: "\n").replacing("</", with: "<\\/")
        let values: [String: View] = [
            "t": site.strings.view, "language": .text(settings.language), "site_title": .text(settings.title), "style": .text(style),
            "policy": .text(site.policy.page(style: style)), "home_href": .text(settings.baseURL ?? "/"),
        ]
        return OutputFile(path: "404.html", text: templates.render("404", values, page: "404.html", into: &findings))
    }
}
