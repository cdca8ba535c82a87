import Foundation
import Testing

@testable import Markdown

@Suite("Names are linked at their first mention")
struct MentionTests {
    private static let names: [(name: String, key: String)] = [
        ("Data Engineer", "de"), ("Senior Data Engineer", "sde"), ("Big Data Developer", "de"), ("Data Analyst", "da"), ("Analyst", "da"),
        ("ML-Engineer", "ml"), ("Lead", "lead-a"), ("lead", "lead-b"), ("Data Lead", "x"), ("Data lead", "y"), ("UX Boss", "boss"),
        ("Chief AI Officer", "caio"), ("C++ Developer", "cpp"), ("Größenprüfer", "gp"), ("Orchestrator", "or"),
    ]

    private func html(_ markdown: String, ownKey: String? = nil) -> String {
        ReadPage(markdown).document(marking: Self.names, ownKey: ownKey).blocks.html(HTMLOptions(allowsHTML: true))
    }

    @Test(
        arguments: [
            ("singular", "A Data Engineer does.", "A {de=Data Engineer} does."),
            ("plural", "Data Engineers do.", "{de=Data Engineers} do."),
            ("plural in es", "UX Bosses do.", "{boss=UX Bosses} do."),
            ("possessive", "The Data Engineer's work", "The {de=Data Engineer}'s work"),
            ("alias", "Big Data Developers do.", "{de=Big Data Developers} do."),
            ("case of names of several words", "data engineer, DATA ANALYST", "{de=data engineer}, {da=DATA ANALYST}"),
            ("case of names of one word", "an analyst, an orchestrator", "an analyst, an orchestrator"),
            ("one word as written", "Analysts and an Orchestrator", "{da=Analysts} and an {or=Orchestrator}"),
            ("longest first", "A Senior Data Engineer.", "A {sde=Senior Data Engineer}."),
            ("first only", "Data Engineer and Data Engineer", "{de=Data Engineer} and Data Engineer"),
            ("first of name and alias", "Big Data Developer, Data Engineer", "{de=Big Data Developer}, Data Engineer"),
            (
                "no shorter name in a longer one seen", "Senior Data Engineer, Senior Data Engineer",
                "{sde=Senior Data Engineer}, Senior Data Engineer"
            ),
            ("hyphen for space", "data-engineer and ML Engineer", "{de=data-engineer} and {ml=ML Engineer}"),
            ("no-break space", "Data\u{A0}Engineer", "{de=Data\u{A0}Engineer}"),
            ("over a line's end", "A Data\nEngineer does.", "A {de=Data\nEngineer} does."),
            ("words apart", "Data, Engineer. Data (Engineer)", "Data, Engineer. Data (Engineer)"),
            ("part of a word", "Data Engineering, Metadata Engineer", "Data Engineering, Metadata Engineer"),
            ("ambiguous", "The Lead and the Data Lead lead leads.", "The Lead and the Data Lead lead leads."),
            ("signs in a name", "A C++ Developer", "A {cpp=C++ Developer}"),
            ("letters of other languages", "Der Größenprüfer", "Der {gp=Größenprüfer}"),
            ("in emphasis", "*Data Engineer* and **Data Analyst**", "<em>{de=Data Engineer}</em> and <strong>{da=Data Analyst}</strong>"),
            ("over emphasis", "Data *Engineer*", "Data <em>Engineer</em>"),
            ("not in code", "`Data Engineer`", "<code>Data Engineer</code>"),
            ("not in links", "[Data Engineer](x) Data Engineer", "<a {link x}>Data Engineer</a> {de=Data Engineer}"),
            ("not in wiki links", "[[X|Data Engineer]]", "{wiki X|Data Engineer}"),
            ("not in images", "![Data Engineer](x)", "<img {image x} alt=\"Data Engineer\">"),
            ("escaped", "Data Engineer & <b>Data Analyst</b>", "{de=Data Engineer} &amp; <b>{da=Data Analyst}</b>"),
            ("beside citations", "Data Engineer [@a]", "{de=Data Engineer}{cite a}"),
        ])
    func inAParagraph(name: String, markdown: String, expected: String) {
        #expect(html(markdown) == "<p>\(expected)</p>\n")
    }

    @Test func headingsAndCodeBlocksHaveNone() {
        #expect(!html("# Data Engineer\n\n```\nData Engineer\n```\n\n    Data Engineer\n").contains("{de"))
    }

    @Test func eachSectionBeginsAnew() {
        let found = html("Data Engineer. Data Engineer.\n\n## A\n\n- Data Engineer\n- Data Engineer\n\n### B\n\n> Data Engineer\n")
        #expect(found.components(separatedBy: "{de=").count - 1 == 3)
    }

    @Test func thePagesOwnNameStaysPlain() {
        #expect(html("Data Engineer and Data Analyst", ownKey: "de") == "<p>Data Engineer and {da=Data Analyst}</p>\n")
    }

    @Test func listsAndCellsAreOneSection() {
        let found = html("| Data Engineer | b |\n|---|---|\n| Data Engineer | Data Analyst |\n")
        #expect(found.components(separatedBy: "{de=").count - 1 == 1)
        #expect(found.contains("<th>{de=Data Engineer}</th>"))
        #expect(found.contains("<td>{da=Data Analyst}</td>"))
    }

    @Test(
        "The words of a text stay the same",
        arguments: [
            "A Data\nEngineer [@a], and **Data Analysts**.", "Data Engineer<br>Data Analyst",
            "`Data Engineer` [Data Engineer](x)\nData\nAnalyst",
        ]
    )
    func plainText(markdown: String) {
        let page = ReadPage(markdown)
        let marked = page.document(marking: Self.names)
        #expect(marked.blocks.map(\.plainText) == page.document.blocks.map(\.plainText))
        #expect(marked.blocks.html() != page.html())
    }

    @Test func aNameGoesBeforeAPluralThatReadsTheSame() {
        let mentions = Mentions([("Data Analyst", "one"), ("Data Analysts", "team")])
        var seen: Set<String> = []
        #expect(mentions.split("Data Analysts", seen: &seen) == [.mention("Data Analysts", key: "team")])
    }

    @Test func withoutNamesTextStaysWhole() {
        var seen: Set<String> = []
        #expect(Mentions().split("Data Engineer", seen: &seen) == [.text("Data Engineer")])
        #expect(Mentions([("!", "x"), ("", "y")]).split("! Data", seen: &seen) == [.text("! Data")])
    }
}
