/// A single character: the beginning of many grams, whose postings are united.
///
/// How often the character occurs in a document is the sum over the grams, so no position is looked
/// at but in documents whose score matters. The grams are many, and nothing of them is read before a
/// window is looked at: of many queries the fields that count most are enough.
final class CharacterMatcher: SubstringMatcher {
  private let characters: CharacterPostings
  private let codes: UnsafePointer<UInt8>
  private let widths: UnsafePointer<UInt8>
  private let documentCount: Int
  private let weights: FieldWeights
  private let cache: BlockCache
  private var postings: [Posting] = []
  private var readCount = 0
  private let sums: BlockSums

  /// A posting whose positions are read.
  private struct Posting {
    var list: Int
    var block: Int
    var index: Int
    var document: UInt32
  }

  init(
    _ field: GramField, _ characters: CharacterPostings, _ weights: FieldWeights,
    _ memory: SearchMemory
  ) throws {
    cache = BlockCache(memory.take(BlockCache.length))
    sums = BlockSums(memory)
    self.characters = characters
    self.weights = weights
    codes = try weights.codes
    widths = weights.highBits
    documentCount = field.index.documentCount
  }

  var cost: Int { min(characters.cost, documentCount) }
  var knownCount: Int? { nil }

  /// What no score is above: which grams are in a cell is not known beforehand.
  func ceilings(
    _ grid: WindowGrid, weight: Float, into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    let most = Impact.ceiling(UInt16(Impact.maximum), weight: weight, relaxation: 1)
    ceilings.update(repeating: most, count: grid.count)
  }

  func mayMatch(_ window: Window) -> Bool { true }

  func narrow(
    _ window: Window, _ words: Bits.Words, into frequencies: UnsafeMutablePointer<UInt32>?
  ) throws {
    let union = try characters.union()
    union.narrow(window, words)
    frequencies?.update(from: union.counts(window), count: window.count)
  }

  func begin(_ window: Window, _ wanted: Bits.Words) throws {
    let union = try characters.union()
    postings.removeAll(keepingCapacity: true)
    readCount = 0
    sums.forget()
    union.forEachBlock(window, wanted) { list, block in
      let count = union.lists[list].decodeDocuments(ofBlock: block, into: cache.documents)
      for index in 0..<count {
        add(cache.documents[index], list: list, block: block, index, window, wanted)
      }
    }
    for rest in union.rests(window) {
      let list = Int(rest.list)
      add(
        rest.document, list: list, block: union.lists[list].blockCount, Int(rest.index), window,
        wanted)
    }
  }

  @inline(__always)
  private func add(
    _ document: UInt32, list: Int, block: Int, _ index: Int, _ window: Window, _ wanted: Bits.Words
  ) {
    let place = Int(document) &- window.start
    guard UInt(bitPattern: place) < UInt(window.count), Bits.contains(place, in: wanted) else {
      return
    }
    postings.append(Posting(list: list, block: block, index: index, document: document))
  }

  func read(into batch: inout OccurrenceBatch) throws -> Bool {
    guard readCount < postings.count else { return false }
    let (lists, sums) = (try characters.union().lists, sums)
    // Those of a list follow one another.
    var list = postings[readCount].list
    var positions = try characters.positions(of: list)
    var next = readCount
    while next < postings.count && !batch.isFull {
      let posting = postings[next]
      if posting.list != list {
        list = posting.list
        positions = try characters.positions(of: list)
      }
      let slice = sums.slice(
        lists[list], list: list, block: posting.block, index: posting.index, positions, codes,
        widths)
      slice.read(minus: 0, into: batch.extend(by: slice.count))
      batch.add(posting.document, count: slice.count)
      next &+= 1
    }
    readCount = next
    return true
  }
}
