/// Merges one column of several segments.
///
/// Values are read anew for each pass and never kept. Memory holds six bytes for each distinct
/// keyword of the segments: its new ordinal, and its length.
struct ColumnMerger {
  private let views: [Column.View]
  private let dictionaries: [KeywordDictionary]
  private let order: MergePermutation
  private let isKeyword: Bool

  private static let unused = UInt32.max

  /// - Parameter columns: of all segments, either all of keywords or none.
  init(_ columns: [Column], isKeyword: Bool, order: MergePermutation) throws {
    views = try columns.map { try $0.view() }
    dictionaries = isKeyword ? columns.compactMap(\.keywords) : []
    self.order = order
    self.isKeyword = isKeyword
  }

  /// Writes the column as `ColumnBuffer.write` does.
  func write(to file: FileWriter, _ directory: inout RecordEncoder) throws {
    var ordinals = dictionaries.map { [UInt32](repeating: Self.unused, count: $0.count) }
    let (valueCount, isPlain) = try survey(&ordinals)
    directory.append(isKeyword)
    if isKeyword { try mergeKeywords(&ordinals, to: file, &directory) }
    directory.append(isPlain)
    if !isPlain {
      directory.append(
        try PackedIntegers.write(count: order.count + 1, to: file, forEachStart))
    }
    let ofKeywords = ordinals
    directory.append(
      try PackedIntegers.write(count: valueCount, to: file) { body in
        try forEachValue { part, value in
          try body(isKeyword ? Int64(ofKeywords[part][Int(value)]) : value)
        }
      })
  }

  /// Counts the values, and marks the keywords that a document still has with 0.
  private func survey(_ ordinals: inout [[UInt32]]) throws -> (valueCount: Int, isPlain: Bool) {
    var (count, isPlain) = (0, true)
    try order.forEachDocument { part, document in
      let range = try views[part].range(of: document)
      count += range.count
      isPlain = isPlain && range.count == 1
      guard isKeyword else { return }
      for index in range { ordinals[part][Int(try views[part].value(at: index))] = 0 }
    }
    return (count, isPlain)
  }

  private func forEachStart(_ body: (Int64) throws -> Void) throws {
    var start = 0
    try order.forEachDocument { part, document in
      try body(Int64(start))
      start += try views[part].range(of: document).count
    }
    try body(Int64(start))
  }

  private func forEachValue(_ body: (_ part: Int, _ value: Int64) throws -> Void) throws {
    try order.forEachDocument { part, document in
      for index in try views[part].range(of: document) {
        try body(part, try views[part].value(at: index))
      }
    }
  }

  /// Writes the keywords that are marked, each once in the order of their bytes, and gives them
  /// their new ordinals.
  private func mergeKeywords(
    _ ordinals: inout [[UInt32]], to file: FileWriter, _ directory: inout RecordEncoder
  ) throws {
    var next = try dictionaries.indices.map { try keyword(from: 0, of: $0, ordinals) }
    var lengths: [UInt16] = []
    directory.append(file.offset)
    while let least = next.compactMap(\.self).min(by: { $0.precedes($1) }) {
      try file.append(least.bytes)
      for part in next.indices {
        guard let keyword = next[part], keyword.bytes.elementsEqual(least.bytes) else { continue }
        ordinals[part][keyword.ordinal] = UInt32(lengths.count)
        next[part] = try self.keyword(from: keyword.ordinal + 1, of: part, ordinals)
      }
      lengths.append(UInt16(clamping: least.bytes.count))
    }
    directory.append(file.offset)
    directory.append(
      try PackedIntegers.write(count: lengths.count + 1, to: file) { body in
        var end: Int64 = 0
        try body(end)
        for length in lengths {
          end += Int64(length)
          try body(end)
        }
      })
  }

  private struct Keyword {
    let ordinal: Int
    let bytes: UnsafeRawBufferPointer

    func precedes(_ other: Keyword) -> Bool { bytes.lexicographicallyPrecedes(other.bytes) }
  }

  /// The first marked keyword of a segment from an ordinal on; nil behind the last one.
  private func keyword(from first: Int, of part: Int, _ ordinals: [[UInt32]]) throws -> Keyword? {
    guard let ordinal = ordinals[part][first...].firstIndex(where: { $0 != Self.unused })
    else { return nil }
    return Keyword(ordinal: ordinal, bytes: try dictionaries[part].bytes(at: ordinal))
  }
}
