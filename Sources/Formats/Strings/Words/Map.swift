extension Words {
    /// The map, and the pictures on pages of roles.
    static let map: [String: String] = [
        "map": "Map", "map_roles": "Roles and their relations",
        "map_hint": "Point at a role, or move to it with the Tab key: its relations stand out.",
        "map_groups_hint": "There are too many roles for one picture. It shows the groups; each leads to a map of its own.",
        "map_left_out": "{count} more are in the table alone.", "map_picture": "Download as SVG", "map_key": "What the lines mean",
        "map_by_group": "One group at a time", "map_table": "As a table",
        "tree": "The handbook as a tree", "tree_list": "As a list", "on_map": "See it on the map",
        "neighbours": "{role} and the roles it works with", "neighbours_more": "{count} more are listed below.",
        "question_map": "How does it all connect?", "question_map_note": "The map",
    ]
}
