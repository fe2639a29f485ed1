/// One decoded block of a term: documents always, frequencies and their running sums on demand.
final class BlockCache {
  static let room = BitPacking.blockLength + 8
  let documents: UnsafeMutablePointer<UInt32>
  let frequencies: UnsafeMutablePointer<UInt32>
  private let own: UnsafeMutablePointer<UInt32>?
  private(set) var count = 0
  private var documentBlock = -1
  private var frequencyBlock = -1

  init() {
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * Self.room)
    (self.own, documents, frequencies) = (own, own, own + Self.room)
  }

  /// - Parameter lent: room for twice `room`, that outlives the cache.
  init(_ lent: UnsafeMutablePointer<UInt32>) {
    (own, documents, frequencies) = (nil, lent, lent + Self.room)
  }

  deinit { own?.deallocate() }

  /// So that the blocks of another term may be loaded.
  func forget() { (documentBlock, frequencyBlock) = (-1, -1) }

  @inline(__always)
  func loadDocuments(_ reader: PostingsReader, block: Int) {
    guard documentBlock != block else { return }
    count = reader.decodeDocuments(ofBlock: block, into: documents)
    fillUp()
    documentBlock = block
  }

  @inline(__always)
  func loadFrequencies(_ reader: PostingsReader, block: Int) {
    guard frequencyBlock != block else { return }
    reader.decodeFrequencies(ofBlock: block, into: frequencies)
    frequencyBlock = block
  }

  /// Loads documents and frequencies, and returns how many they are.
  @discardableResult
  func load(_ reader: PostingsReader, block: Int) -> Int {
    count = reader.decode(block: block, documents: documents, frequencies: frequencies)
    fillUp()
    (documentBlock, frequencyBlock) = (block, block)
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
