import Handbook
import Testing

@testable import Formats

/// Cells of tables and files.
@Suite struct CellTests {
    @Test func fieldsOfCSVAreQuotedWhereTheyMustBe() {
        #expect(CSV.text([["a", "b,c", "d\"e", "f\ng", "=h", ""]]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",'=h,\r\n")
    }

    @Test(arguments: Scheme.allCases)
    func noTwoLettersOfASchemeHaveTheSameShape(scheme: Scheme) {
        let shapes = scheme.letters.map { scheme.shape(of: $0) }
        #expect(Set(shapes).count == shapes.count)
        #expect(scheme.shape(of: scheme.accountable) == "square")
        #expect(scheme.shape(of: scheme.responsible) == "disc")
    }
}
