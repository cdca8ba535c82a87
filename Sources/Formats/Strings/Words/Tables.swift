extension Words {
    /// Tables of facts, and their files.
    static let tables: [String: String] = [
        "download_csv": "Download as CSV", "fact": "Fact", "basis": "Basis", "weight": "Weight", "finding": "Finding",
        "findings": "Findings", "remedy": "What to do", "place": "Place",
        "accountable_by_matrix": "Accountable, by matrix", "copy": "Copy", "copy_csv": "Copy as CSV",
        "copy_markdown": "Copy as Markdown", "copied": "Copied", "copy_failed": "Could not be copied", "load_share": "Share",
        "matrix_filter": "Filter",
        "letters": "Letters", "matrix_all_roles": "all", "matrix_others": "With the others in their rows",
        "matrix_clear": "Show all", "matrix_count": "{shown} of {all} tasks",
    ]
}
