/// The postings and positions of one term in memory, between reading and writing them.
final class PostingsList {
  private(set) var count = 0
  private(set) var totalFrequency = 0
  private(set) var documents: UnsafeMutablePointer<UInt32>
  private(set) var frequencies: UnsafeMutablePointer<UInt32>
  private(set) var positions: UnsafeMutablePointer<UInt32>
  private var capacity = 1024
  private var positionCapacity = 1024

  init() {
    documents = .allocate(capacity: capacity)
    frequencies = .allocate(capacity: capacity)
    positions = .allocate(capacity: positionCapacity)
  }

  deinit {
    documents.deallocate()
    frequencies.deallocate()
    positions.deallocate()
  }

  var documentBuffer: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: documents, count: count)
  }

  func removeAll() {
    count = 0
    totalFrequency = 0
  }

  /// Makes room for more documents and positions.
  func reserve(documents extra: Int, positions extraPositions: Int) {
    if count + extra > capacity {
      let larger = max(capacity * 2, count + extra)
      documents = Self.grown(documents, count: count, capacity: larger)
      frequencies = Self.grown(frequencies, count: count, capacity: larger)
      capacity = larger
    }
    if totalFrequency + extraPositions > positionCapacity {
      positionCapacity = max(positionCapacity * 2, totalFrequency + extraPositions)
      positions = Self.grown(positions, count: totalFrequency, capacity: positionCapacity)
    }
  }

  private static func grown(
    _ old: UnsafeMutablePointer<UInt32>, count: Int, capacity: Int
  ) -> UnsafeMutablePointer<UInt32> {
    let new = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    new.update(from: old, count: count)
    old.deallocate()
    return new
  }

  /// Adds a document; its positions have been stored behind the last ones (`totalFrequency` on).
  func append(document: UInt32, frequency: UInt32) {
    documents[count] = document
    frequencies[count] = frequency
    count += 1
    totalFrequency += Int(frequency)
  }

  /// Replaces all by what a stream of the buffer says (see `TermEntry`).
  func read(_ occurrences: UnsafeRawBufferPointer) {
    removeAll()
    reserve(documents: occurrences.count / 2 + 1, positions: occurrences.count)
    guard var place = UnsafeRawPointer(occurrences.baseAddress) else { return }
    let end = place + occurrences.count
    var document = UInt32.max
    var position: UInt32 = 0
    var total = 0
    var index = -1
    while place < end {
      let head = Varint.read(&place)
      if head & 1 == 1 {
        document = document &+ UInt32(truncatingIfNeeded: head &>> 1) &+ 1
        index &+= 1
        documents[index] = document
        frequencies[index] = 1
        position = Varint.read32(&place)
      } else {
        frequencies[index] &+= 1
        position &+= UInt32(truncatingIfNeeded: head &>> 1)
      }
      positions[total] = position
      total &+= 1
    }
    count = index + 1
    totalFrequency = total
  }
}
