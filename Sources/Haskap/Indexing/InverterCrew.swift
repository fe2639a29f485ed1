/// Inverters on threads of their own that take batches of documents in turn. The caller's thread is
/// one of them: it works on batches itself as soon as enough are waiting. With one worker there is
/// no other thread, and documents are inverted as they come.
///
/// Batches are taken in the order in which they come, so each inverter sees ascending documents.
final class InverterCrew {
  private typealias Batch = [(number: UInt32, items: [DocumentPlan.Item])]

  /// What the threads share.
  private struct State {
    var waiting: [Batch] = []
    /// Batches that are being worked on.
    var running = 0
    var isClosed = false
    var failure: (any Error)?
    /// What each inverter used when it ended its last batch, in bytes.
    var uses: [Use]
  }

  private struct Use {
    var byteCount: Int
    /// What it may become by all batches that can be under way.
    var ceiling: Int

    init(_ inverter: Inverter, underWay: DocumentPlan.TextSize) {
      byteCount = inverter.byteCount
      ceiling = byteCount + inverter.longestGrowth(underWay)
    }
  }

  let inverters: [Inverter]
  private let state: Monitor<State>
  private var threads: [WorkerThread] = []
  private var batch: Batch = []
  private var batchSize = DocumentPlan.TextSize()
  /// A batch is submitted from this size on; a larger document goes alone.
  private let fullSize: DocumentPlan.TextSize
  /// Of all batches that can be under way.
  private let underWay: DocumentPlan.TextSize

  /// - Parameter memoryBudget: in bytes. The smaller it is, the smaller are the batches, so that
  ///   what they may take at most does not fill it.
  init(_ inverters: [Inverter], memoryBudget: Int) throws {
    let batches = 4 * inverters.count
    let tokens = memoryBudget / (8 * SliceArena.longestSlice * batches)
    fullSize = DocumentPlan.TextSize(
      bytes: max(1, min(1 << 16, memoryBudget / (64 * batches))),
      tokens: max(1, min(1 << 15, tokens)))
    let underWay = DocumentPlan.TextSize(
      bytes: fullSize.bytes * batches, tokens: fullSize.tokens * batches)
    let state = Monitor(State(uses: inverters.map { Use($0, underWay: underWay) }))
    self.underWay = underWay
    self.inverters = inverters
    self.state = state
    for index in inverters.indices.dropFirst() {
      let helper = Helper(
        inverter: inverters[index], index: index, state: state, underWay: underWay)
      threads.append(try WorkerThread { helper.run() })
    }
  }

  deinit { state.update { $0.isClosed = true } }

  /// Memory in use, and what will be needed to write it, in bytes; without what is under way.
  var byteCount: Int {
    threads.isEmpty
      ? inverters[0].byteCount
      : state.update { state in state.uses.reduce(0) { $0 + $1.byteCount } }
  }

  /// Whether a document of this size surely fits so many bytes with all others. While that is not
  /// clear it waits for those under way.
  func hasRoom(for size: DocumentPlan.TextSize, in bytes: Int) throws -> Bool {
    if !threads.isEmpty, !isLarge(size) {
      let ceiling = state.update { state in state.uses.reduce(0) { $0 + $1.ceiling } }
      if ceiling <= bytes { return true }
    }
    try drain()
    return fits(size, in: bytes)
  }

  /// Whether what all inverters have and what a document can take at most is so many bytes.
  private func fits(_ size: DocumentPlan.TextSize, in bytes: Int) -> Bool {
    byteCount + inverters.reduce(0) { $0 + $1.longestGrowth(size) } <= bytes
  }

  private func isLarge(_ size: DocumentPlan.TextSize) -> Bool {
    size.bytes > fullSize.bytes || size.tokens > fullSize.tokens
  }

  /// - Throws: the first error of any thread, perhaps over an earlier document.
  func add(
    _ items: [DocumentPlan.Item], to document: UInt32, size: DocumentPlan.TextSize
  ) throws {
    guard !threads.isEmpty else { return try inverters[0].add(items, to: document) }
    batch.append((document, items))
    batchSize = batchSize + size
    if batchSize.bytes >= fullSize.bytes || batchSize.tokens >= fullSize.tokens { try submit() }
    if isLarge(size) { try drain() }
  }

  /// Waits until all documents have been inverted.
  func drain() throws {
    guard !threads.isEmpty else { return }
    try submit()
    while let next = takeUnlessDone() { work(on: next) }
    try check()
  }

  private func submit() throws {
    guard !batch.isEmpty else { return }
    let submitted = batch
    batch = []
    batchSize = DocumentPlan.TextSize()
    let own: Batch? = state.update { state in
      state.waiting.append(submitted)
      guard state.waiting.count > threads.count else { return nil }
      state.running += 1
      return state.waiting.removeFirst()
    }
    if let own { work(on: own) }
    try check()
  }

  /// The next batch; nil when all are done.
  private func takeUnlessDone() -> Batch? {
    state.wait { (state) -> Batch?? in
      if !state.waiting.isEmpty {
        state.running += 1
        return .some(state.waiting.removeFirst())
      }
      return state.running == 0 ? .some(nil) : nil
    }
  }

  private func work(on batch: Batch) {
    Helper(inverter: inverters[0], index: 0, state: state, underWay: underWay).work(on: batch)
  }

  private func check() throws {
    if let failure = state.update({ $0.failure }) { throw failure }
  }

  /// What one thread does.
  private struct Helper: @unchecked Sendable {  // One thread has the inverter at a time.
    let inverter: Inverter
    let index: Int
    let state: Monitor<State>
    let underWay: DocumentPlan.TextSize

    func run() {
      while let batch = take() { work(on: batch) }
    }

    /// The next batch; nil when there will be no more.
    private func take() -> Batch? {
      state.wait { (state) -> Batch?? in
        if state.isClosed { return .some(nil) }
        guard !state.waiting.isEmpty else { return nil }
        state.running += 1
        return .some(state.waiting.removeFirst())
      }
    }

    func work(on batch: Batch) {
      var failure: (any Error)?
      do {
        for document in batch { try inverter.add(document.items, to: document.number) }
      } catch {
        failure = error
      }
      let use = Use(inverter, underWay: underWay)
      state.update { state in
        state.running -= 1
        state.uses[index] = use
        state.failure = state.failure ?? failure
      }
    }
  }
}
