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
  func append(_ term: UnsafeRawBufferPointer, documents: Int, occurrences: Int) {
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
