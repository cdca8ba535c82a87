/// The measures of a map, in pixels of a screen whose text is 16 pixels high.
///
/// Heights are multiples of `unit`, and in every second column the rows stand half a unit lower in their cards. So no two
/// lines that enter the space between two columns from its two sides do so at the same height, where they would run into
/// one another.
package struct MapMeasures: Sendable {
    let unit = 16
    /// The size of the type of roles and of groups.
    var textSize: Int
    var titleSize: Int
    var rowHeight = 32
    /// What each further line of a label adds.
    var lineHeight = 16
    /// Above the first row of a card whose title has one line; half a unit more in every second column.
    var titleHeight = 36
    /// The same for a card without a title.
    var cardStart = 20
    /// Below the last row of a card; half a unit less in every second column.
    var cardEnd = 12
    /// From a card's edge to its text.
    var inset = 14
    /// Between cards of a column.
    var gap = 32
    var columnWidths: ClosedRange<Int>
    /// How wide the picture may be.
    var width: Int
    var mostColumns: Int
    /// How wide the space between two columns is at least.
    var leastGutter: Int
    /// From a column's edge to the first line beside it.
    var gutterEnd: Int
    var corner: Int

    /// For a column of text on a wide screen, and for a slide.
    package static let wide = MapMeasures(
        textSize: 15,
        titleSize: 13,
        columnWidths: 150...224,
        width: 932,
        mostColumns: 3,
        leastGutter: 96,
        gutterEnd: 22,
        corner: 14
    )

    /// For a phone: one column, its lines beside it.
    package static let narrow = MapMeasures(
        textSize: 14,
        titleSize: 12,
        columnWidths: 190...236,
        width: 320,
        mostColumns: 1,
        leastGutter: 40,
        gutterEnd: 14,
        corner: 9
    )
}
