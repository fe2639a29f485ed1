internal import CProcessor

/// The terms of one field in all buffers, in the order of their bytes.
final class BufferedTerms: @unchecked Sendable {  // Nothing changes while it is read.
  private struct Term {
    var entry: UnsafeMutablePointer<TermEntry>
    var buffer: Int
    /// The first bytes of the term; most comparisons end with them.
    var prefix: UInt64
  }

  private let arenas: [SliceArena]
  private let tables: [TermTable]
  private let terms: [Term]
  /// Ranges of `terms`; no term is in two.
  private(set) var pieces: [Range<Int>] = []

  /// About how many bytes of occurrences make a piece.
  static let pieceLength = 1 << 18

  init(_ buffers: [InvertedBuffer], field: Int) {
    arenas = buffers.map(\.arena)
    let tables = buffers.map { $0.tables[field] }
    var terms: [Term] = []
    terms.reserveCapacity(tables.reduce(0) { $0 + $1.count })
    for (buffer, table) in tables.enumerated() {
      for index in 0..<table.count {
        let entry = table.entries + index
        terms.append(Term(entry: entry, buffer: buffer, prefix: entry.pointee.low.byteSwapped))
      }
    }
    terms.sort { left, right in
      guard left.prefix == right.prefix else { return left.prefix < right.prefix }
      let order = tables[left.buffer].compare(left.entry, right.entry, of: tables[right.buffer])
      return order != 0 ? order < 0 : left.buffer < right.buffer
    }
    self.tables = tables
    self.terms = terms
    cutIntoPieces()
  }

  private func cutIntoPieces() {
    var start = 0
    var length = 0
    for index in terms.indices {
      if length >= Self.pieceLength, !isSameTerm(index - 1, index) {
        pieces.append(start..<index)
        (start, length) = (index, 0)
      }
      length += SliceArena.length(slices: Int(terms[index].entry.pointee.occurrences.slice) + 1)
    }
    if start < terms.count { pieces.append(start..<terms.count) }
  }

  private func isSameTerm(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (terms[first], terms[second])
    return left.buffer != right.buffer && left.prefix == right.prefix
      && tables[left.buffer].compare(left.entry, right.entry, of: tables[right.buffer]) == 0
  }

  func encode(piece: Int, by worker: FlushWorker) -> EncodedTerms {
    let target = EncodedTerms()
    var next = pieces[piece].lowerBound
    while next < pieces[piece].upperBound {
      fetch(after: next)
      let first = next
      repeat { next += 1 } while next < pieces[piece].upperBound && isSameTerm(first, next)
      tables[terms[first].buffer].bytes(of: terms[first].entry, into: worker.term)
      let streams = terms[first..<next].map { term in
        SliceArena.Cursor(
          arenas[term.buffer], head: term.entry.pointee.head, tail: term.entry.pointee.occurrences)
      }
      worker.encoder.encode(worker.term.bytes, streams, to: target)
    }
    return target
  }

  /// Has the entry and the stream of terms that come soon fetched: they lie in no order.
  private func fetch(after index: Int) {
    processor_prefetch(terms[min(index + 8, terms.count - 1)].entry)
    let soon = terms[min(index + 4, terms.count - 1)]
    processor_prefetch(arenas[soon.buffer].address(soon.entry.pointee.head))
  }
}
