extension Overlay {
    /// For the page without a site, and for the overlay, which lies in a shadow tree: neither touches the theme's styles.
    static let styleText = """
        :host { all: initial; }
        body { margin: 0; background: #161616; }
        .panel {
          box-sizing: border-box;
          color-scheme: dark;
          background: #161616;
          color: #f2f2f2;
          font: 1rem/1.5 system-ui, sans-serif;
          padding: 1rem clamp(1rem, 4vw, 2rem);
          border-block-start: 0.25rem solid #ff8a7a;
        }
        :host .panel {
          position: fixed;
          inset: auto 0 0 0;
          z-index: 2147483647;
          max-block-size: 70vh;
          overflow: auto;
          box-shadow: 0 0 2rem rgb(0 0 0 / 50%);
        }
        .bar { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
        h1, .title { font-size: 1.125rem; font-weight: 600; margin: 0 0 0.75rem; }
        pre {
          margin: 0;
          overflow-x: auto;
          font: 0.875rem/1.5 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace;
          tab-size: 4;
        }
        button {
          font: inherit;
          color: inherit;
          background: transparent;
          border: 1px solid #9a9a9a;
          border-radius: 0.25rem;
          padding: 0.25rem 0.75rem;
          min-block-size: 2rem;
          cursor: pointer;
        }
        button:hover { background: #333; }
        :focus-visible { outline: 3px solid #ffd54a; outline-offset: 2px; }
        @media print { :host .panel { display: none; } }

        """
}
