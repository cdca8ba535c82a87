/// What gives the shapes of a picture their colours: on a page classes, since the style sheet knows the scheme; in a
/// picture that stands for itself the colours.
package enum MapPaint: Sendable {
    /// The classes of each group.
    case classes([String])
    /// The hue of each group in degrees; `nil` for what is in none.
    case colors([Int?])

    enum Shape {
        case ground, card(Int), edge(Int), title(Int), label, note, mark, line(MapGraph.Kind), port, branch(Int), root, rootText
    }

    /// The attributes of a shape. `more` are further classes, for pages alone.
    func callAsFunction(_ shape: Shape, _ more: String = "") -> String {
        switch self {
        case .classes(let groups): "class=\"\(Self.classes(shape, groups))\(more)\""
        case .colors(let hues): Self.colors(shape, hues)
        }
    }

    var isForPages: Bool {
        if case .classes = self { true } else { false }
    }

    private static func classes(_ shape: Shape, _ groups: [String]) -> String {
        switch shape {
        case .ground: "map-ground"
        case .card(let group): "map-card \(groups[group])"
        case .edge(let group): "map-edge \(groups[group])"
        case .title(let group): "map-title \(groups[group])"
        case .label: "map-label"
        case .note: "map-note"
        case .mark: "map-mark"
        case .line(let kind): "map-line is-\(kind)"
        case .port: "map-port"
        case .branch(let group): "map-branch \(groups[group])"
        case .root: "map-root"
        case .rootText: "map-root-text"
        }
    }

    // MARK: - The light scheme's tokens, for pictures that carry their colours

    /// The ground of a picture.
    package static let paper = OKLCH(0.988, 0.004, 85)
    /// The colour of names.
    package static let ink = OKLCH(0.23, 0.012, 60)
    /// The colour of lines and small words.
    package static let secondInk = OKLCH(0.41, 0.013, 60)

    /// The colours of a group's title, edge and card, by its hue in degrees.
    package static func groupInk(_ hue: Int?) -> OKLCH { OKLCH(0.46, hue == nil ? 0.115 * grey : 0.115, Double(hue ?? 60)) }
    package static func groupMark(_ hue: Int?) -> OKLCH { OKLCH(0.60, hue == nil ? 0.135 * grey : 0.135, Double(hue ?? 60)) }
    package static func groupWash(_ hue: Int?) -> OKLCH { OKLCH(0.966, hue == nil ? 0.018 * grey : 0.018, Double(hue ?? 60)) }

    /// How much of a group's chroma is left to what is in none.
    static let grey = 0.08

    private static func colors(_ shape: Shape, _ hues: [Int?]) -> String {
        func fill(_ color: OKLCH) -> String { "fill=\"\(color.inSRGB.hex)\"" }
        func stroke(_ color: OKLCH, _ more: String = "") -> String {
            "fill=\"none\" stroke=\"\(color.inSRGB.hex)\" stroke-width=\"1.5\"\(more)"
        }
        return switch shape {
        case .ground: fill(paper)
        case .card(let group): fill(groupWash(hues[group]))
        case .edge(let group): fill(groupMark(hues[group]))
        case .title(let group): fill(groupInk(hues[group])) + " font-weight=\"600\""
        case .label: fill(ink)
        case .note: fill(secondInk)
        case .mark: fill(ink) + " font-weight=\"600\""
        case .line(.stated): stroke(secondInk)
        case .line(.inferred): stroke(secondInk, " stroke-dasharray=\"5 4\"")
        case .line(.computed): stroke(secondInk, " stroke-dasharray=\"1 4\" stroke-linecap=\"round\"")
        case .port: fill(secondInk)
        case .branch(let group): stroke(groupMark(hues[group]))
        case .root: fill(ink)
        case .rootText: fill(paper) + " font-weight=\"600\""
        }
    }
}
