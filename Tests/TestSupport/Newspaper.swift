/// A small handbook of a newspaper, without findings.
package enum Newspaper {
    /// The project, as `ProjectText` reads it.
    package static let text = """
        -- handbook.yml --
        title: The Herald
        groups:
          - {id: desk, title: Desk}
          - {id: field, title: Field}
        eras:
          - {id: print, title: Print era}
        -- content/index.md --
        # The Herald

        Who does what.
        -- content/roles/editor.md --
        ---
        title: Editor
        short: Ed
        group: desk
        summary: Decides what is printed. [@style]
        kpis:
          - Readers
          - Errors a week [@style]
        core_skills: [Judgement]
        ---
        Reads everything before it is printed.

        ## Responsibilities
        - **Planning**: makes the plan of the day. [@style]
        - **Checking**: asks for a second source.

        ## Eras
        ### Print era
        - Reads proofs.
        -- content/roles/reporter.md --
        ---
        title: Reporter
        aliases: [Correspondent]
        group: field
        summary: Finds out and writes down.
        ---
        ## Responsibilities
        - **Writing**: writes the story.
        -- content/roles/photographer.md --
        ---
        title: Photographer
        group: field
        summary: Takes the pictures.
        ---
        Is there when it happens, with the light in the back and two cameras.
        -- content/relations/editor-reporter.md --
        ---
        between: [editor, reporter]
        basis: stated
        ---
        ## Overlap
        1. **Text**: one writes it, one mends it.

        ## Collaboration
        - They meet at noon.
        -- content/raci/daily.md --
        ---
        title: Daily work
        ---
        | Task | Ed | Reporter | Photographer |
        |---|---|---|---|
        | Write | A | R | C |
        | Print | A | R |  |
        | Illustrate | I | A | R |
        -- content/activities/write.md --
        ---
        title: Write
        stage: making
        positions:
          - source: style
            responsible: [reporter]
            decides: [editor]
            says: The reporter writes.
        ---
        -- content/lifecycle/making.md --
        ---
        title: Making
        drives: [editor]
        takes_part: [reporter]
        outputs: [A page]
        ---
        -- content/teams/night.md --
        ---
        title: Night shift
        cast:
          - editor
          - role: reporter
            note: on call
        ---
        -- content/sources/style.md --
        ---
        title: Style guide
        author: The desk
        ---
        -- content/guides/day.md --
        # A day

        It begins at six. See the [editor](../roles/editor.md).
        """
}
