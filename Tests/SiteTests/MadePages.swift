import Changes
import Diagnostics
import Handbook
import Publish
import TestSupport

@testable import Formats
@testable import Site

/// The pages of a site with what their templates are given.
struct MadePages {
    struct Made {
        let page: any SitePage
        let values: PageValues
        let context: PageContext
    }

    let plan: SitePlan
    let site: SiteContent
    let presentation: Presentation
    let pages: [Made]

    init(_ files: ProjectFiles, history: History = .none) async {
        plan = SitePlan(await HandbookReader.read(files, publishesDrafts: true), history: history)
        let site = plan.site
        let presentation = plan.presentation.forRendering(site, icon: plan.theme.touchIcon()?.path, hasFullText: true)
        let (all, navigation) = (plan.pages, plan.navigation)
        let pictures = SharePictures(all, navigation, site)
        let search = SearchView(all, site.strings, hasFullText: true)
        let book = await PrintBook(plan, presentation, SiteConstants(site, presentation, search))
        let twins = Twins(all.map(\.entry), site)
        self.site = site
        self.presentation = presentation
        pages = all.map { page in
            let page: any SitePage = (page as? PrintPage)?.with(book) ?? page
            let shell = PageShell(
                site: site,
                presentation: presentation,
                navigation: navigation,
                search: search,
                page: page,
                pictures: pictures,
                twins: twins
            )
            let context = PageContext(site, presentation, at: page.address)
            return Made(page: page, values: shell.values(context), context: context)
        }
    }

    static func defaultHandbook() async throws -> MadePages { await MadePages(try BuiltSite.files(Repository.root.path)) }

    static func station() async throws -> MadePages {
        await MadePages(try BuiltSite.files(Repository.root.appending(path: "Tests/Fixtures/station").path))
    }
}
