internal import HaskapText

/// Collects the terms of documents in memory until they are written as one segment.
///
/// Documents come in ascending order of their numbers. A document may give a field several times:
/// its positions go on with a gap of one, so that no phrase runs from one value into the next.
final class InvertedBuffer {
  let fields: [InvertedField]
  let arena: SliceArena
  let tables: [TermTable]
  private(set) var lengths: [FieldLengths]
  private let batch = TermBatch()

  init(fields: [InvertedField]) {
    let arena = SliceArena()
    self.fields = fields
    self.arena = arena
    tables = fields.map { _ in TermTable(arena: arena) }
    lengths = fields.map { _ in FieldLengths() }
  }

  /// Bytes of memory in use, to compare with a budget.
  var byteCount: Int {
    arena.byteCount + tables.reduce(0) { $0 + $1.byteCount }
      + lengths.reduce(0) { $0 + $1.byteCount }
  }

  /// The most memory that so many tokens more can take, in bytes.
  ///
  /// - Parameter bytes: of text, which has them.
  func longestGrowth(tokens: Int, bytes: Int) -> Int {
    arena.longestGrowth(tokens: tokens, bytes: bytes)
      + tables.reduce(0) { $0 + $1.longestGrowth(terms: tokens) }
  }

  /// Memory that `InvertedFlush` needs beside the buffer's own, in bytes.
  var flushByteCount: Int {
    let terms = tables.reduce(0) { max($0, $1.count) }
    return InvertedFlush.byteCount(
      terms: terms, longestStream: SliceArena.length(slices: arena.mostSlices))
  }

  /// Adds the tokens of one value of a field, in the order of the text.
  func add(
    document: UInt32, field: Int, utf8: UnsafeBufferPointer<UInt8>,
    tokens: UnsafeBufferPointer<TokenSpan>
  ) {
    guard let text = UnsafeRawPointer(utf8.baseAddress), !tokens.isEmpty else { return }
    var position = lengths[field].begin(document)
    for first in stride(from: 0, to: tokens.count, by: TermBatch.capacity) {
      batch.fill(
        tokens[first..<min(first + TermBatch.capacity, tokens.count)], of: text,
        length: utf8.count)
      tables[field].append(batch, document: document, position: position)
      position &+= UInt32(batch.count)
    }
    lengths[field].end(position)
  }
}

/// The lengths of one field in all documents, while they are being added.
struct FieldLengths {
  private var codes: [UInt8] = []
  private var statistics = FieldStatistics()
  private var current: UInt32?
  private var length: UInt32 = 0

  var byteCount: Int { codes.capacity }

  /// The position of the first token of a new value.
  mutating func begin(_ document: UInt32) -> UInt32 {
    guard current != document else { return length + 1 }
    store()
    current = document
    length = 0
    return 0
  }

  mutating func end(_ length: UInt32) { self.length = length }

  private mutating func store() {
    guard let current else { return }
    codes.append(contentsOf: repeatElement(0, count: Int(current) - codes.count))
    codes.append(FieldLength.encode(Int(length)))
    statistics.documentCount += 1
    statistics.totalLength += Int(length)
  }

  /// The codes of a field's lengths from several buffers, of which one at most has a document; 0
  /// for documents that do not have the field.
  static func codes(_ lengths: [FieldLengths], documentCount: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: documentCount)
    for var part in lengths {
      part.store()
      for (document, code) in part.codes.enumerated() where code > 0 { result[document] = code }
    }
    return result
  }

  static func statistics(_ lengths: [FieldLengths]) -> FieldStatistics {
    lengths.reduce(FieldStatistics()) { sum, part in
      var part = part
      part.store()
      return sum + part.statistics
    }
  }
}
