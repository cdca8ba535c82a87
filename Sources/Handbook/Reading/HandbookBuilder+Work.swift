import Diagnostics
import Markdown

extension HandbookBuilder {
    func activity(_ page: Page, _ findings: inout Findings) -> Activity {
        let stage = page.record.words("stage").flatMap { resolver.page($0, kind: .stage, into: &findings) }
        var positions: [Position] = []
        for record in page.record.records("positions") {
            var parts: [Part: [String]] = [:]
            for part in Part.allCases {
                let slugs = resolver.roles(record.texts(part.rawValue), into: &findings)
                if !slugs.isEmpty { parts[part] = slugs }
            }
            guard let key = record.text("source"), let source = resolver.source(key, into: &findings) else { continue }
            positions.append(
                Position(
                    source: source,
                    matrix: nil,
                    parts: parts,
                    says: record.words("says").map(cited),
                    location: key.location
                )
            )
        }
        return Activity(
            page: page,
            also: page.record.texts("also"),
            stage: stage,
            isApproval: page.record.boolean("approval")?.value ?? false,
            positions: positions,
            body: Body(page, names: settings.sections)
        )
    }

    func stage(_ page: Page, _ findings: inout Findings) -> Stage {
        Stage(
            page: page,
            drives: resolver.roles(page.record.texts("drives"), into: &findings),
            takesPart: resolver.roles(page.record.texts("takes_part"), into: &findings),
            key: resolver.roles(page.record.texts("key"), into: &findings),
            outputs: cited(page.record.texts("outputs")),
            body: Body(page, names: settings.sections)
        )
    }

    func source(_ page: Page, number: Int) -> Source {
        let record = page.record
        return Source(
            page: page,
            number: number,
            short: record.words("short")?.value ?? page.title.value,
            author: record.words("author")?.value,
            type: record.words("type")?.value,
            url: record.text("url")?.value,
            published: record.text("published").flatMap { CalendarDate($0.value) },
            retrieved: record.text("retrieved").flatMap { CalendarDate($0.value) },
            body: Body(page, names: settings.sections)
        )
    }
}
