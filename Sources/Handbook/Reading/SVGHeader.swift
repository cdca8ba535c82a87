/// The size in an SVG file: `width` and `height` of its root element where they are lengths, else those of its `viewBox`.
enum SVGHeader {
    static func size(_ bytes: [UInt8]) -> ImageSize? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let root = rootTag(text) else { return nil }
        let box = attribute("viewBox", of: root).map { $0.split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) } }
        let viewBox = box.flatMap { $0.count == 4 && $0[2] > 0 && $0[3] > 0 ? ($0[2], $0[3]) : nil }
        let width = attribute("width", of: root).flatMap(pixels)
        let height = attribute("height", of: root).flatMap(pixels)
        switch (width, height, viewBox) {
        case (let width?, let height?, _): return size(width, height)
        // One side and the shape give the other.
        case (let width?, nil, let box?): return size(width, width * box.1 / box.0)
        case (nil, let height?, let box?): return size(height * box.0 / box.1, height)
        case (nil, nil, let box?): return size(box.0, box.1)
        default: return nil
        }
    }

    private static func size(_ width: Double, _ height: Double) -> ImageSize? {
        guard width < 65_536, height < 65_536 else { return nil }
        return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
    }

    /// The opening tag of the root element. Before it may stand a declaration, a document type and comments.
    private static func rootTag(_ text: String) -> Substring? {
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[open...]
            if rest.hasPrefix("<!--") {
                guard let end = rest.firstRange(of: "-->") else { return nil }
                rest = rest[end.upperBound...]
                continue
            }
            guard let close = rest.firstIndex(of: ">") else { return nil }
            let tag = rest[...close]
            let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
            if name == "svg" || name.hasSuffix(":svg") { return tag }
            guard tag.hasPrefix("<?") || tag.hasPrefix("<!") else { return nil }
            rest = rest[rest.index(after: close)...]
        }
        return nil
    }

    private static func attribute(_ name: String, of tag: Substring) -> Substring? {
        var rest = tag
        while let found = rest.firstRange(of: name) {
            let before = rest[..<found.lowerBound].last
            rest = rest[found.upperBound...].drop(while: \.isWhitespace)
            guard before?.isWhitespace == true, rest.first == "=" else { continue }
            let value = rest.dropFirst().drop(while: \.isWhitespace)
            guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
            return value.dropFirst().prefix { $0 != quote }
        }
        return nil
    }

    /// A length in pixels; `nil` for one that depends on what is around the picture.
    private static func pixels(_ text: Substring) -> Double? {
        let units: [(String, Double)] = [("px", 1), ("pt", 4.0 / 3), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("", 1)]
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let number = Double(text.dropLast(unit.count)), number > 0 else { continue }
            return number * factor
        }
        return nil
    }
}
