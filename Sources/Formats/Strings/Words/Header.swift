extension Words {
    /// The header.
    static let header: [String: String] = [
        "site_links": "Links", "scheme": "Colours", "scheme_system": "As the system", "scheme_light": "Light", "scheme_dark": "Dark",
    ]
}
