import Formats
import Handbook
import Templates

/// `404.html`: a server shows it at any depth, so it has no relative links and carries its own style.
enum NotFound {
    static let path = "404.html"
    static let template = "404"
    static let shape: ViewShape.Fields = ["style": .html, "policy": .html, "home_href": .text]

    static func values(_ site: SiteContent, _ policy: ContentPolicy, _ theme: ThemeFiles) -> [String: View] {
        let settings = site.handbook.settings
        // As the browser will have it: the policy names the text by its hash. An end tag would end the element.
        let style = theme.notFoundStyle.replacing("\r\n", with: "\n").replacing("</", with: "<\\/")
        return [
            "style": .html(HTML(style)), "policy": .html(HTML(policy.page(style: style))), "home_href": .text(settings.baseURL ?? "/"),
        ]
    }
}
