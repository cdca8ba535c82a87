/// The theme's own words in English, by key, in a file for each part of the site.
enum Words {
    /// Every part's words. A key stands in one of them.
    static let all = [
        changes,
        data,
        general,
        header,
        home,
        letters,
        map,
        moved,
        print,
        questions,
        search,
        study,
        tables,
        teams,
        twins,
        upkeep,
    ]
}
