import Diagnostics
import Drawing
import Formats
import Templates
import Theme

/// The theme's files, with the project's own in the place of those they replace.
struct ThemeFiles: Sendable {
    /// Its templates.
    let templates: [TemplateFile]
    /// Paths of the theme's other files in the site, by the names that templates use: `handbook_css`.
    let assetPaths: [String: String]
    /// The theme's other files.
    let outputs: [OutputFile]
    /// Whether the site shows the theme's own icon, of which there is a picture too.
    private let hasThemesIcon: Bool
    /// The style of the page for wrong addresses, which carries its own.
    let notFoundStyle: String

    /// - Parameters:
    ///   - groups: how many groups of roles need a colour.
    ///   - roles: how many roles a map may have to bring out.
    ///   - accent: the project's own colour.
    init(overrides: [String: String], groups: Int, roles: Int, accent: Accent? = nil) {
        var files = Theme.files.merging(overrides) { _, own in own }
        templates = ThemeTemplates.files(overrides)
        let isWhole = files[StyleSheet.base.path] != nil
        if !isWhole {
            let made: [StyleSheet: String] = [
                .base: GroupColors.css(groups) + (accent?.css ?? ""), .map: MapFocus.css(roles), .book: MapFocus.css(roles),
            ]
            files.merge(Self.sheets(files, made)) { own, _ in own }
        }
        notFoundStyle = StyleText.stripped(files["404.css"] ?? "")
        var paths: [String: String] = [:]
        var outputs: [OutputFile] = []
        for (path, written) in files.sorted(by: { $0.key < $1.key }) where path.hasPrefix("assets/") {
            let name = String(path.dropFirst(7))
            let text = path.hasSuffix(".css") ? StyleText.stripped(written) : path.hasSuffix(".js") ? ScriptText.stripped(written) : written
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            // A name that changes with the bytes lets a server tell browsers to keep the file for good.
            let output = "assets/\(name[..<dot])-\(Self.fingerprint(text))\(name[dot...])"
            paths[Self.assetName(name)] = output
            outputs.append(OutputFile(path: output, text: text))
        }
        // A project's own `assets/handbook.css` is the whole style of the site.
        let base = paths[Self.assetName("handbook.css")]
        for sheet in StyleSheet.allCases where isWhole && sheet != .own { paths[sheet.asset] = paths[sheet.asset] ?? base }
        hasThemesIcon = files["assets/icon.svg"] == Theme.files["assets/icon.svg"]
        assetPaths = paths
        self.outputs = outputs
    }

    /// Draws the theme's icon as a picture; `nil` where the project has an icon of its own.
    func touchIcon() -> OutputFile? {
        guard hasThemesIcon else { return nil }
        let picture = TouchIcon.picture.bytes
        return OutputFile(path: "assets/touch-icon-\(Self.fingerprint(picture)).png", contents: .bytes(picture))
    }

    static func assetName(_ file: String) -> String { file.replacing(".", with: "_").replacing("-", with: "_") }

    /// The style sheets: the files of `styles/` in each, one after another by their names, and what is made for it.
    private static func sheets(_ files: [String: String], _ made: [StyleSheet: String]) -> [String: String] {
        var texts: [StyleSheet: [String]] = [:]
        for (path, text) in files.sorted(by: { $0.key < $1.key }) where path.hasPrefix("styles/") && path.hasSuffix(".css") {
            for sheet in Theme.files[path] == nil ? [.own] : StyleSheet.sheets(of: path) { texts[sheet, default: []].append(text) }
        }
        return Dictionary(
            uniqueKeysWithValues: texts.map { sheet, texts in (sheet.path, texts.joined(separator: "\n") + (made[sheet] ?? "")) }
        )
    }

    /// The paths of the style sheets that a page links, in the order in which it links them.
    static func paths(of sheets: Set<StyleSheet>, in assets: [String: String]) -> [String] {
        var seen: Set<String> = []
        return StyleSheet.allCases.filter { sheets.contains($0) || $0 == .base || $0 == .own }
            .compactMap { assets[$0.asset] }.filter { seen.insert($0).inserted }
    }

    /// A hash as eight characters, to distinguish versions.
    static func fingerprint(_ text: String) -> String { fingerprint(text.utf8) }

    /// The same of bytes.
    static func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
        let digits = String(FNV1a.hash(bytes), radix: 36)
        return String((String(repeating: "0", count: 13) + digits).suffix(8))
    }
}
