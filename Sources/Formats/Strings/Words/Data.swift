extension Words {
    /// The handbook for programs.
    static let data: [String: String] = [
        "data": "Data (JSON)", "summary": "Summary",
    ]
}
