extension Words {
    /// The switch for light and dark.
    static let scheme: [String: String] = [
        "scheme": "Colours", "scheme_system": "As the system", "scheme_light": "Light", "scheme_dark": "Dark",
    ]
}
