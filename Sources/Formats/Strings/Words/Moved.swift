extension Words {
    /// The small pages at old addresses.
    static let moved: [String: String] = [
        "moved": "This page has moved", "moved_to": "It is now here:",
    ]
}
