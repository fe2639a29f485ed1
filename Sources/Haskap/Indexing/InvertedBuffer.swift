internal import HaskapText

/// Collects the terms of documents in memory until they are written as one segment.
///
/// Documents come in ascending order of their numbers. A document may give a field several times:
/// its positions go on with a gap of one, so that no phrase runs from one value into the next.
final class InvertedBuffer {
  let fields: [IndexedField]
  let arena: SliceArena
  let tables: [TermTable]
  private(set) var lengths: [FieldLengths]
  private let batch = TermBatch()

  init(fields: [IndexedField]) {
    let arena = SliceArena()
    self.fields = fields
    self.arena = arena
    tables = fields.map { _ in TermTable(arena: arena) }
    lengths = fields.map { _ in FieldLengths() }
  }

  var use: InverterUse {
    InverterUse(
      byteCount: byteCount + flushByteCount, inverterCount: 1, streams: arena.byteCount,
      rest: arena.rest, tables: [tables.map(\.fill)])
  }

  private var byteCount: Int {
    arena.byteCount + tables.reduce(0) { $0 + $1.byteCount }
      + lengths.reduce(0) { $0 + $1.byteCount }
  }

  /// Memory that `InvertedFlush` needs beside the buffer's own, in bytes.
  private var flushByteCount: Int {
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
    // Kept outside of the loop: counting a reference waits for all that the batch before has written.
    let table = tables[field]
    for first in stride(from: 0, to: tokens.count, by: TermBatch.capacity) {
      batch.fill(
        tokens[first..<min(first + TermBatch.capacity, tokens.count)], of: text,
        length: utf8.count)
      table.append(batch, document: document, position: position)
      position &+= UInt32(batch.count)
    }
    lengths[field].end(position)
  }
}
