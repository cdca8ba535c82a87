/// Runs `work` over `items` on all cores, a slice at a time, and gives the results in the items' order.
public func inParallel<Item: Sendable, Output: Sendable>(
    _ items: [Item],
    _ work: @escaping @Sendable (Item) -> Output
) async -> [Output] {
    let slice = max(1, min(64, items.count / 16))
    return await withTaskGroup(of: (Int, [Output]).self) { group in
        for start in stride(from: 0, to: items.count, by: slice) {
            group.addTask { (start, items[start..<min(start + slice, items.count)].map(work)) }
        }
        var parts: [(Int, [Output])] = []
        for await part in group { parts.append(part) }
        return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
}
