import Formats
import Handbook
import Markdown
import Templates

/// What the settings put round every page: a logo, links in the header, a text at the foot.
struct FrameViews {
    let context: PageContext

    static let shape: ViewShape.Fields = [
        "logo": ["src": .text, "size": ["width": .text, "height": .text]],
        "site_links": .list(["title": .text, "href": .text, "is_external": .flag, "is_current": .flag]), "footer_text": .html,
    ]

    var values: [String: View] { ["logo": logo, "site_links": links, "footer_text": footer] }

    /// Whether pages have one of these.
    static func isShown(in handbook: Handbook) -> Bool {
        let theme = handbook.settings.theme
        return handbook.logo != nil || !theme.links.isEmpty || theme.footer != nil
    }

    private var logo: View {
        guard let path = context.handbook.logo else { return .none }
        let address = context.addresses.file(Addresses.output(ofAsset: path, contentRoot: context.handbook.contentRoot))
        let size = context.handbook.imageSizes[path].map { ["width": View($0.width), "height": View($0.height)] as View }
        return ["src": .text(address), "size": size ?? .none]
    }

    private var links: View {
        guard let frame = context.handbook.frame else { return [] }
        return .each(context.handbook.settings.theme.links) { link in
            let (href, isExternal) = context.address(of: link.address.value, in: frame) ?? ("", false)
            // Where the page itself is meant, its address ends in the file's name alone.
            let here = context.href(context.addresses.from)
            return [
                "title": .text(link.title), "href": .text(href), "is_external": .flag(isExternal), "is_current": .flag(href == here),
            ]
        }
    }

    private var footer: View {
        guard let frame = context.handbook.frame, context.handbook.settings.theme.footer != nil else { return .none }
        return context.html(frame.blocks, of: frame)
    }
}
