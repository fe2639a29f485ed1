/// Postings and positions of some terms that follow each other, as they go to the files. Terms are
/// put in this form by several threads, and written by one.
final class EncodedTerms: @unchecked Sendable {  // Filled by one thread, then read by another.
  let postings = ByteSink(capacity: 1 << 16)
  let positions = ByteSink(capacity: 1 << 16)
  private let terms = ByteSink()
  private var infos: [Info] = []

  /// Of one term.
  private struct Info {
    var termEnd: Int
    var documentFrequency: Int
    var totalFrequency: Int
    var postingsEnd: Int
    var positionsEnd: Int
  }

  func removeAll() {
    postings.removeAll()
    positions.removeAll()
    terms.removeAll()
    infos.removeAll(keepingCapacity: true)
  }

  /// Ends a term whose postings and positions have been appended.
  fileprivate func append(_ term: UnsafeRawBufferPointer, documents: Int, occurrences: Int) {
    terms.append(term)
    infos.append(
      Info(
        termEnd: terms.count, documentFrequency: documents, totalFrequency: occurrences,
        postingsEnd: postings.count, positionsEnd: positions.count))
  }

  /// The terms in order, each with what the dictionary keeps when the bytes go to these offsets.
  func forEach(
    postings: Int, positions: Int, _ body: (UnsafeRawBufferPointer, TermInfo) throws -> Void
  ) rethrows {
    var start = (term: 0, postings: postings, positions: positions)
    for info in infos {
      let end = (postings: postings + info.postingsEnd, positions: positions + info.positionsEnd)
      try body(
        UnsafeRawBufferPointer(rebasing: terms.bytes[start.term..<info.termEnd]),
        TermInfo(
          documentFrequency: info.documentFrequency, totalFrequency: info.totalFrequency,
          postings: start.postings..<end.postings, positions: start.positions..<end.positions))
      start = (info.termEnd, end.postings, end.positions)
    }
  }
}

/// Encodes the terms of one field, on one thread.
final class TermEncoder {
  private let field: InvertedField
  private let postings: PostingsEncoder
  private let positions: PositionsEncoder
  private let list = PostingsList()
  private let documentCount: Int
  /// Takes the positions of fields that keep none.
  private let unwanted = ByteSink()

  /// - Parameter codes: of the field's length in every document; they outlive the encoder.
  init(
    field: InvertedField, codes: UnsafePointer<UInt8>, documentCount: Int,
    _ statistics: FieldStatistics
  ) {
    self.field = field
    self.documentCount = documentCount
    postings = PostingsEncoder(
      field: field, codes: codes, documentCount: documentCount, statistics)
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
      to: field.positions ? target.positions : unwanted)
    postings.encode(
      list.documentBuffer, frequencies: list.frequencies, positionEnds: positions.blockEnds,
      to: target.postings)
    target.append(
      term, documents: list.count,
      occurrences: field.frequencies ? list.totalFrequency : list.count)
  }
}
