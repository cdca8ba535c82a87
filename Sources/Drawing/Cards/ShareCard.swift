/// The picture that stands for a page where a link to it is shown elsewhere: a card as the home page has them, with the
/// spine in the group's colour, the call number, the title and a sentence.
package struct ShareCard: Sendable {
    /// A part of the spine.
    package struct Band: Sendable, Hashable {
        let color: OKLCH
        /// How many shares of the height it takes.
        let share: Int

        /// A band of a colour.
        package init(color: OKLCH, share: Int) { (self.color, self.share) = (color, share) }
    }

    /// The shape of a letter in a matrix, named as the style sheet's classes are.
    package enum Mark: String, Sendable, Hashable, CaseIterable {
        case square, pane, disc, ring, diamond, lozenge, dot
    }

    /// What stands at the foot: a role's letters, or a card for each role of the handbook.
    package enum Ornament: Sendable, Hashable {
        case marks([Mark])
        /// The band that each card's spine has the colour of.
        case cards([Int])
    }

    let call: String?
    /// The page's title.
    package let title: String
    let summary: String?
    let foot: String
    let spine: [Band]
    let ornament: Ornament
    /// Its words, set.
    private var lines: [Line] = []

    /// A card with its words set.
    package init(call: String?, title: String, summary: String?, foot: String, spine: [Band], ornament: Ornament) {
        (self.call, self.title, self.summary, self.foot, self.spine, self.ornament) = (call, title, summary, foot, spine, ornament)
        lines = set()
    }

    /// Whether all its words can be drawn.
    package var canBeDrawn: Bool { [call, title, summary, foot].compactMap(\.self).allSatisfy(StrokeFont.canDraw) }

    // MARK: - Measures, in pixels

    static let width = 1200
    static let height = 630
    private static let left = 92
    private static let right = 1120
    private static let spineWidth = 26
    private static let footLine = 536
    private static let cardWidth = 34
    private static let cardGap = 9
    private static let cardsInRow = (right - left + cardGap) / (cardWidth + cardGap)

    private static let callStyle = TypeStyle(size: 38, weight: 11.5, tracking: 6)
    private static let titleStyles = [96.0, 82, 68, 56].map { TypeStyle(size: $0, weight: 11.5, tracking: 1.5) }
    private static let summaryStyle = TypeStyle(size: 38, weight: 8, tracking: 1)
    private static let footStyle = TypeStyle(size: 28, weight: 9.5, tracking: 2)

    // MARK: - Words

    private enum Tone { case ink, quiet, group }

    private struct Line {
        let text: String
        let style: TypeStyle
        let baseline: Int
        let tone: Tone
    }

    private func set() -> [Line] {
        let width = Double(Self.right - Self.left)
        // The largest size that leaves room for the sentence.
        let words = title.split(whereSeparator: \.isWhitespace)
        let fitting = Self.titleStyles.first { style in
            style.lines(of: title, width: width).count <= (style.size > 90 ? 1 : 2) && words.allSatisfy { style.width(of: $0) <= width }
        }
        let style = fitting ?? Self.titleStyles[Self.titleStyles.count - 1]
        var lines: [Line] = []
        var y = 84.0
        if let call {
            y += 28
            lines.append(Line(text: call, style: Self.callStyle, baseline: Int(y), tone: .group))
            y += 24
        }
        let titleLines = style.evenLines(of: title, width: width).prefix(3)
        y += style.size * 0.94
        for text in titleLines {
            lines.append(Line(text: text, style: style, baseline: Int(y), tone: .ink))
            y += style.size * 1.08
        }
        y += Self.summaryStyle.size * 0.72 + 12
        let room = max(0, Int((Double(summaryEnd) - y) / (Self.summaryStyle.size * 1.36)) + 1)
        if let summary, room > 0 {
            for text in Self.summaryStyle.lines(of: summary, width: width, atMost: min(3, room)) {
                lines.append(Line(text: text, style: Self.summaryStyle, baseline: Int(y), tone: .quiet))
                y += Self.summaryStyle.size * 1.36
            }
        }
        lines.append(Line(text: footText, style: Self.footStyle, baseline: 590, tone: .quiet))
        return lines
    }

    /// Where the sentence ends at the latest.
    private var summaryEnd: Int {
        switch ornament {
        case .cards(let cards): cards.count <= Self.cardsInRow ? 440 : 400
        case .marks: Self.footLine - 24
        }
    }

    /// The foot's words, cut where marks need the room.
    private var footText: String {
        let width = Double(Self.right - Self.left) * 0.62
        return Self.footStyle.lines(of: foot, width: width, atMost: 1).first ?? ""
    }

    /// The letters it needs.
    package var letters: Set<LetterSheet.Key> {
        Set(lines.flatMap { line in line.text.map { LetterSheet.Key(character: $0, style: line.style) } })
    }

    // MARK: - Drawing

    private static let paper = OKLCH(0.988, 0.004, 85)
    private static let ink = OKLCH(0.23, 0.012, 60)
    private static let quiet = OKLCH(0.41, 0.013, 60)
    private static let line = OKLCH(0.80, 0.010, 80)
    /// The lightness and chroma of a group's marks on light ground, as the theme's style sheet has them.
    package static let groupLightness = 0.60
    package static let groupChroma = 0.135

    private static let inkRamp = Ramp(first: 1, levels: 5)
    private static let quietRamp = Ramp(first: 6, levels: 4)
    private static let linePlace: UInt8 = 10
    private static let groupRamp = Ramp(first: 11, levels: 5)

    /// The picture, with letters that were made before.
    package func picture(_ sheet: LetterSheet) -> PNG {
        var canvas = Canvas(width: Self.width, height: Self.height)
        // The first band's colour has edges, since words are in it; the others fill rectangles alone.
        let main = spine.first?.color ?? Self.ink
        var palette = [Self.paper] + Ramp.colors(from: Self.paper, to: Self.ink, levels: 5)
        palette += Ramp.colors(from: Self.paper, to: Self.quiet, levels: 4) + [Self.line]
        palette += Ramp.colors(from: Self.paper, to: main, levels: 5)
        let places = [Self.groupRamp.full] + spine.indices.dropFirst().map { UInt8(min(255, 15 + $0)) }
        palette += spine.dropFirst().prefix(240).map(\.color)

        drawSpine(on: &canvas, places)
        for line in lines { draw(line, sheet, on: &canvas) }
        canvas.fill(x: Self.left, y: Self.footLine, width: Self.right - Self.left, height: 2, Self.linePlace)
        switch ornament {
        case .marks(let marks): draw(marks, on: &canvas)
        case .cards(let cards): draw(cards, places, on: &canvas)
        }
        return PNG(width: Self.width, height: Self.height, palette: palette, pixels: canvas.pixels)
    }

    private func drawSpine(on canvas: inout Canvas, _ places: [UInt8]) {
        let all = max(1, spine.reduce(0) { $0 + $1.share })
        var (sum, top) = (0, 0)
        for (band, place) in zip(spine, places) {
            sum += band.share
            let bottom = Self.height * sum / all
            canvas.fill(x: 0, y: top, width: Self.spineWidth, height: bottom - top, place)
            top = bottom
        }
    }

    private func draw(_ line: Line, _ sheet: LetterSheet, on canvas: inout Canvas) {
        let ramp =
            switch line.tone {
            case .ink: Self.inkRamp
            case .quiet: Self.quietRamp
            case .group: Self.groupRamp
            }
        for (character, x) in line.style.places(of: line.text).letters {
            guard let bitmap = sheet[character, line.style] else { continue }
            canvas.stamp(bitmap, x: Self.left + Int(x.rounded()), y: line.baseline, ramp)
        }
    }

    /// The letters of a role's rows, from the right, as many as the foot leaves room for.
    private func draw(_ marks: [Mark], on canvas: inout Canvas) {
        let step = 38
        let free = Double(Self.right - Self.left) - Self.footStyle.width(of: footText) - 40
        let shown = marks.prefix(max(0, min(16, Int(free) / step)))
        for (index, mark) in shown.enumerated() {
            let x = Self.right - (shown.count - index) * step + step / 2 + 5
            switch mark {
            case .square: canvas.fill(x: x - 12, y: 568, width: 24, height: 24, Self.inkRamp.full)
            case .pane: canvas.stamp(Self.pen([(-11, -11), (11, -11), (11, 11), (-11, 11), (-11, -11)], 3), x: x, y: 580, Self.inkRamp)
            case .disc: canvas.stamp(Self.pen([(0, 0)], 21), x: x, y: 580, Self.groupRamp)
            case .ring: canvas.stamp(Self.pen(Self.circle(11), 3), x: x, y: 580, Self.groupRamp)
            case .diamond:
                for row in -12...12 {
                    canvas.fill(x: x - 12 + abs(row), y: 580 + row, width: 25 - 2 * abs(row), height: 1, Self.groupRamp.full)
                }
            case .lozenge: canvas.stamp(Self.pen([(-12, 0), (0, -12), (12, 0), (0, 12), (-12, 0)], 3), x: x, y: 580, Self.groupRamp)
            case .dot: canvas.stamp(Self.pen([(0, 0)], 7.5), x: x, y: 580, Self.quietRamp)
            }
        }
    }

    /// A small card for each role, in the order of the home page.
    private func draw(_ cards: [Int], _ places: [UInt8], on canvas: inout Canvas) {
        let (width, height, gap, inRow) = (Self.cardWidth, 44, Self.cardGap, Self.cardsInRow)
        let rows = min(2, (cards.count + inRow - 1) / inRow)
        for (index, band) in cards.prefix(inRow * rows).enumerated() {
            let x = Self.left + index % inRow * (width + gap)
            let y = Self.footLine - 20 - (rows - index / inRow) * (height + gap) + gap
            canvas.fill(x: x, y: y, width: width, height: height, Self.linePlace)
            canvas.fill(x: x + 1, y: y + 1, width: width - 2, height: height - 2, 0)
            canvas.fill(x: x, y: y, width: 7, height: height, places.indices.contains(band) ? places[band] : Self.inkRamp.full)
        }
    }

    private static func circle(_ radius: Double) -> [(Double, Double)] {
        StrokeFont.strokes("A 0 0 \(radius) \(radius) 0 360").first?.map { ($0.x, $0.y) } ?? []
    }

    /// A way of the pen in pixels.
    private static func pen(_ points: [(Double, Double)], _ weight: Double) -> StrokeFont.Bitmap {
        let stroke = points.map { StrokeFont.Point(x: $0.0, y: $0.1) }
        return StrokeFont.bitmap(StrokeFont.Glyph(advance: 0, strokes: [stroke]), size: 100, weight: weight)
    }
}
