/// Inverters on threads of their own that take batches of documents in turn. The caller's thread is
/// one of them: it works on batches itself as soon as enough are waiting. With one worker there is
/// no other thread, and documents are inverted as they come.
///
/// Batches are taken in the order in which they come, so each inverter sees ascending documents.
final class InverterCrew {
  private struct Batch {
    var documents: [(number: UInt32, items: [DocumentPlan.Item])] = []
    var size = DocumentPlan.TextSize()
  }

  /// What the threads share.
  private struct State {
    var waiting: [Batch] = []
    /// Of each inverter when it was last done with a batch.
    var uses: [InverterUse]
    /// What waits or is being worked on.
    var underWay = DocumentPlan.TextSize()
    /// Batches that are being worked on.
    var running = 0
    var isClosed = false
    var failure: (any Error)?
  }

  let inverters: [Inverter]
  private let state: Monitor<State>
  private var threads: [WorkerThread] = []
  private var batch = Batch()
  /// What surely may be added.
  private var room = DocumentPlan.TextSize()
  /// While no two batches for each thread surely fit, the caller's works alone: the threads would
  /// wait for each other more than they work.
  private var isAlone: Bool

  /// How many tokens a batch has: the less room is left, the fewer, so that several of them fit.
  private static let batchLengths = 1 << 13...1 << 15

  /// Batches that wait for each thread, while the caller's works on one or reads.
  private static let waitingPerThread = 2

  init(_ inverters: [Inverter]) throws {
    let state = Monitor(State(uses: inverters.map(\.use)))
    self.inverters = inverters
    self.state = state
    isAlone = inverters.count == 1
    for index in inverters.indices.dropFirst() {
      let helper = Helper(inverter: inverters[index], index: index, state: state)
      threads.append(try WorkerThread { helper.run() })
    }
  }

  deinit { state.update { $0.isClosed = true } }

  /// Whether a document of this size surely fits so many bytes with all others.
  ///
  /// What texts can take at most is far above what they take. So documents are let in by what they
  /// can take together until that is too much; then what those took counts that are done, and when
  /// this is too much as well, all that are under way are waited for.
  func hasRoom(for size: DocumentPlan.TextSize, in bytes: Int) throws -> Bool {
    if room.holds(size) { return true }
    if !isAlone {
      let (use, underWay) = state.read { ($0.uses.reduce(InverterUse(), +), $0.underWay) }
      room = Self.room(in: bytes - use.byteCount, use, beside: underWay + batch.size)
      if room.holds(size) { return true }
    }
    return try hasExactRoom(for: size, in: bytes)
  }

  private func hasExactRoom(for size: DocumentPlan.TextSize, in bytes: Int) throws -> Bool {
    try drain()
    let uses = inverters.map(\.use)
    state.update { $0.uses = uses }
    let all = uses.reduce(InverterUse(), +)
    room = Self.room(in: bytes - all.byteCount, all)
    isAlone =
      inverters.count == 1 || room.tokens < 2 * inverters.count * Self.batchLengths.lowerBound
    if isAlone { room = Self.room(in: bytes - all.byteCount, uses[0]) }
    return all.byteCount + (isAlone ? uses[0] : all).longestGrowth(size) <= bytes
  }

  /// Memory in use, and what will be needed to write it, in bytes, once all has been inverted.
  func byteCount() throws -> Int {
    try drain()
    return inverters.reduce(0) { $0 + $1.use.byteCount }
  }

  /// What surely fits so many bytes more, beside what is under way.
  private static func room(
    in bytes: Int, _ use: InverterUse,
    beside underWay: DocumentPlan.TextSize = DocumentPlan.TextSize()
  ) -> DocumentPlan.TextSize {
    // What a token can take is more than so many bytes.
    var tokens = max(0, bytes) / 64
    while tokens > 0 {
      let size = DocumentPlan.TextSize(bytes: tokens, tokens: tokens)
      if use.longestGrowth(underWay + size) <= bytes { return size }
      tokens /= 2
    }
    return DocumentPlan.TextSize()
  }

  /// - Throws: the first error of any thread, perhaps over an earlier document.
  func add(
    _ items: [DocumentPlan.Item], to document: UInt32, size: DocumentPlan.TextSize
  ) throws {
    let full = room.tokens / (2 * inverters.count)
    room = room - size
    guard !isAlone else { return try inverters[0].add(items, to: document) }
    batch.documents.append((document, items))
    batch.size = batch.size + size
    let length = min(max(full, Self.batchLengths.lowerBound), Self.batchLengths.upperBound)
    if max(batch.size.bytes, batch.size.tokens) >= length { try submit() }
  }

  /// Waits until all documents have been inverted.
  func drain() throws {
    guard !isAlone else { return }
    try submit()
    while let next = takeUnlessDone() { work(on: next) }
    try check()
  }

  private func submit() throws {
    guard !batch.documents.isEmpty else { return }
    let submitted = batch
    batch = Batch()
    let own: Batch? = state.update { state in
      state.waiting.append(submitted)
      state.underWay = state.underWay + submitted.size
      guard state.waiting.count > Self.waitingPerThread * threads.count else { return nil }
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
    Helper(inverter: inverters[0], index: 0, state: state).work(on: batch)
  }

  private func check() throws {
    if let failure = state.read({ $0.failure }) { throw failure }
  }

  /// What one thread does.
  private struct Helper: @unchecked Sendable {  // One thread has the inverter at a time.
    let inverter: Inverter
    let index: Int
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
        for document in batch.documents { try inverter.add(document.items, to: document.number) }
      } catch {
        failure = error
      }
      let use = inverter.use
      state.update { state in
        state.uses[index] = use
        state.underWay = state.underWay - batch.size
        state.running -= 1
        state.failure = state.failure ?? failure
      }
    }
  }
}
