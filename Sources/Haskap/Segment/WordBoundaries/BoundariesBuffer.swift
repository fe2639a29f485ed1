/// Collects the word boundaries of documents in memory until they are written as one segment.
///
/// Documents come in ascending order of their numbers; a document may give a field several times.
final class BoundariesBuffer {
  private var fields: [Field]

  init(fieldCount: Int) { fields = (0..<fieldCount).map { _ in Field() } }

  /// Bytes of memory in use, to compare with a budget.
  var byteCount: Int { fields.reduce(0) { $0 + $1.bits.count + 4 * $1.starts.count } }

  /// Adds the boundaries of one value. A value without text has neither grams nor bits.
  func add(document: UInt32, field: Int, _ bits: BitRun) {
    guard bits.count > 1 else { return }
    fields[field].add(document, bits)
  }

  /// Writes the boundaries that several buffers have; no document is in two of them.
  ///
  /// - Parameter documentCount: of the segment, those without any text included.
  static func write(
    _ buffers: [BoundariesBuffer], to files: SegmentFiles, documentCount: Int
  ) throws {
    let writer = try BoundariesWriter(files)
    for field in buffers[0].fields.indices {
      let parts = buffers.map { $0.fields[field] }
      try writer.beginField()
      for document in 0..<documentCount {
        let bits = parts.lazy.map { $0.bytes(of: document) }.first { $0.count > 0 }
        try writer.append(bits ?? UnsafeRawBufferPointer(start: nil, count: 0))
      }
      try writer.endField()
    }
    try writer.finish()
  }

  /// The bits of one field, each document's from a whole byte on.
  private struct Field {
    let bits = ByteSink()
    /// Where the bits of each document up to the last one added begin.
    var starts: [Int] = []
    /// Bits of the last document.
    private var length = 0

    mutating func add(_ document: UInt32, _ run: BitRun) {
      if starts.count <= document {
        starts.append(
          contentsOf: repeatElement(bits.count, count: Int(document) + 1 - starts.count))
        length = 0
      }
      for index in 0..<(run.count + 63) / 64 {
        append(run.words[index], count: min(64, run.count - 64 * index))
      }
    }

    /// Appends the lowest `count` bits of a word, behind which it holds zeros.
    private mutating func append(_ word: UInt64, count: Int) {
      let used = UInt64(length & 7)
      length += count
      if used > 0 {
        (bits.base + bits.count - 1).withMemoryRebound(to: UInt8.self, capacity: 1) {
          $0.pointee |= UInt8(truncatingIfNeeded: word &<< used)
        }
      }
      let free = used == 0 ? 0 : 8 - used
      guard count > free else { return }
      let byteCount = (count - Int(free) + 7) / 8
      let rest = (word &>> free).littleEndian
      withUnsafeBytes(of: rest) {
        bits.append(UnsafeRawBufferPointer(rebasing: $0[..<byteCount]))
      }
    }

    func bytes(of document: Int) -> UnsafeRawBufferPointer {
      guard document < starts.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
      let end = document + 1 < starts.count ? starts[document + 1] : bits.count
      return UnsafeRawBufferPointer(rebasing: bits.bytes[starts[document]..<end])
    }
  }
}
