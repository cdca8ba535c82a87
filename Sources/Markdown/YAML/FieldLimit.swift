/// What a value has to be beyond its type: the one declaration that checks and schemas are made from.
public enum FieldLimit: Sendable {
    /// The text, or each text of the list, has a form.
    case form(TextForm)
    /// The text, or each text of the list, is one of some names.
    case names([String])
    /// Each text of the list is none of some names.
    case otherThan(Set<String>)
    /// The whole number lies in a range.
    case range(ClosedRange<Int>)
    /// The list has so many entries.
    case count(ClosedRange<Int>)
    /// The mapping's keys are some, each with a type of its own.
    case keys([Field])
}

/// A form that a text has, as a regular expression that this program and JSON Schema (ECMA-262) read in the same way.
public struct TextForm: Sendable {
    /// What an author would call it, with an example.
    public let name: String
    /// The expression, for the whole of a text without blanks around it.
    public let pattern: String
    /// Numbers that have the form when they are written without quotes; `nil` when none has.
    public let numbers: ClosedRange<Double>?
    /// Whether a blank text is as good as none.
    public let mayBeBlank: Bool

    /// Declares a form.
    public init(_ name: String, _ pattern: String, numbers: ClosedRange<Double>? = nil, mayBeBlank: Bool = true) {
        self.name = name
        self.pattern = pattern
        self.numbers = numbers
        self.mayBeBlank = mayBeBlank
    }

    /// Whether a text without blanks around it has the form.
    public func fits(_ text: String) -> Bool {
        guard let expression = try? Regex(pattern) else { return false }
        return (try? expression.wholeMatch(in: text)) != nil
    }
}
