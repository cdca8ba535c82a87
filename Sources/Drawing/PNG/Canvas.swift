/// A run of palette places from one colour to another, for edges that are covered in part.
struct Ramp: Sendable {
    /// The palette place of the least covered.
    let first: UInt8
    let levels: Int

    /// The place of a pixel that is covered so far, from 0 to 255; `nil` for one that is hardly touched.
    func place(_ coverage: UInt8) -> UInt8? {
        let level = (Int(coverage) * levels + 127) / 255
        return level == 0 ? nil : first + UInt8(level - 1)
    }

    /// Its last place, wholly covered.
    var full: UInt8 { first + UInt8(levels - 1) }

    /// The colours of a ramp, without that of the ground. They are mixed in the steps of sRGB, which look even.
    static func colors(from ground: OKLCH, to color: OKLCH, levels: Int) -> [OKLCH] {
        (1...levels).map { level in
            let part = Double(level) / Double(levels)
            func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * part).rounded()) }
            let (from, to) = (ground.bytes, color.bytes)
            return OKLCH(red: mix(from.red, to.red), green: mix(from.green, to.green), blue: mix(from.blue, to.blue))
        }
    }
}

/// A sheet of pixels to draw on; each is a place in a palette, at first 0.
struct Canvas {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]

    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        pixels = [UInt8](repeating: 0, count: width * height)
    }

    /// Fills a rectangle with one palette place.
    mutating func fill(x: Int, y: Int, width: Int, height: Int, _ place: UInt8) {
        let columns = max(0, x)..<max(0, min(self.width, x + width))
        guard !columns.isEmpty else { return }
        let stride = self.width
        let rows = max(0, y)..<max(0, min(self.height, y + height))
        pixels.withUnsafeMutableBufferPointer { pixels in
            for row in rows {
                pixels[row * stride + columns.lowerBound..<row * stride + columns.upperBound].update(repeating: place)
            }
        }
    }

    /// Draws letters that are pixels already.
    mutating func stamp(_ bitmap: StrokeFont.Bitmap, x: Int, y: Int, _ ramp: Ramp) {
        for row in 0..<bitmap.height {
            let line = y + bitmap.top + row
            guard (0..<height).contains(line) else { continue }
            for column in 0..<bitmap.width {
                let coverage = bitmap.coverage[row * bitmap.width + column]
                let at = x + bitmap.left + column
                guard coverage > 0, (0..<width).contains(at), let place = ramp.place(coverage) else { continue }
                pixels[line * width + at] = max(pixels[line * width + at], place)
            }
        }
    }
}
