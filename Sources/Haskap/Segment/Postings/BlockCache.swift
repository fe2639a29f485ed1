/// One decoded block of a term: documents always, frequencies and their running sums on demand.
///
/// Copies are the same cache: what it holds is in memory that others lend it, as each node of a query has
/// one in each segment.
struct BlockCache {
  static let room = BitPacking.blockLength + 8
  /// What a cache takes of lent memory.
  static let length = 2 * room + 3 * MemoryLayout<Int>.stride / MemoryLayout<UInt32>.stride
  let documents: UnsafeMutablePointer<UInt32>
  let frequencies: UnsafeMutablePointer<UInt32>
  private let loaded: UnsafeMutablePointer<Loaded>
  /// Nil where the memory is lent.
  private let own: Memory?

  private struct Loaded {
    var count = 0
    var documents = -1
    var frequencies = -1
  }

  private final class Memory {
    let start: UnsafeMutablePointer<UInt32> = .allocate(capacity: length)

    deinit { start.deallocate() }
  }

  /// With memory of its own.
  init() {
    let own = Memory()
    self.init(own.start, own)
  }

  /// - Parameter lent: room for `length` numbers, aligned as integers, that outlives the cache.
  init(_ lent: UnsafeMutablePointer<UInt32>) { self.init(lent, nil) }

  private init(_ start: UnsafeMutablePointer<UInt32>, _ own: Memory?) {
    self.own = own
    (documents, frequencies) = (start, start + Self.room)
    loaded = UnsafeMutableRawPointer(start + 2 * Self.room)
      .bindMemory(to: Loaded.self, capacity: 1)
    loaded.initialize(to: Loaded())
  }

  /// Documents of the block.
  @inline(__always)
  var count: Int { loaded.pointee.count }

  /// So that the blocks of another term may be loaded.
  func forget() { loaded.pointee = Loaded() }

  @inline(__always)
  func loadDocuments(_ reader: PostingsReader, block: Int) {
    guard loaded.pointee.documents != block else { return }
    // To read a rest for its frequencies as well takes hardly longer.
    if block == reader.blockCount {
      load(reader, block: block)
      return
    }
    loaded.pointee.count = reader.decodeDocuments(ofBlock: block, into: documents)
    fillUp()
    loaded.pointee.documents = block
  }

  @inline(__always)
  func loadFrequencies(_ reader: PostingsReader, block: Int) {
    guard loaded.pointee.frequencies != block else { return }
    reader.decodeFrequencies(ofBlock: block, into: frequencies)
    loaded.pointee.frequencies = block
  }

  /// Loads documents and frequencies, and returns how many they are.
  @discardableResult
  func load(_ reader: PostingsReader, block: Int) -> Int {
    loaded.pointee = Loaded(
      count: reader.decode(block: block, documents: documents, frequencies: frequencies),
      documents: block, frequencies: block)
    fillUp()
    return count
  }

  private func fillUp() {
    let rest = BitPacking.blockLength &- count
    (documents + count).update(repeating: PostingsLayout.noDocument, count: rest)
  }

  /// The indices of the documents from `start` up to but not including `end`.
  @inline(__always)
  func indices(from start: Int, to end: Int) -> Range<Int> {
    var low = 0
    var high = count
    if count > 0 && Int(documents[0]) < start { low = index(from: start) }
    if count > 0 && Int(documents[count &- 1]) >= end { high = index(from: end) }
    return low..<max(low, high)
  }

  /// The index of the first document from `document` on. No number behind the last document is
  /// below any, so that there are always as many steps, and no branch that nothing could foretell.
  @inline(__always)
  func index(from document: Int) -> Int {
    var low = 0
    var half = BitPacking.blockLength / 2
    while half > 0 {
      low &+= Int(documents[low &+ half &- 1]) < document ? half : 0
      half /= 2
    }
    return low &+ (Int(documents[low]) < document ? 1 : 0)
  }
}
