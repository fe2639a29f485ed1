/// Encodes the terms of one field, on one thread.
final class TermEncoder {
  private let options: PostingsOptions
  private let postings: PostingsEncoder
  private let positions: PositionsEncoder
  private let list = PostingsList()
  private let documentCount: Int
  /// Takes the positions of fields that keep none.
  private let unwanted = ByteSink()

  /// - Parameter codes: of the field's length in every document; they outlive the encoder.
  init(
    options: PostingsOptions, codes: UnsafePointer<UInt8>, documentCount: Int,
    _ statistics: FieldStatistics
  ) {
    self.options = options
    self.documentCount = documentCount
    postings = PostingsEncoder(
      options: options, codes: codes, documentCount: documentCount, statistics)
    positions = PositionsEncoder(norms: codes)
  }

  /// Appends a term.
  ///
  /// - Parameter streams: one from each buffer that has it.
  func encode(
    _ term: UnsafeRawBufferPointer, _ streams: [SliceArena.Cursor], to target: EncodedTerms
  ) {
    unwanted.removeAll()
    list.read(
      streams, documentCount: documentCount, positions: positions,
      to: options.positions ? target.positions : unwanted)
    postings.encode(
      list.documentBuffer, frequencies: list.frequencies, positionEnds: positions.blockEnds,
      to: target.postings)
    target.append(
      term, documents: list.count,
      occurrences: options.frequencies ? list.totalFrequency : list.count)
  }
}
