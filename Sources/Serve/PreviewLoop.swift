/// Builds, waits for changes, builds again.
struct PreviewLoop {
    /// How long to wait after a single save: editors write a file, and then another in its place.
    private static let quick = Duration.milliseconds(20)
    /// How long a burst of changes may last before the site is built all the same.
    private static let longestBurst = Duration.seconds(2)

    private let effects: Preview.Effects
    private let broadcaster: StatusBroadcaster
    private let threads = BlockingExecutor()
    private var lastReport = ""
    private var lastRemark: String?
    private var deferred: Task<Void, Never>?

    init(_ effects: Preview.Effects, _ broadcaster: StatusBroadcaster) {
        self.effects = effects
        self.broadcaster = broadcaster
    }

    /// Goes on until the task is cancelled.
    consuming func run(address: String) async {
        let (threads, look) = (threads, effects.look)
        let lookAside: @Sendable () async -> WatchedFiles = { await threads.run(look) }
        let source = effects.changes(await lookAside().folders, lookAside)
        // From before the build: what changes while it runs is found afterwards.
        var seen = await lookAside()
        await build { pages, time in
            "\(address) shows \(pages), built in \(time); Ctrl-C ends it"
        } otherwise: {
            "\(address) has no site to show until this is mended; Ctrl-C ends it"
        }
        let bursts = Bursts(quick: Self.quick, quiet: source.quiet, longest: Self.longestBurst, now: effects.now)
        let hints = Task { await bursts.take(source.hints) }
        await withTaskCancellationHandler {
            await bursts.forEach {
                var now = await lookAside()
                // In a new folder something may have come to be before it was attended to.
                var looks = 0
                while source.attend(now.folders), looks < 10 {
                    now = await lookAside()
                    looks += 1
                }
                let changed = now.changes(since: seen)
                seen = now
                guard !changed.isEmpty else { return }
                let what = Self.named(changed)
                let hasSite = broadcaster.status.site != nil
                await build { pages, time in
                    "\(what): \(pages), built in \(time)"
                } otherwise: {
                    "\(what): \(hasSite ? "the last good site stays" : "there is no site to show") until this is mended"
                }
            }
        } onCancel: {
            hints.cancel()
        }
        // What other programs work on is left in order.
        await deferred?.value
    }

    private mutating func build(good: (String, String) -> String, otherwise: () -> String) async {
        let start = effects.now()
        let built = await threads.run(effects.build)
        // A build that is ended may have findings that are not the project's fault.
        if Task.isCancelled { return }
        guard let files = built.files else {
            broadcaster.show(trouble: built.report)
            effects.tell(.report(built.report))
            effects.tell(.line(otherwise()))
            lastReport = ""
            return
        }
        let number = broadcaster.show(files, keeping: built.deferred?.folder)
        if !built.report.isEmpty, built.report != lastReport { effects.tell(.report(built.report)) }
        lastReport = built.report
        effects.tell(.line(good(Self.counted(built.pages), Self.seconds(effects.now() - start))))
        if let remark = built.remark, remark != lastRemark { effects.tell(.line(remark)) }
        lastRemark = built.remark
        if let work = built.deferred { make(work, forBuild: number) }
    }

    /// Makes deferred files, after those being made now, unless another build has ended by then.
    private mutating func make(_ work: BuildResult.DeferredFiles, forBuild number: Int) {
        let (before, broadcaster, threads, tell) = (deferred, broadcaster, threads, effects.tell)
        deferred = Task {
            await before?.value
            guard broadcaster.number == number, !Task.isCancelled else { return }
            switch await threads.run(work.make) {
            case .success(let files): broadcaster.add(files, in: work.folder, toBuild: number)
            case .failure(let report):
                guard broadcaster.number == number else { return }
                broadcaster.show(trouble: report.text)
                tell(.report(report.text))
            }
        }
    }

    // MARK: - Words

    private static func counted(_ pages: Int) -> String { pages == 1 ? "1 page" : "\(pages) pages" }

    private static func named(_ changed: [String]) -> String {
        let first = changed.first ?? ""
        return changed.count > 1 ? "\(first) and \(changed.count - 1) more" : first
    }

    /// "0.4 s".
    static func seconds(_ time: Duration) -> String {
        let tenths = Int((time / .milliseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
