import Diagnostics

extension Rule {
    /// Totals written by hand that the matrix does not have.
    public static let wrongTotals = Rule("wrong-totals", .warning, "totals written by hand are what the matrix adds up to")
}

extension SettableCheck {
    /// Totals that somebody counted, compared with the letters. What rests on a row that could not be read is passed over.
    static let wrongTotals = SettableCheck(rules: [.wrongTotals]) { context, found in
        for matrix in context.handbook.matrices {
            for table in matrix.tables {
                let adder = TotalsAdder(table: table, scheme: matrix.scheme)
                for totals in table.totals {
                    for (figure, span) in adder.wrong(totals) {
                        found.add(adder.finding(figure, span), on: matrix, about: [totals.heading])
                    }
                }
            }
        }
    }
}

/// Adds up what a table's letters come to.
private struct TotalsAdder {
    let table: Matrix.Table
    let scheme: Scheme

    private struct Sum {
        var letters: [Character: Int] = [:]
        /// Cells with letters; `A/R` is one.
        var parts = 0

        func number(of letter: Character) -> Int { letters[letter] ?? 0 }
    }

    /// The figures that are wrong, with the rows they were checked against: those with which most of the totals agree.
    func wrong(_ totals: Matrix.Totals) -> [(Matrix.Figure, Range<Int>)] {
        guard let first = totals.figures.first else { return [] }
        let readings = first.spans.indices.map { reading in
            totals.figures.compactMap { figure -> (Matrix.Figure, Range<Int>)? in
                let span = figure.spans[reading]
                guard table.rows[span].allSatisfy(\.isComplete), !isRight(figure, sum(figure, span)) else { return nil }
                return (figure, span)
            }
        }
        return readings.min { $0.count < $1.count } ?? []
    }

    private func sum(_ figure: Matrix.Figure, _ span: Range<Int>) -> Sum {
        var sum = Sum()
        for row in table.rows[span] where !row.isHeading {
            for (index, cell) in row.cells.enumerated() where figure.column.map({ $0 == index }) ?? true {
                if !cell.letters.isEmpty { sum.parts += 1 }
                for letter in cell.letters { sum.letters[letter, default: 0] += 1 }
            }
        }
        return sum
    }

    /// A letter that is not named is not claimed to be missing. Who counts parts may count `A/R` once or twice.
    private func isRight(_ figure: Matrix.Figure, _ sum: Sum) -> Bool {
        !figure.counts.isEmpty
            && figure.counts.allSatisfy { count in
                guard let letter = count.letter ?? figure.letter else {
                    return count.number == sum.parts || count.number == sum.letters.values.reduce(0, +)
                }
                return count.number == sum.number(of: letter)
            }
    }

    func finding(_ figure: Matrix.Figure, _ span: Range<Int>) -> Diagnostic {
        let sum = sum(figure, span)
        let right = right(figure, sum)
        let what =
            figure.counts.isEmpty ? "'\(figure.text)' is no count: \(subject(figure, span)) has \(right)" : message(figure, span, right)
        return Rule.wrongTotals(
            what,
            at: figure.location,
            help: "write \(right), or leave it to the page, which counts for itself"
        )
    }

    private func message(_ figure: Matrix.Figure, _ span: Range<Int>, _ right: String) -> String {
        let subject = subject(figure, span)
        if figure.counts.first?.letter != nil { return "\(subject) has \(right), not \(figure.text)" }
        if let letter = figure.letter { return "\(subject) has \(right) \(letter), not \(figure.text)" }
        return "\(subject) has \(right) \(right == "1" ? "part" : "parts"), not \(figure.text)"
    }

    /// What is counted: a role, a task, or the table.
    private func subject(_ figure: Matrix.Figure, _ span: Range<Int>) -> String {
        if let column = figure.column { return "'\(table.columns[column].header)'" }
        // Tasks in the header have its line.
        let lines = [figure.location.line, table.location.line]
        return figure.spans.count == 1 && span.count == 1 && lines.contains(table.rows[span.lowerBound].location.line)
            ? "'\(table.rows[span.lowerBound].task)'" : "the table"
    }

    /// The figure as it should be, written as its author wrote it.
    private func right(_ figure: Matrix.Figure, _ sum: Sum) -> String {
        guard !figure.counts.isEmpty else {
            if let letter = figure.letter { return String(sum.number(of: letter)) }
            let counts = scheme.letters.filter { sum.number(of: $0) > 0 }.map { "\(sum.number(of: $0))\($0)" }
            return counts.isEmpty ? "0" : counts.joined(separator: " ")
        }
        var numbers = figure.counts.map { count in
            (count.letter ?? figure.letter).map(sum.number) ?? sum.parts
        }[...]
        var text = ""
        var rest = figure.text[...]
        while let character = rest.first {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            text += digits.isEmpty ? String(character) : numbers.popFirst().map(String.init) ?? String(digits)
            rest = rest.dropFirst(max(1, digits.count))
        }
        return text
    }
}
