/// Colours of a terminal, which say nothing that words do not say too.
struct Paint: Sendable {
    /// Whether there are any.
    let isOn: Bool

    /// Escape sequences as ECMA-48 has them: bold and a colour of the terminal's own.
    enum Color: String {
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "1;36"
        case blue = "34"
        case bold = "1"
    }

    func callAsFunction(_ text: String, _ color: Color) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }

    static func color(of severity: Severity) -> Color {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }
}
