import Markdown

/// A handbook as a tree, as SVG.
package struct TreeDrawing {
    let layout: TreeLayout
    let branches: [TreeLayout.Branch]
    let paint: MapPaint

    /// A layout of branches, to be drawn with a paint.
    package init(layout: TreeLayout, branches: [TreeLayout.Branch], paint: MapPaint) {
        (self.layout, self.branches, self.paint) = (layout, branches, paint)
    }

    /// The picture on a page. `hrefs` say where the leaves of each branch lead.
    package func page(label: String, hrefs: [[String]]) -> String {
        var svg = SVGText()
        let box = MapLayout.Box(x: 0, y: 0, width: layout.width, height: layout.height)
        svg.picture(layout.width > 800 ? "tree is-full" : "tree", box, label: label, textSize: TreeLayout.leafSize)
        draw(into: &svg, hrefs: hrefs)
        svg.closePicture()
        return svg.text
    }

    /// The shapes, without what is around them.
    func draw(into svg: inout SVGText, hrefs: [[String]]?) {
        let hidden = paint.isForPages ? "aria-hidden=\"true\"" : ""
        svg.open("g", hidden)
        for line in layout.lines { svg.path(paint(.branch(line.branch)), line.points, corner: TreeLayout.corner) }
        let root = layout.root
        svg.rect(paint(.root), root.box)
        svg.text(
            root.lines,
            paint(.rootText) + " font-size=\"\(TreeLayout.titleSize)\" text-anchor=\"middle\"",
            x: root.box.x + root.box.width / 2,
            y: root.box.y + 16 + 16,
            lineHeight: 21
        )
        svg.close("g")
        for node in layout.nodes {
            if let leaf = node.leaf { draw(node, leaf, into: &svg, hrefs?[node.branch][leaf]) } else { draw(node, into: &svg, hidden) }
        }
    }

    private func draw(_ node: TreeLayout.Node, into svg: inout SVGText, _ hidden: String) {
        svg.rect(paint(.card(node.branch)), node.box)
        let x = node.isLeft ? node.box.right - 3 : node.box.x
        svg.rect(paint(.edge(node.branch)), MapLayout.Box(x: x, y: node.box.y, width: 3, height: node.box.height))
        svg.text(
            node.lines,
            paint(.title(node.branch)) + " font-size=\"\(TreeLayout.branchSize)\"" + anchor(node),
            x: node.isLeft ? node.box.right - 12 : node.box.x + 12,
            y: node.box.y + 8 + 13,
            lineHeight: TreeLayout.lineHeight,
            endsAtX: node.isLeft
        )
    }

    private func draw(_ node: TreeLayout.Node, _ leaf: Int, into svg: inout SVGText, _ href: String?) {
        let title = branches[node.branch].leaves[leaf].title
        let x = node.isLeft ? node.box.right - 7 : node.box.x + 7
        let y = node.box.y + 6 + 13
        if let href {
            let isWhole = node.lines.joined(separator: " ") == title
            svg.open(
                "a",
                "class=\"map-role\" href=\"\(HTMLText.escape(href))\"" + (isWhole ? "" : " aria-label=\"\(HTMLText.escape(title))\"")
            )
            svg.rect("class=\"map-row\"", node.box)
        }
        svg.text(node.lines, paint(.label) + anchor(node), x: x, y: y, lineHeight: TreeLayout.lineHeight, endsAtX: node.isLeft)
        if href != nil { svg.close("a") }
        guard !node.note.isEmpty else { return }
        let below = y + (node.lines.count - 1) * TreeLayout.lineHeight + TreeLayout.noteHeight + 1
        let attributes = paint(.note) + " font-size=\"\(TreeLayout.noteSize)\"" + anchor(node)
        svg.text([node.note], attributes, x: x, y: below, lineHeight: TreeLayout.noteHeight)
    }

    private func anchor(_ node: TreeLayout.Node) -> String { node.isLeft ? " text-anchor=\"end\"" : "" }
}
