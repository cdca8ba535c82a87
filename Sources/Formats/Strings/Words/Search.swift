extension Words {
    /// The search dialog, and the page of all names.
    static let search: [String: String] = [
        "search": "Search", "search_label": "Search the handbook", "search_hint": "A role, a task, a skill, any words",
        "search_results": "Results", "search_loading": "Loading the names",
        "search_start": "Roles are found by any of their names, pages by what they say.",
        "search_text": "In the text", "search_text_loading": "Looking through the text",
        "search_from_disk": "To search the text as well, open the handbook from a web server. Names are found from disk too.",
        "search_failed": "The search could not be loaded.", "search_text_failed": "The text cannot be searched just now.",
        "search_called": "also called", "search_more": "Show more", "search_nothing": "Nothing is called “{query}”, and no page says it.",
        "search_no_name": "Nothing is called “{query}”.",
        "search_try": "Try fewer letters or another word for it, or look through the list:",
        "search_names_one": "1 name", "search_names": "{count} names", "search_pages_one": "1 page", "search_pages": "{count} pages",
        "search_choose": "choose", "search_open": "open", "search_leave": "close", "search_slash": "The / key opens the search",
        "comparison": "Comparison", "page": "Page", "pages": "Pages", "names": "All names",
        "names_lead": "Everything that has a name here, and what it is called elsewhere.", "names_letters": "Letters",
        "names_other": "Other", "names_see": "see",
    ]
}
