/// What a name in a template can mean: the values at hand, the innermost last.
struct Scope {
    struct Frame {
        let shape: ViewShape
        /// The value, where it is known when the template is compiled.
        let constant: View?
        /// Its place on the stack when the template runs; `nil` for a constant.
        let place: Int?
    }

    /// What a name was found to mean.
    struct Meaning {
        let shape: ViewShape
        let constant: View?
        /// Where it is found when the template runs; `nil` for a constant.
        let path: Template.Path?
    }

    private let page: ViewShape.Fields
    private let constants: [String: View]
    private var frames: [Frame]
    /// The places of the page's names that are in use, by slot.
    private(set) var names: [String] = []
    private var slots: [String: Int] = [:]

    init(page: ViewShape.Fields, constants: [String: View]) {
        self.page = page
        self.constants = constants
        frames = [Frame(shape: .record(page), constant: nil, place: 0)]
    }

    mutating func push(_ shape: ViewShape, constant: View?) {
        let place = frames.count { $0.place != nil }
        frames.append(Frame(shape: shape, constant: constant, place: constant == nil ? place : nil))
    }

    mutating func pop() { frames.removeLast() }

    /// What a name means; `nil` when no value at hand provides it.
    mutating func meaning(of name: Name) -> Meaning? {
        guard let first = name.parts.first else {
            guard let frame = frames.last else { return nil }
            return meaning(from: frame.shape, frame.constant, path: (frame.place ?? 0, nil), [])
        }
        for frame in frames.reversed() {
            guard let shape = frame.shape.fields?[first] else { continue }
            let rest = name.parts.dropFirst()
            if let constant = frame.constant {
                return meaning(from: shape, Self.child(first, of: constant, frame.shape), path: (0, nil), rest)
            }
            guard let place = frame.place else { return nil }
            guard place == 0 else {
                return meaning(from: frame.shape, nil, path: (place, nil), name.parts[...])
            }
            if let constant = constants[first] { return meaning(from: shape, constant, path: (0, nil), rest) }
            return meaning(from: shape, nil, path: (0, slot(of: first)), rest)
        }
        return nil
    }

    /// The names that are known here: of all values at hand, or of the one that a dotted name's beginning leads to.
    func known(beside name: Name) -> [String] {
        guard name.parts.count > 1, let first = name.parts.first else { return frames.flatMap { $0.shape.fields?.all.map(\.name) ?? [] } }
        var shape = frames.last { $0.shape.fields?[first] != nil }?.shape.fields?[first]
        var path = first
        for part in name.parts.dropFirst() {
            guard let fields = shape?.fields else { return [] }
            guard let next = fields[part] else { return fields.all.map { "\(path).\($0.name)" } }
            (shape, path) = (next, "\(path).\(part)")
        }
        return []
    }

    private mutating func slot(of name: String) -> Int {
        if let slot = slots[name] { return slot }
        slots[name] = names.count
        names.append(name)
        return names.count - 1
    }

    private static func child(_ name: String, of value: View, _ shape: ViewShape) -> View {
        guard case .record(let record) = value else { return .none }
        return record.value(name, at: shape.fields?.place(of: name) ?? 0) ?? .none
    }

    private func meaning(
        from start: ViewShape,
        _ constant: View?,
        path: (frame: Int, slot: Int?),
        _ parts: ArraySlice<String>
    ) -> Meaning? {
        var (shape, value) = (start, constant)
        var steps: [Template.Path.Step] = []
        var asksWhetherAny = false
        for (index, part) in zip(parts.indices, parts) {
            guard let fields = shape.fields, let next = fields[part], let place = fields.place(of: part) else {
                guard part == "any", index == parts.endIndex - 1 else { return nil }
                asksWhetherAny = true
                (shape, value) = (.flag, value.map { .flag(!$0.isEmpty) })
                break
            }
            value = value.map { Self.child(part, of: $0, shape) }
            steps.append(Template.Path.Step(name: part, place: place))
            shape = next
        }
        let found = Template.Path(frame: path.frame, slot: path.slot, steps: steps, asksWhetherAny: asksWhetherAny)
        return Meaning(shape: shape, constant: value, path: value == nil ? found : nil)
    }
}
