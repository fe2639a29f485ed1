/// Some terms of a field whose places in the texts are looked for. Their postings and positions are
/// checked once, and then read window by window, by several threads.
struct AdjacentTerms: @unchecked Sendable {  // Nothing changes, and what is mapped stays.
  /// What a term has in the files.
  struct Source {
    let postings: PostingsReader
    let positions: UnsafeRawPointer

    init(_ index: InvertedIndex, field: Int, _ term: TermInfo) throws {
      postings = try index.postings(of: term, field: field)
      positions = try index.positions(of: term).baseAddress.unsafelyUnwrapped
    }
  }

  let codes: UnsafePointer<UInt8>
  let documentCount: Int
  private(set) var sources: [Source] = []

  /// So many documents are read together; their tokens stay in the processor's second cache.
  static let windowLength = 1024

  /// - Parameters:
  ///   - terms: at most 255, numbered from 1 on.
  ///   - threads: that check them.
  init(_ index: InvertedIndex, field: Int, _ terms: [TermInfo], threads: Int) throws {
    codes = try index.fieldNorms(field: field)
    documentCount = index.documentCount
    try OrderedWork.run(terms.count, threads: threads) { term in
      Result { try Source(index, field: field, terms[term]) }
    } take: {
      sources.append(try $0.get())
    }
  }

  /// Forgets all terms but the first ones.
  mutating func keep(first count: Int) { sources.removeLast(sources.count - count) }

  /// Has threads read the documents, each a part of them that lies together.
  ///
  /// - Parameters:
  ///   - step: of so many windows one is read.
  ///   - body: gets the first documents of the windows of a part.
  /// - Returns: what `body` gives, in the order of the documents.
  func read<Part>(
    everyWindow step: Int, threads: Int,
    _ body: @escaping @Sendable (AdjacentTermsReader, ArraySlice<Int>) throws -> Part
  ) throws -> [Part] {
    let windows = Array(stride(from: 0, to: documentCount, by: Self.windowLength * step))
    let count = max(1, min(threads, windows.count))
    var parts: [Part] = []
    try OrderedWork.run(count, threads: count) { part in
      let range = windows.count * part / count..<windows.count * (part + 1) / count
      return Result { try body(AdjacentTermsReader(self), windows[range]) }
    } take: {
      parts.append(try $0.get())
    }
    return parts
  }
}
