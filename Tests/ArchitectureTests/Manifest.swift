import Foundation
import TestSupport

/// The targets that `Package.swift` declares.
struct Manifest {
    struct Target {
        let name: String
        /// Its folder.
        let path: String
        /// The targets of the package that it depends on.
        let dependencies: Set<String>
    }

    /// In the order in which they are declared.
    let targets: [Target]

    init() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8)
        targets = text.matches(of: #/(?m)^ {8}\.(executableTarget|target|systemLibrary|testTarget)(?=\()/#).compactMap { match in
            let declaration = Self.balanced(text[match.range.upperBound...], "(", ")")
            guard let name = declaration.firstMatch(of: #/name: "([^"]+)"/#)?.output.1 else { return nil }
            let path = declaration.firstMatch(of: #/path: "([^"]+)"/#)?.output.1
            let list = declaration.firstRange(of: "dependencies: ").map { Self.balanced(declaration[$0.upperBound...], "[", "]") } ?? ""
            let own = String(list).replacing(#/\.product\([^)]*\)/#, with: "")
            return Target(
                name: String(name),
                path: path.map(String.init) ?? "\(match.output.1 == "testTarget" ? "Tests" : "Sources")/\(name)",
                dependencies: Set(own.matches(of: #/"([^"]+)"/#).map { String($0.output.1) })
            )
        }
    }

    subscript(_ name: String) -> Target? { targets.first { $0.name == name } }

    /// The text from an opening sign up to the one that closes it.
    private static func balanced(_ text: Substring, _ open: Character, _ close: Character) -> Substring {
        var depth = 0
        for index in text.indices {
            if text[index] == open { depth += 1 }
            if text[index] == close { depth -= 1 }
            if depth == 0 { return text[...index] }
        }
        return text
    }
}
