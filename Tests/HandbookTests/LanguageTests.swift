import TestSupport
import Testing

@testable import Handbook

/// Words of other languages: names in any case, scripts from right to left, asterisks beside letters without spaces.
@Suite struct LanguageTests {
    private static func project(_ title: String, header: String, language: String = "en") -> String {
        roles([(title, title, "it"), ("Cook", "Cook", "cook")])
            + "-- handbook.yml --\ntitle: H\nlanguage: \(language)\n-- content/raci/m.md --\n# M\n| Task | \(header) | Cook |\n|---|---|---|\n| Build | A | R |\n"
    }

    @Test(
        arguments: [
            ("İş Analisti", "iş analisti", "tr"), ("İş Analisti", "İŞ ANALİSTİ", "tr"), ("Işık Sorumlusu", "ışık sorumlusu", "tr"),
            ("İş Analisti", "iş analisti", "en"), ("Straßenbau", "STRASSENBAU", "de"), ("Οδηγός", "ΟΔΗΓΌΣ", "el"),
            ("Ingénieur", "INGÉNIEUR", "fr"),
        ]
    )
    func namesAreFoundInAnyCase(title: String, header: String, language: String) async {
        let project = Self.project(title, header: header, language: language)
        #expect(await findings(in: project) == [])
        #expect(await rows(of: project) == ["Build: it A, cook R"])
    }

    @Test func namesThatDifferInTheDotAreTwoNames() async {
        let project =
            roles([("Ilık", "Ilık", "one"), ("İlik", "İlik", "two")])
            + "-- handbook.yml --\ntitle: H\nlanguage: tr\n-- content/raci/m.md --\n# M\n| Task | ilik | ılık |\n|---|---|---|\n| Build | A | R |\n"
        #expect(await findings(in: project) == [])
        #expect(await rows(of: project) == ["Build: two A, one R"])
    }

    @Test(
        arguments: [
            ("ar", true), ("he", true), ("fa-IR", true), ("ur", true), ("az-Arab", true), ("ckb", true), ("yi", true), ("en", false),
            ("az", false),
            ("ks-Deva", false), ("de-AT", false), ("zh-Hant", false), ("ar-Latn", false), ("AR-EG", true),
        ]
    )
    func languagesAreWrittenFromOneSide(tag: String, isFromRight: Bool) { #expect(Language(tag).writesFromRight == isFromRight) }

    // MARK: - Asterisks

    private static func literal(_ text: String) async -> [String] {
        await read("-- content/guides/a.md --\n# A\n\n\(text)\n").findings.sorted.filter { $0.rule.id == "literal-emphasis" }
            .map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message)" }
    }

    @Test(
        arguments: [
            ("**质量：**检查", "3:6 '**质量：**' is shown with its asterisks"), ("检查**（质量）**很好", "3:9 '**（质量）**' is shown with its asterisks"),
            ("- **「品質」**を見る", "3:9 '**「品質」**' is shown with its asterisks"),
            ("**품질(QA)**을 본다", "3:9 '**품질(QA)**' is shown with its asterisks"),
            ("*质量：*检查", "3:5 '*质量：*' is shown with its asterisks"), ("> **注意！**请看", "3:8 '**注意！**' is shown with its asterisks"),
            ("**Quality:**check", "3:11 '**Quality:**' is shown with its asterisks"),
            ("**`x.md`**文件", "3:9 '**…**' is shown with its asterisks"), ("[**质量：**检查](a.md)", "3:7 '**质量：**' is shown with its asterisks"),
            ("**Note: **text", "3:9 '**Note: **' is shown with its asterisks"),
            ("__质量：__检查", "3:6 '__质量：__' is shown with its underscores"),
            ("~~删除：~~检查", "3:6 '~~删除：~~' is shown with its tildes"),
        ]
    )
    func asterisksThatAreShownAreReported(text: String, found: String) async { #expect(await Self.literal(text) == [found]) }

    @Test(
        arguments: [
            "**质量**：检查", "**质量：** 检查", "\\*\\*质量：\\*\\*检查", "`**质量：**检查`", "2**3 and 4**5", "src/**/*.md and test/**/*.md", "5*(3+2)*4",
            "a * b * c",
            "f(**kwargs) and g(**kwargs)", "Pass **kwargs and **args.", "snake__case:__x", "__init__.py and __main__", "~~删除~~检查",
            "~/a and ~/b:~x",
            "**[words](a.md)** text", "**Quality:** check", "```\n**质量：**检查\n```", "***",
        ]
    )
    func otherAsterisksAreNot(text: String) async { #expect(await Self.literal(text) == []) }
}
