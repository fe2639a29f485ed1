/// The head of a block, read.
struct DocumentBlockHead {
  private var shared: [Int] = []
  /// Offset of each suffix, and where the last one ends, from the beginning of the first.
  private var starts: [Int] = [0]

  init(_ record: inout RecordDecoder, count: Int) throws(FormatError) {
    var before = 0
    for _ in 0..<count {
      let shared = try record.integer()
      guard shared <= min(before, DocumentBlockLayout.longestShared) else {
        throw record.error("at most \(before) shared bytes", found: "\(shared)")
      }
      let length = try record.integer()
      let end = starts[starts.count - 1].addingReportingOverflow(length)
      guard !end.overflow, end.partialValue <= 1 << 48 else {
        throw record.error("a length in the file", found: "\(length)")
      }
      before = shared + length
      self.shared.append(shared)
      starts.append(end.partialValue)
    }
  }

  /// Bytes of all suffixes.
  var length: Int { starts[starts.count - 1] }

  /// Where all its bytes are, the last ones first: a suffix, and the beginnings of earlier ones.
  func pieces(of index: Int) -> [(start: Int, end: Int)] {
    var pieces = [(start: starts[index], end: starts[index + 1])]
    var needed = shared[index]
    for earlier in stride(from: index - 1, through: 0, by: -1) where shared[earlier] < needed {
      pieces.append((starts[earlier], starts[earlier] + needed - shared[earlier]))
      needed = shared[earlier]
    }
    return pieces
  }
}
