import Testing
import Theme

@testable import Site

/// Style sheets and scripts as the site has them: without what only people read.
@Suite struct StrippingTests {
    @Test(arguments: [
        ("/* a */\na  b ,\n c > d:hover {\n  color : red ; /* b */\n  margin: 0  1px;\n}\n", "a b,c>d:hover{color :red;margin:0 1px}"),
        ("a { b: \"/* c */  {;\" }", "a{b:\"/* c */  {;\"}"),
        ("a { b: 'it\\'s  /* c */' }", "a{b:'it\\'s  /* c */'}"),
        ("a { b: url( x/*.svg  ) }", "a{b:url(x/*.svg  )}"),
        ("a { b: url( 'x y' ) }", "a{b:url('x y')}"),
        ("a { b: URL(//x/y) }", "a{b:URL(//x/y)}"),
        ("a { b: my-url( /* c */ d ) }", "a{b:my-url(d)}"),
        ("div/* a */.b {}", "div/**/.b{}"),
        ("div /* a */ .b {}", "div .b{}"),
        ("a { margin: calc(1px + (2px - 3px)) }", "a{margin:calc(1px + (2px - 3px))}"),
        ("@media (width < 4rem) and (hover: none) {}", "@media (width < 4rem) and (hover:none){}"),
        ("a :hover {}", "a :hover{}"),
        (".a\\26  b {}", ".a\\26  b{}"),
        (".a\\ b {}", ".a\\ b{}"),
        ("a { --b: ; }", "a{--b:;}"),
        ("/*! Licence */\na {}", "/*! Licence */ a{}"),
        ("a { content: \" ▾\" / \"\" }", "a{content:\" ▾\" / \"\"}"),
        ("a {} /* open", "a{}"),
    ])
    func aStyleSheetKeepsItsMeaning(_ text: String, _ stripped: String) { #expect(StyleText.stripped(text) == stripped) }

    @Test(arguments: [
        ("// a\n\n  /* b\n  c */\n  let d = 1; // e\n", "let d=1;\n"),
        ("let a = '// b', c = \"/* d */\"\n  e()", "let a='// b',c=\"/* d */\"\ne()\n"),
        ("let a = `\n  // b ${ c /* d */ + `  e  ` }\n  f`", "let a=`\n  // b ${c + `  e  ` }\n  f`\n"),
        ("let a = b.replace(/\\/\\/ [/'\"`] /g, '')  // c", "let a=b.replace(/\\/\\/ [/'\"`] /g,'')\n"),
        ("let a = (b + c) / 2 // '\n", "let a=(b + c)/ 2\n"),
        ("if (a) /'/.test(b) // c", "if(a)/'/.test(b)\n"),
        ("return /* a */ /  b/ // c", "return /  b/\n"),
        ("let a = b /* c\n */ d", "let a=b\nd\n"),
        ("/*! Licence */\na()", "/*! Licence */\na()\n"),
        ("a = b + +c - -d\n", "a=b + +c - -d\n"),
        ("a\n(b)\n[c]\n", "a\n(b)\n[c]\n"),
        ("return\n{\n  a\n}\n", "return\n{a}\n"),
        ("let a = [\n  b,\n  c\n]\nd()", "let a=[b,c]\nd()\n"),
        ("let a = (b, c) => { d(b); e() }", "let a=(b,c)=>{d(b);e()}\n"),
        ("let a = b ? .5 : c ?? d", "let a=b?.5:c??d\n"),
        ("let a = b => c > d && e < !f", "let a=b=>c > d&&e < !f\n"),
        ("let a = `${ b }${ { c: ` } ` } }`", "let a=`${b }${{c:` } `}}`\n"),
        ("else /  a{2} /.test(b)", "else /  a{2} /.test(b)\n"),
        ("let a = 'b \\\n  c'; // d", "let a='b \\\n  c';\n"),
    ])
    func aScriptKeepsItsMeaning(_ text: String, _ stripped: String) { #expect(ScriptText.stripped(text) == stripped) }

    @Test(arguments: ["let a = {} / 2 // b\n", "let a = 'b\n// c\n", "let a = `b // c\n", "a /* b\n", "a++ / 2 // b", "let a = /b\n"])
    func aScriptThatIsNotUnderstoodStaysAsItIs(_ text: String) { #expect(ScriptText.stripped(text) == text) }

    @Test func everyFileOfTheThemeIsStripped() {
        for (path, text) in Theme.files where path.hasPrefix("styles/") {
            let stripped = StyleText.stripped(text)
            #expect(!stripped.contains("/*") && !stripped.contains("\n"), "\(path)")
            #expect(StyleText.stripped(stripped) == stripped, "\(path)")
        }
        for (path, text) in Theme.files where path.hasSuffix(".js") {
            let stripped = ScriptText.stripped(text)
            #expect(!stripped.contains("@ts-check") && !stripped.contains("\n  "), "\(path)")
            #expect(ScriptText.stripped(stripped) == stripped, "\(path)")
        }
    }
}
