/// The inverted index of one segment, mapped. Opening it reads the table of its fields alone.
final class InvertedIndex: Sendable {
  let fields: [IndexedField]
  let documentCount: Int
  let places: [IndexedFieldRow]
  let dictionaries: [TermDictionary]
  let postings: MappedFile
  let positions: MappedFile
  let norms: MappedFile
  /// Nil when the segment lists no pairs.
  let pairs: PhraseIndex?
  /// What was found sound so far: two bits a term, for postings and positions. Nil when nothing is
  /// remembered.
  private let checked: CheckedParts?

  /// - Parameter readsOnce: no term is asked for again and again, so that none need be remembered.
  init(
    files: SegmentFiles, fields: [IndexedField], documentCount: Int, readsOnce: Bool = false
  ) throws {
    self.fields = fields
    self.documentCount = documentCount
    let terms = try files.mapped(.terms)
    postings = try files.mapped(.postings)
    positions = try files.mapped(.positions)
    norms = try files.mapped(.norms)
    pairs = files.records[.pairs] == nil ? nil : try PhraseIndex(files, fieldCount: fields.count)
    let start = terms.body.upperBound - fields.count * IndexedFieldRow.byteCount
    places = try fields.indices.map { [norms] field in
      let offset = start + field * IndexedFieldRow.byteCount
      let place = IndexedFieldRow(try terms.verified(offset..<offset + IndexedFieldRow.byteCount))
      try place.check(terms, norms: norms, documentCount: documentCount, at: offset)
      return place
    }
    let limits = TermLimits(
      documentCount: documentCount, postings: postings.withoutPadding,
      positions: positions.withoutPadding)
    var termCount = 0
    dictionaries = fields.indices.map { [places] field in
      defer { termCount += places[field].dictionary.termCount }
      return TermDictionary(
        file: terms, options: fields[field].options, place: places[field].dictionary, number: field,
        firstTerm: termCount, limits: limits)
    }
    checked = readsOnce ? nil : CheckedParts(count: 2 * termCount)
  }

  /// The number of the field with this name.
  func field(named name: String) -> Int? { fields.firstIndex { $0.name == name } }

  func find(_ term: UnsafeRawBufferPointer, field: Int) throws(FormatError) -> TermInfo? {
    guard places[field].dictionary.termCount > 0 else { return nil }
    // Words are cut as they were when they were indexed; keywords never were.
    let length = fields[field].frequencies ? TermDictionaryLayout.maxTermLength : term.count
    return try dictionaries[field].find(UnsafeRawBufferPointer(rebasing: term.prefix(length)))
  }

  /// The code of the field's length in every document.
  func fieldNorms(field: Int) throws(FormatError) -> UnsafePointer<UInt8> {
    let start = places[field].norms
    return try norms.verified(start..<start + documentCount)
      .baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
  }

  func postings(of term: TermInfo, field: Int) throws(FormatError) -> PostingsReader {
    try once(2 &* term.number) { () throws(FormatError) in
      _ = try PostingsCheck(
        term, postings, options: fields[field].options, documentCount: documentCount
      )
      .run()
    }
    return PostingsReader(
      try postings.verified(term.postings), info: term, options: fields[field].options,
      documentCount: documentCount)
  }

  /// The bytes of a term's positions; what vectors read behind them is mapped too.
  func positions(of term: TermInfo) throws(FormatError) -> UnsafeRawBufferPointer {
    try once(2 &* term.number &+ 1) { () throws(FormatError) in
      try PositionsCheck(self, field: term.field, term).run()
    }
    return try positions.verified(term.positions)
  }

  /// Looks at a part of a term unless it was found sound before.
  @inline(__always)
  private func once(_ part: Int, _ check: () throws(FormatError) -> Void) throws(FormatError) {
    guard let checked, part >= 0 else { return try check() }
    try checked.once(part, check)
  }

  /// The saturations that the ceilings of a field were computed with.
  func referenceSaturations(field: Int) -> [Float] {
    Impact.reference.saturations(
      averageLength: places[field].statistics.averageLength, norms: fields[field].norms)
  }
}

extension MappedFile {
  /// The offsets of terms: vectors may read on behind them.
  var withoutPadding: Range<Int> {
    body.lowerBound..<max(body.lowerBound, body.upperBound - PositionsLayout.padding)
  }
}
