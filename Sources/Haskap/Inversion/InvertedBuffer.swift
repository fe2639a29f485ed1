internal import HaskapText

/// Collects the terms of documents in memory until they are written as one segment.
///
/// Documents come in ascending order of their numbers. A document may give a field several times:
/// its positions go on with a gap of one, so that no phrase runs from one value into the next.
final class InvertedBuffer {
  let fields: [InvertedField]
  private let arena: SliceArena
  private var tables: [TermTable]
  private var lengths: [FieldLengths]
  private let keys: UnsafeMutablePointer<TermTable.Key> = .allocate(
    capacity: TermTable.batchLength)
  private let numbers: UnsafeMutablePointer<UInt32> = .allocate(capacity: TermTable.batchLength)

  deinit {
    keys.deallocate()
    numbers.deallocate()
  }

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
      + lengths.reduce(0) { $0 + $1.codes.count }
  }

  /// Adds the tokens of one value of a field, in the order of the text.
  func add(
    document: UInt32, field: Int, utf8: UnsafeBufferPointer<UInt8>,
    tokens: UnsafeBufferPointer<TokenSpan>
  ) {
    guard let text = UnsafeRawPointer(utf8.baseAddress), !tokens.isEmpty else { return }
    var position = lengths[field].begin(document)
    for first in stride(from: 0, to: tokens.count, by: TermTable.batchLength) {
      let batch = tokens[first..<min(first + TermTable.batchLength, tokens.count)]
      add(
        UnsafeBufferPointer(rebasing: batch), of: text, length: utf8.count, to: tables[field],
        document: document, position: position)
      position += UInt32(batch.count)
    }
    lengths[field].end(position)
  }

  private func add(
    _ tokens: UnsafeBufferPointer<TokenSpan>, of text: UnsafeRawPointer, length: Int,
    to table: TermTable, document: UInt32, position: UInt32
  ) {
    for (index, token) in tokens.enumerated() {
      let start = Int(token.start)
      keys[index] = TermTable.Key(
        text + start, length: min(Int(token.end) &- start, TermTable.longestTerm),
        readable: length &- start)
    }
    table.numbers(of: keys, count: tokens.count, into: numbers)
    for index in 0..<tokens.count {
      let entry =
        numbers[index] > 0
        ? table.entries + (Int(numbers[index]) &- 1) : table.entry(keys[index])
      append(entry, document: document, position: position &+ UInt32(truncatingIfNeeded: index))
    }
  }

  @inline(__always)
  private func append(
    _ entry: UnsafeMutablePointer<TermEntry>, document: UInt32, position: UInt32
  ) {
    if entry.pointee.occurrences.write + SliceArena.longestWrite > entry.pointee.occurrences.limit {
      arena.grow(&entry.pointee.occurrences)
    }
    var write = entry.pointee.occurrences.write
    if entry.pointee.lastDocument == document {
      write += Varint.write(UInt64(position &- entry.pointee.lastPosition) &<< 1, to: write)
    } else {
      let gap = document &- entry.pointee.lastDocument &- 1
      write += Varint.write(UInt64(gap) &<< 1 | 1, to: write)
      write += Varint.write(UInt64(position), to: write)
      entry.pointee.lastDocument = document
    }
    entry.pointee.lastPosition = position
    entry.pointee.occurrences.write = write
  }

  /// Writes everything as a segment; the buffer is of no use afterwards.
  ///
  /// - Parameter documentCount: of the segment, those without any term included.
  func write(to files: SegmentFiles, documentCount: Int) throws {
    let writer = try InvertedWriter(files, fields: fields)
    let term = ByteSink()
    let occurrences = ByteSink(capacity: 1 << 20)
    let postings = PostingsList()
    for field in fields.indices {
      let codes = lengths[field].finished(documentCount: documentCount)
      try codes.withUnsafeBufferPointer { codes in
        guard let codes = codes.baseAddress else { return try writer.skipField() }
        try writer.beginField(codes: codes, documentCount: documentCount, lengths[field].statistics)
        for entry in tables[field].sorted() {
          tables[field].bytes(of: entry, into: term)
          arena.collect(
            head: entry.pointee.head, tail: entry.pointee.occurrences, into: occurrences)
          postings.read(occurrences.bytes)
          try writer.append(term.bytes, postings)
        }
        try writer.endField()
      }
    }
    try writer.finish()
  }
}

/// The lengths of one field in all documents, while they are being added.
private struct FieldLengths {
  private(set) var codes: [UInt8] = []
  private(set) var statistics = FieldStatistics()
  private var current: UInt32?
  private var length: UInt32 = 0

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

  mutating func finished(documentCount: Int) -> [UInt8] {
    store()
    current = nil
    codes.append(contentsOf: repeatElement(0, count: max(0, documentCount - codes.count)))
    return codes
  }
}
