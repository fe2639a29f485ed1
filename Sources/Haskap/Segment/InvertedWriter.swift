/// Writes the four files of a segment's inverted index, field by field and term by term.
///
/// Terms: the dictionaries, then a table of the fields (`IndexedFieldRow`), which the body ends with.
/// Norms: the code of every document's length, field by field.
final class InvertedWriter {
  private let files: SegmentFiles
  private let fields: [IndexedField]
  private let terms: FileWriter
  private let postings: FileWriter
  private let positions: FileWriter
  private let norms: FileWriter
  private var places: [IndexedFieldRow] = []
  private var dictionary: TermDictionaryWriter?

  init(_ files: SegmentFiles, fields: [IndexedField]) throws {
    self.files = files
    self.fields = fields
    terms = try files.writer(.terms)
    postings = try files.writer(.postings)
    positions = try files.writer(.positions)
    norms = try files.writer(.norms)
  }

  /// - Parameter codes: of the field's length in every document.
  func beginField(
    codes: UnsafePointer<UInt8>, documentCount: Int, _ statistics: FieldStatistics
  ) throws {
    let field = fields[places.count]
    places.append(IndexedFieldRow(statistics: statistics, norms: norms.offset))
    try norms.append(UnsafeRawBufferPointer(start: codes, count: documentCount))
    dictionary = TermDictionaryWriter(terms, options: field.options)
  }

  /// Where the next bytes of positions go.
  var positionsEnd: Int { positions.offset }

  /// Adds positions of the term that is appended next.
  func append(positions bytes: UnsafeRawBufferPointer) throws { try positions.append(bytes) }

  /// Adds the next term in the order of the terms' bytes.
  ///
  /// - Parameter positionsStart: where its positions begin, which were appended before.
  func append(
    _ term: UnsafeRawBufferPointer, documents: Int, occurrences: Int,
    postings bytes: UnsafeRawBufferPointer, positionsStart: Int
  ) throws {
    guard bytes.count <= Int(UInt32.max) else { throw SegmentLimitError.postings }
    try dictionary?.append(
      term,
      TermInfo(
        documentFrequency: documents, totalFrequency: occurrences,
        postings: postings.offset..<postings.offset + bytes.count,
        positions: positionsStart..<positions.offset))
    try postings.append(bytes)
  }

  /// Adds the next terms, in their order.
  func append(_ encoded: EncodedTerms) throws {
    try encoded.forEach(postings: postings.offset, positions: positions.offset) {
      try dictionary?.append($0, $1)
    }
    try postings.append(encoded.postings.bytes)
    try positions.append(encoded.positions.bytes)
  }

  func endField() throws {
    if let dictionary { places[places.count - 1].dictionary = try dictionary.finish() }
  }

  /// A field of a segment without documents.
  func skipField() throws { places.append(IndexedFieldRow(norms: norms.offset)) }

  func finish() throws {
    for _ in 0..<PositionsLayout.padding / 8 {
      try positions.append(0 as UInt64)
      try postings.append(0 as UInt64)
    }
    try terms.align(to: 8)
    for place in places {
      for word in place.words { try terms.append(word) }
    }
    for file in [terms, postings, positions, norms] { try files.finish(file) }
  }
}
