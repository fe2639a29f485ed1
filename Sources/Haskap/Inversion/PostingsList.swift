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

  /// Replaces all by what streams of several buffers say (see `TermEntry`); no document is in two
  /// of them. Behind each there are `StreamVarint.touched` bytes that may be read.
  ///
  /// - Parameter documentCount: of the segment.
  func read(_ streams: [UnsafeRawBufferPointer], documentCount: Int) {
    removeAll()
    let length = streams.reduce(0) { $0 + $1.count }
    reserve(documents: min(length / 2 + 1, documentCount), positions: length)
    var cursors = streams.compactMap(StreamCursor.init)
    while var cursor = cursors.popLast() {
      // The documents up to those that another stream has next.
      if let other = cursors.indices.min(by: { cursors[$0].document < cursors[$1].document }) {
        if cursors[other].document < cursor.document { swap(&cursors[other], &cursor) }
        read(&cursor, below: cursors.reduce(.max) { min($0, $1.document) })
      } else {
        read(&cursor, below: .max)
      }
      if cursor.document != .max { cursors.append(cursor) }
    }
  }

  /// Where a stream is read. The head of the next document has been read.
  private struct StreamCursor {
    var place: UnsafeRawPointer
    let end: UnsafeRawPointer
    /// The next document; `.max` at the end.
    var document = UInt32.max

    init?(_ stream: UnsafeRawBufferPointer) {
      guard let start = stream.baseAddress, stream.count > 0 else { return nil }
      place = start
      end = start + stream.count
      advance(StreamVarint.read(&place))
    }

    @inline(__always)
    mutating func advance(_ head: UInt64) {
      document = document &+ UInt32(truncatingIfNeeded: head &>> 1) &+ 1
    }
  }

  private func read(_ cursor: inout StreamCursor, below limit: UInt32) {
    let (documents, frequencies, positions) = (documents, frequencies, positions)
    var reader = cursor
    var index = count
    var total = totalFrequency
    while reader.document < limit {
      documents[index] = reader.document
      let first = total
      var position: UInt32 = 0
      var head = StreamVarint.read(&reader.place) &<< 1
      repeat {
        position &+= UInt32(truncatingIfNeeded: head &>> 1)
        positions[total] = position
        total &+= 1
        guard reader.place < reader.end else {
          reader.document = .max
          break
        }
        head = StreamVarint.read(&reader.place)
      } while head & 1 == 0
      frequencies[index] = UInt32(truncatingIfNeeded: total &- first)
      index &+= 1
      if reader.document != .max { reader.advance(head) }
    }
    count = index
    totalFrequency = total
    cursor = reader
  }
}
