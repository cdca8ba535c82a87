import Dispatch

/// Threads for work that waits for the disk and for other programs, apart from those that answer requests.
final class BlockingExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "handbook.build", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Does work, and the tasks that it starts, on these threads.
    func run<Value: Sendable>(_ work: @Sendable () async -> Value) async -> Value {
        await withTaskExecutorPreference(self) { await work() }
    }
}
