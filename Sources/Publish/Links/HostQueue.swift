import Diagnostics
import Handbook

/// Addresses that wait to be asked: in their order, but a few at a time of each host, so that no server is flooded.
struct HostQueue {
    /// How many of one host are asked at a time.
    private let most: Int
    private var waiting: [String: ArraySlice<String>]
    private var running: [String: Int] = [:]
    /// Hosts that can be asked, in turn; each at most once.
    private var ready: [String]
    private var first = 0

    init(_ addresses: [String], perHost most: Int) {
        self.most = most
        waiting = Dictionary(grouping: addresses, by: ExternalLink.host(of:)).mapValues { $0[...] }
        ready = addresses.map(ExternalLink.host(of:)).uniqued()
    }

    /// The next address; `nil` while every host that has some is busy, and when there is none left.
    mutating func next() -> String? {
        guard first < ready.count else { return nil }
        let host = ready[first]
        first += 1
        guard let address = waiting[host]?.popFirst() else { return nil }
        running[host, default: 0] += 1
        if running[host, default: 0] < most, waiting[host]?.isEmpty == false { ready.append(host) }
        return address
    }

    /// Says that an address has been asked.
    mutating func done(_ address: String) {
        let host = ExternalLink.host(of: address)
        let before = running[host, default: 0]
        running[host] = before - 1
        // A host that was not busy to the full stands in line already, if it has any.
        if before == most, waiting[host]?.isEmpty == false { ready.append(host) }
    }
}
