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
  }

  /// What surely fits.
  private struct Room {
    /// What may be added, all together.
    var left = DocumentPlan.TextSize()
    /// The memory in use if all of it takes as much as it can, in bytes.
    var byteCount = 0
  }

  let inverters: [Inverter]
  private let state: Monitor<State>
  private var threads: [WorkerThread] = []
  private var batch: Batch = []
  private var batchSize = DocumentPlan.TextSize()
  /// A batch is submitted from this size on.
  private let fullSize: DocumentPlan.TextSize
  private var room = Room()
  /// While no two batches for each thread surely fit, the caller's works alone: the threads would
  /// wait for each other more than they work.
  private var isAlone: Bool

  /// - Parameter memoryBudget: in bytes. The smaller it is, the smaller are the batches, so that
  ///   several of them fit.
  init(_ inverters: [Inverter], memoryBudget: Int) throws {
    let batches = 4 * inverters.count
    let tokens = max(1, min(1 << 15, memoryBudget / (2 * SliceArena.longestSlice * batches)))
    fullSize = DocumentPlan.TextSize(bytes: tokens, tokens: tokens)
    let state = Monitor(State())
    self.inverters = inverters
    self.state = state
    isAlone = inverters.count == 1
    for inverter in inverters.dropFirst() {
      let helper = Helper(inverter: inverter, state: state)
      threads.append(try WorkerThread { helper.run() })
    }
  }

  deinit { state.update { $0.isClosed = true } }

  /// Whether a document of this size surely fits so many bytes with all others.
  ///
  /// What texts can take at most is far above what they take. So documents are let in by what they
  /// can take together until that is too much; then it waits for those under way, and begins
  /// again with what they took.
  func hasRoom(for size: DocumentPlan.TextSize, in bytes: Int) throws -> Bool {
    if room.left.holds(size), room.byteCount <= bytes { return true }
    let used = try byteCount()
    isAlone = inverters.count == 1
    room = room(for: bytes - used)
    if !isAlone, room.left.tokens < 2 * inverters.count * fullSize.tokens {
      isAlone = true
      room = room(for: bytes - used)
    }
    room.byteCount += used
    return used + longestGrowth(size) <= bytes
  }

  /// Memory in use, and what will be needed to write it, in bytes, once all has been inverted.
  func byteCount() throws -> Int {
    try drain()
    return inverters.reduce(0) { $0 + $1.byteCount }
  }

  private func room(for bytes: Int) -> Room {
    // What a token can take is more than so many bytes.
    var tokens = max(0, bytes) / 64
    while tokens > 0 {
      let size = DocumentPlan.TextSize(bytes: tokens, tokens: tokens)
      let growth = longestGrowth(size)
      if growth <= bytes { return Room(left: size, byteCount: growth) }
      tokens /= 2
    }
    return Room()
  }

  /// The most memory that texts can take, whichever of the inverters that work get them. While none
  /// does.
  private func longestGrowth(_ size: DocumentPlan.TextSize) -> Int {
    inverters.prefix(isAlone ? 1 : inverters.count).reduce(0) { $0 + $1.longestGrowth(size) }
  }

  /// - Throws: the first error of any thread, perhaps over an earlier document.
  func add(
    _ items: [DocumentPlan.Item], to document: UInt32, size: DocumentPlan.TextSize
  ) throws {
    room.left = room.left - size
    guard !isAlone else { return try inverters[0].add(items, to: document) }
    batch.append((document, items))
    batchSize = batchSize + size
    if batchSize.bytes >= fullSize.bytes || batchSize.tokens >= fullSize.tokens { try submit() }
  }

  /// Waits until all documents have been inverted.
  func drain() throws {
    guard !isAlone else { return }
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
    Helper(inverter: inverters[0], state: state).work(on: batch)
  }

  private func check() throws {
    if let failure = state.read({ $0.failure }) { throw failure }
  }

  /// What one thread does.
  private struct Helper: @unchecked Sendable {  // One thread has the inverter at a time.
    let inverter: Inverter
    let state: Monitor<State>

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
      state.update { state in
        state.running -= 1
        state.failure = state.failure ?? failure
      }
    }
  }
}
