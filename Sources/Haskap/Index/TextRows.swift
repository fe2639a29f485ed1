/// The terms of some documents in a row, in the order of their texts: an inverted field turned round
/// again. A field without positions gives them in the order of their bytes, each as often as it
/// stands in the document.
package struct TextRows: Sendable {
  /// By their numbers in the segment.
  package let documents: Range<Int>
  private var terms: [[UInt8]] = []
  /// By document and place the number of the term.
  private var rows: [[UInt32]]
  private static let none = UInt32.max

  /// The term at each place of a document; nil at the place between two values.
  package func terms(of document: Int) -> [[UInt8]?] {
    rows[document - documents.lowerBound].map { $0 == Self.none ? nil : terms[Int($0)] }
  }

  init(_ index: InvertedIndex, field: Int, documents: Range<Int>) throws {
    self.documents = documents
    rows = documents.map { _ in [] }
    guard !documents.isEmpty, index.places[field].dictionary.termCount > 0 else { return }
    let block = PostingsRowReader(index, field: field)
    var cursor = try index.dictionaries[field].cursor()
    while try cursor.advance() {
      let number = UInt32(terms.count)
      var isThere = false
      try block.read(cursor.info, documents) { document, place in
        isThere = true
        put(number, at: place, of: document - documents.lowerBound)
      }
      if isThere { terms.append(cursor.term) }
    }
  }

  /// - Parameter place: nil where the field keeps no positions.
  private mutating func put(_ number: UInt32, at place: Int?, of row: Int) {
    guard let place else { return rows[row].append(number) }
    let missing = place + 1 - rows[row].count
    if missing > 0 { rows[row].append(contentsOf: repeatElement(Self.none, count: missing)) }
    rows[row][place] = number
  }
}

/// Reads the places of one term after the other in a range of documents.
private final class PostingsRowReader {
  private let index: InvertedIndex
  private let field: Int
  private let cache = BlockCache()
  private var positions: [UInt32] = []

  init(_ index: InvertedIndex, field: Int) {
    self.index = index
    self.field = field
  }

  /// Gives each place; nil for each occurrence where the field keeps no positions.
  func read(
    _ term: TermInfo, _ documents: Range<Int>, _ body: (_ document: Int, _ place: Int?) -> Void
  ) throws {
    let reader = try index.postings(of: term, field: field)
    let first = UInt32(truncatingIfNeeded: documents.lowerBound)
    var block = reader.block(holding: first, from: 0)
    while block < reader.allBlocks,
      block == 0 || Int(reader.lastDocument(ofBlock: block - 1)) + 1 < documents.upperBound
    {
      try read(reader, block, term, documents, body)
      block += 1
    }
  }

  private func read(
    _ reader: PostingsReader, _ block: Int, _ term: TermInfo, _ documents: Range<Int>,
    _ body: (_ document: Int, _ place: Int?) -> Void
  ) throws {
    let count = reader.decode(
      block: block, documents: cache.documents, frequencies: cache.frequencies)
    let hasPositions = index.fields[field].positions
    if hasPositions { try readPositions(reader, block, term, count: count) }
    var next = 0
    for row in 0..<count {
      let (document, frequency) = (Int(cache.documents[row]), Int(cache.frequencies[row]))
      if documents.contains(document) {
        for place in next..<next + frequency {
          body(document, hasPositions ? Int(positions[place]) : nil)
        }
      }
      next += frequency
    }
  }

  private func readPositions(
    _ reader: PostingsReader, _ block: Int, _ term: TermInfo, count: Int
  ) throws {
    let total = (0..<count).reduce(0) { $0 + Int(cache.frequencies[$1]) }
    if positions.count < total { positions = [UInt32](repeating: 0, count: 2 * total) }
    let source = UnsafeRawPointer(try index.positions(of: term).baseAddress.unsafelyUnwrapped)
    let codes = try index.fieldNorms(field: field)
    _ = positions.withUnsafeMutableBufferPointer { target in
      PositionsReader.read(
        source + reader.positionsStart(ofBlock: block), documents: cache.documents,
        frequencies: cache.frequencies, count: count, codes: codes,
        into: target.baseAddress.unsafelyUnwrapped)
    }
  }
}
