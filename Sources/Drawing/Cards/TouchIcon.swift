/// The theme's icon as a picture, for where a system shows a site among its programs: `assets/icon.svg`, drawn once more.
package enum TouchIcon {
    /// 180 by 180 pixels, without round corners: the system rounds them.
    package static var picture: PNG {
        var canvas = Canvas(width: 180, height: 180)
        let paper = Ramp(first: 1, levels: 5)
        canvas.fill(x: 0, y: 0, width: 36, height: 180, 6)
        for (y, end) in [(58.0, 148.0), (93.0, 148.0), (128.0, 116.0)] {
            let line = [StrokeFont.Point(x: 66, y: -y), StrokeFont.Point(x: end, y: -y)]
            canvas.stamp(StrokeFont.bitmap(StrokeFont.Glyph(advance: 0, strokes: [line]), size: 100, weight: 14), x: 0, y: 0, paper)
        }
        let ground = OKLCH(red: 0x1D, green: 0x27, blue: 0x33)
        let spine = OKLCH(red: 0xD9, green: 0x82, blue: 0x2B)
        let palette = [ground] + Ramp.colors(from: ground, to: OKLCH(1, 0, 0), levels: 5) + [spine]
        return PNG(width: 180, height: 180, palette: palette, pixels: canvas.pixels)
    }
}
