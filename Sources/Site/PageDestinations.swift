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
        case .asset(let path, let fragment): return picture(path, fragment)
        case .external(let address): return HTMLImage(src: address)
        case .forbidden("data") where url.lowercased().hasPrefix("data:image/"): return HTMLImage(src: url)
        default: return HTMLImage(src: "")
        }
    }

    private func picture(_ path: String, _ fragment: String?) -> HTMLImage {
        let size = context.handbook.imageSizes[path]
        return HTMLImage(src: context.file(path, fragment), width: size?.width, height: size?.height)
    }

    func embed(_ link: WikiLink) -> HTMLImage? {
        guard case .file(let path, let fragment) = context.site.links.resolve(link, in: page) else { return nil }
        guard let width = link.width else { return picture(path, fragment) }
        return HTMLImage(src: context.file(path, fragment), width: width)
    }

    func raw(_ url: String, _ use: RawAddresses.Use) -> String? {
        if use == .link { return link(url)?.href }
        guard url.utf8.first != UInt8(ascii: "#") else { return nil }
        let src = image(url).src
        return src.isEmpty ? nil : src
    }

    func citation(_ citation: Citation) -> HTMLCitation? { context.mark(of: citation) }

    func wikiLink(_ link: WikiLink) -> (href: String, title: String)? {
        switch context.site.links.resolve(link, in: page) {
        case .page(let id, let fragment):
            context.handbook.page(id).map { (context.addresses.page($0.address, fragment: fragment), $0.title.value) }
        case .file(let path, let fragment): (context.file(path, fragment), link.target)
        case .noHeading, .ambiguous, .ambiguousFiles, .unknown: nil
        }
    }

    func mention(_ key: String) -> String? {
        guard let role = context.handbook.role(key), role.page.address != context.addresses.from else { return nil }
        return context.href(role)
    }
}
