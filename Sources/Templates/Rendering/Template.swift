/// A compiled template: instructions that write text and values, for values of the shape it was compiled for.
///
/// It is a value without state, so any number of threads can render it at once.
package struct Template: Sendable {
    enum Instruction: Sendable {
        /// Writes constant text: a range of `text`.
        case text(Int, Int)
        /// Writes a value, escaped unless it is markup.
        case value(path: Int)
        /// Runs the instructions up to `end` once for each item of a list, or once when the value is not empty.
        case section(path: Int, end: Int)
        /// Runs the instructions up to `end` when a value is not empty; it does not become the value at hand.
        case condition(path: Int, end: Int)
        /// Runs the instructions up to `end` when a value is empty.
        case inverted(path: Int, end: Int)
        /// Runs those of `choices` that belong to the template that a value names; `end` follows all of them.
        case choice(path: Int, choices: Int, end: Int)
    }

    /// How a value is found.
    struct Path: Sendable, Hashable {
        /// A step into a record.
        struct Step: Sendable, Hashable {
            let name: String
            /// Where the name probably is among the record's fields.
            let place: Int
        }

        /// The place on the stack of the value at hand; 0 is the page.
        let frame: Int
        /// For a value of the page, its place in `names`.
        let slot: Int?
        let steps: [Step]
        /// Whether it asks if the value is not empty: `{{#rows.any}}`.
        let asksWhetherAny: Bool
    }

    var instructions: [Instruction] = []
    var text: [UInt8] = []
    var paths: [Path] = []
    var choices: [[String: Range<Int>]] = []
    /// The names of the page's values that it uses, by slot.
    var names: [String] = []

    /// Appends what the template makes of a page's values.
    package func render(_ values: [String: View], into output: inout [UInt8]) {
        var rendering = Rendering(self, values)
        rendering.run(0..<instructions.count, into: &output)
    }

    /// What the template makes of a page's values, as text.
    package func text(_ values: [String: View]) -> String {
        var output: [UInt8] = []
        render(values, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
