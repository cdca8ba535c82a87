/// The theme's own words in English, by key, in a file for each part of the site.
enum Words {
    /// The words of every part. Each key is in exactly one of them.
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
