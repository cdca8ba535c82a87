import Diagnostics
import Yams

extension Rule {
    /// YAML that cannot be parsed.
    public static let yamlSyntax = Rule(
        "yaml-syntax",
        .error,
        "front matter and settings are valid YAML",
        preventsReading: true,
        guardsPrivacy: true
    )
    /// A key given twice.
    public static let duplicateKey = Rule(
        "duplicate-key",
        .error,
        "a key is given once",
        preventsReading: true,
        guardsPrivacy: true
    )
    /// YAML larger or more deeply nested than a page or a settings file ever is.
    public static let yamlLimit = Rule(
        "yaml-limit",
        .error,
        "YAML stays within its limits of size, depth and aliases",
        preventsReading: true,
        guardsPrivacy: true
    )
}

/// Reads YAML into values that know their place in the file.
struct YAMLReader {
    static let maximumBytes = 256 * 1024
    static let maximumNesting = 32
    static let maximumNodes = 50_000

    let places: YAMLPlaces

    /// A reader for YAML that is in `source` from line `firstLine` on.
    init(source: SourceText, firstLine: Int) { places = YAMLPlaces(source: source, firstLine: firstLine) }

    /// The root value, or `nil` with a finding added.
    func read(_ yaml: String, into findings: inout Findings) -> YAMLValue? {
        if let over = limit(of: yaml) {
            findings.add(over)
            return nil
        }
        let yaml = Self.withoutOddLineEnds(yaml)
        do {
            guard let root = try Yams.compose(yaml: yaml, .basic) else {
                return YAMLValue(content: .null, location: places.start)
            }
            var conversion = Conversion(places: places)
            return try conversion.value(root, depth: 0)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            DuplicateKeys(yaml: yaml, places: places).report(first: keys.first ?? "", context.mark, into: &findings)
        } catch let error as YamlError {
            findings.add(YAMLFault(error, yaml: yaml, places: places).finding)
        } catch let refusal as Diagnostic {
            findings.add(refusal)
        } catch {
            findings.add(Rule.yamlSyntax("YAML cannot be read: \(error)", at: places.start))
        }
        return nil
    }

    // MARK: - Limits

    /// What must be known before Yams sees the text. Depth need not: libyaml itself stops at 1,000.
    private func limit(of yaml: String) -> Diagnostic? {
        if yaml.utf8.count > Self.maximumBytes {
            return Self.refusal("\(yaml.utf8.count) bytes, more than \(Self.maximumBytes)", at: places.start)
        }
        // Yams hashes keys, and those of collections through all that their aliases stand for: a few hundred bytes
        // would take for ever.
        if Self.hasAlias(yaml), let line = Self.lineOfCollectionKey(yaml) {
            return Self.refusal("aliases beside a key that is no text", at: places.line(line), "write keys as plain text")
        }
        return nil
    }

    fileprivate static func refusal(_ what: String, at place: Location, _ help: String? = nil) -> Diagnostic {
        Rule.yamlLimit("YAML has \(what)", at: place, help: help ?? "move prose into the page's body, or split the page")
    }

    /// Whether there may be an alias, `*name`. Errs on the safe side.
    private static func hasAlias(_ yaml: String) -> Bool {
        zip(yaml.utf8, yaml.utf8.dropFirst()).contains { $0 == 0x2A && !isBlank($1) } && yaml.utf8.contains(0x26)
    }

    /// The line of a key that may be a collection or an alias: `? …`, `[…]: …`, `{…}: …`, `*name : …`. Errs on the safe side.
    private static func lineOfCollectionKey(_ yaml: String) -> Int? {
        for (index, line) in yaml.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            var before: UInt8 = 0x20
            var lastSign: UInt8 = 0
            var inAlias = false
            for byte in line {
                let startsToken = isBlank(before) || [0x5B, 0x7B, 0x2C, 0x2D, 0x3F, 0x3A].contains(before)
                switch byte {
                case 0x3F where startsToken: return index + 1
                case 0x3A where lastSign == 0x5D || lastSign == 0x7D || inAlias: return index + 1
                case 0x2A where startsToken: inAlias = true
                default: if byte == 0x2C || (isBlank(before) && !isBlank(byte)) { inAlias = false }
                }
                if !isBlank(byte) { lastSign = byte }
                before = byte
            }
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    /// YAML 1.1 ends lines at U+0085, U+2028 and U+2029 too; editors and this program do not.
    private static func withoutOddLineEnds(_ yaml: String) -> String {
        let odd: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]
        guard yaml.unicodeScalars.contains(where: odd.contains) else { return yaml }
        return String(String.UnicodeScalarView(yaml.unicodeScalars.map { odd.contains($0) ? " " : $0 }))
    }
}

/// Makes values of nodes, within limits of number and depth: aliases count as what they stand for.
private struct Conversion {
    var places: YAMLPlaces
    var budget = YAMLReader.maximumNodes

    mutating func value(_ node: Node, depth: Int) throws -> YAMLValue {
        budget -= 1
        let place = places.place(of: node)
        if budget < 0 { throw YAMLReader.refusal("more than \(YAMLReader.maximumNodes) values, aliases counted out", at: place) }
        if node.scalar == nil, depth >= YAMLReader.maximumNesting {
            throw YAMLReader.refusal("lists and keys nested more than \(YAMLReader.maximumNesting) deep", at: place)
        }
        switch node {
        case .scalar(let scalar):
            let plain = scalar.style == .plain || scalar.style == .any
            let isNull = plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return YAMLValue(content: isNull ? .null : .scalar(scalar.string.cleaned, plain: plain), location: place)
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for item in sequence { items.append(try value(item, depth: depth + 1)) }
            return YAMLValue(content: .sequence(items), location: place)
        case .mapping(let mapping):
            var entries: [(key: Located<String>, value: YAMLValue)] = []
            for (key, item) in mapping {
                guard case .scalar(let name) = key else {
                    throw Rule.yamlSyntax("a key is a list or a mapping", at: places.place(of: key), help: "write keys as plain text")
                }
                entries.append((Located(name.string.cleaned, at: places.place(of: key)), try value(item, depth: depth + 1)))
            }
            return YAMLValue(content: .mapping(entries), location: place)
        case .alias:
            throw Rule.yamlSyntax("an alias stands for nothing", at: place, help: "put text that starts with * in quotes")
        }
    }
}
