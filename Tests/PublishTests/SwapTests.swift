import Foundation
import Synchronization
import Testing

@testable import Publish

@Suite struct SwapTests {
    /// A file system without an exchange in one step, and with renames that fail as told: the errno of each in turn, then 0.
    private static func swap(exchange: Int32, renames: [Int32] = []) -> Swap {
        let codes = Codes(renames)
        return Swap(
            exchange: { _, _ in exchange },
            rename: { old, new in
                let code = codes.next()
                return code == 0 ? Swap().rename(old, new) : code
            }
        )
    }

    private final class Codes: Sendable {
        private let left: Mutex<[Int32]>
        init(_ codes: [Int32]) { left = Mutex(codes) }
        func next() -> Int32 { left.withLock { $0.isEmpty ? 0 : $0.removeFirst() } }
    }

    private static func publisher(exchange: Int32, renames: [Int32] = []) -> Publisher {
        var publisher = Publisher()
        publisher.swap = swap(exchange: exchange, renames: renames)
        return publisher
    }

    private func withSite(_ test: (TestFolder) throws -> Void) throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "old", "a/b.html": "old"])
            try folder.write("public/CNAME", "mine")
            try test(folder)
        }
    }

    @Test(arguments: [EINVAL, ENOSYS, ENOTSUP])
    func `without an exchange in one step, two renames do it`(code: Int32) throws {
        try withSite { folder in
            try folder.publish(["index.html": "new"], with: Self.publisher(exchange: code))
            #expect(try folder.site() == ["index.html": "new", "CNAME": "mine"])
            #expect(try folder.leftovers().isEmpty)
        }
    }

    @Test func `a second rename that fails is rolled back`() throws {
        try withSite { folder in
            let before = try folder.snapshot()
            let finding = folder.refusal(with: Self.publisher(exchange: EINVAL, renames: [0, EIO]))
            #expect(finding?.message == "'public' cannot be written: Input/output error")
            #expect(try folder.snapshot() == before)
        }
    }

    @Test func `a roll-back that fails is made good by the next publish`() throws {
        try withSite { folder in
            #expect(folder.refusal(with: Self.publisher(exchange: EINVAL, renames: [0, EIO, EIO])) != nil)
            #expect(!folder.has("public"))
            try folder.publish(["index.html": "new"])
            #expect(try folder.site() == ["index.html": "new", "CNAME": "mine"])
            #expect(try folder.leftovers().isEmpty)
        }
    }

    @Test func `overlayfs, which renames no folder of a lower layer, gets the site all the same`() throws {
        try withSite { folder in
            try folder.age("public/CNAME")
            try folder.publish(["index.html": "new"], with: Self.publisher(exchange: EXDEV, renames: [EXDEV]))
            #expect(try folder.site() == ["index.html": "new", "CNAME": "mine"])
            #expect(folder.seconds("public/CNAME") == 1_000_000)
            #expect(try folder.leftovers().isEmpty)
        }
    }

    @Test func `a copy by hand that fails at the end is taken back`() throws {
        try withSite { folder in
            let before = try folder.snapshot("public")
            let finding = folder.refusal(with: Self.publisher(exchange: EXDEV, renames: [EXDEV, EBUSY]))
            #expect(
                shown(finding) == """
                    error[output-unwritable]: 'public' cannot be written: Device or resource busy
                    --> public
                    = rule: the output and the folder around it can be read and written
                    = help: if a disk is mounted there, choose a folder inside it with --output
                    """
            )
            #expect(try folder.snapshot("public") == before)
            #expect(try folder.leftovers().isEmpty)
        }
    }

    @Test func `an exchange that fails for another reason is no reason to try by other means`() throws {
        try withSite { folder in
            let before = try folder.snapshot()
            #expect(folder.refusal(with: Self.publisher(exchange: EBUSY))?.rule.id == "output-unwritable")
            #expect(try folder.snapshot() == before)
        }
    }
}
