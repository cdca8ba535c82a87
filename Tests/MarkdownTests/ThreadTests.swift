import Foundation
import Synchronization
import Testing

@testable import Markdown

@Suite("Many threads")
struct ThreadTests {
    /// Pages in which the extensions that switch the library's tables on and off decide what comes out.
    private static let pages: [String] = (0..<60).map { number in
        switch number % 6 {
        case 0: "~~gone \(number)~~ and www.example.org/\(number), a@example.org: https://example.org/~\(number)~"
        case 1: "Plain words with a tilde ~ and a colon: number \(number). *Emphasis* and `code`."
        case 2: "| a | b |\n|---|---|\n| ~~\(number)~~ | www.example.org |\n| [x](y.md) | \\| |\n"
        case 3: "- [x] done \(number)\n- [ ] open ~~not~~\n\n1. https://example.org/\(number).\n"
        case 4: "# Heading \(number)\n\nText[^1] and [@source, p. \(number)], [[Name|label]].\n\n[^1]: A note with www.example.org.\n"
        default: "> [!NOTE]\n> ~~\(number)~~ w www ww:a@b.co ~~~ \n\n```\n~~code~~ www.example.org\n```\n"
        }
    }

    @Test("Parsing on many threads at once gives what one thread gives")
    func threads() async {
        let alone = Self.pages.map { html($0) }
        let different = Mutex<[String]>([])
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let left = Mutex(8)
            let threads = (0..<8).map { first in
                Thread {
                    for round in 0..<12 {
                        for index in Self.pages.indices {
                            // Each thread in an order of its own.
                            let page = (index * 7 + first * 11 + round) % Self.pages.count
                            let found = html(Self.pages[page])
                            if found != alone[page] { different.withLock { $0.append("\(Self.pages[page]) gives \(found)") } }
                        }
                    }
                    let isLast = left.withLock { count in
                        count -= 1
                        return count == 0
                    }
                    if isLast { done.resume() }
                }
            }
            for thread in threads { thread.start() }
        }
        let found = different.withLock { $0 }
        #expect(found.count == 0, "\(found.first ?? "")")
    }

    @Test("One thread gives what the page says")
    func alone() {
        #expect(html("~~gone~~ www.example.org").contains("<del>gone</del>"))
        #expect(html(Self.pages[1]).contains("tilde ~ and"))
    }
}
