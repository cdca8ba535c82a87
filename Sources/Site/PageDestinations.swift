import Formats
import Handbook
import Markdown

/// Resolves what one page's document names, as seen from the page that shows it.
struct PageDestinations: HTMLDestinations {
    let context: PageContext
    /// The page whose document is written.
    let page: Page

    var footnotePrefix: String { context.idPrefix + ownPrefix }

    /// What ids of the document's footnotes begin with on its own page.
    private var ownPrefix: String { "\(page.id.kind.rawValue)-\(page.slug.replacing("/", with: "-"))-" }

    /// What is on every page, such as the footer, shows its footnotes itself.
    func footnote(_ anchor: String) -> String? {
        let isShown = page.address == context.addresses.from || page.id == context.handbook.frame?.id
        return isShown ? nil : context.addresses.page(page.address, fragment: ownPrefix + anchor)
    }

    func link(_ url: String) -> HTMLLink? {
        context.address(of: url, in: page).map { HTMLLink(href: $0.href, isExternal: $0.isExternal) }
    }

    func image(_ url: String) -> HTMLImage {
        switch context.site.links.resolve(url, in: page) {
        case .asset(let path):
            let address = context.addresses.file(Addresses.output(ofAsset: path, contentRoot: context.handbook.contentRoot))
            let size = context.handbook.imageSizes[path]
            return HTMLImage(src: address, width: size?.width, height: size?.height)
        case .external(let address): return HTMLImage(src: address)
        case .forbidden("data") where url.lowercased().hasPrefix("data:image/"): return HTMLImage(src: url)
        default: return HTMLImage(src: "")
        }
    }

    func citation(_ citation: Citation) -> HTMLCitation? { context.mark(of: citation) }

    func wikiLink(_ link: WikiLink) -> (href: String, title: String)? {
        guard case .found(let id) = context.handbook.names.resolve(link.target), let target = context.handbook.page(id) else { return nil }
        return (context.addresses.page(target.address, fragment: link.fragment), target.title.value)
    }

    func mention(_ key: String) -> String? {
        guard let role = context.handbook.role(key), role.page.address != context.addresses.from else { return nil }
        return context.href(role)
    }
}
