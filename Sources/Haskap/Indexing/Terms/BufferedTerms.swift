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
  private var terms: [Term] = []
  /// Ranges of `terms`; no term is in two.
  private(set) var pieces: [Range<Int>] = []

  /// About how many bytes of occurrences make a piece.
  static let pieceLength = 1 << 18

  /// Sorts the terms of each buffer on a thread of its own.
  init(_ buffers: [InvertedBuffer], field: Int) throws {
    arenas = buffers.map(\.arena)
    tables = buffers.map { $0.tables[field] }
    try OrderedWork.run(buffers.count, work: { self.sorted($0) }, take: { merge($0) })
    cutIntoPieces()
  }

  private func sorted(_ buffer: Int) -> [Term] {
    let table = tables[buffer]
    var terms = (0..<table.count).map { index in
      let entry = table.entries + index
      return Term(entry: entry, buffer: buffer, prefix: entry.pointee.low.byteSwapped)
    }
    terms.sort { precedes($0, $1) }
    return terms
  }

  private func precedes(_ left: Term, _ right: Term) -> Bool {
    guard left.prefix == right.prefix else { return left.prefix < right.prefix }
    let order = tables[left.buffer].compare(left.entry, right.entry, of: tables[right.buffer])
    return order != 0 ? order < 0 : left.buffer < right.buffer
  }

  private func merge(_ others: [Term]) {
    guard !terms.isEmpty else {
      terms = others
      return
    }
    var merged: [Term] = []
    merged.reserveCapacity(terms.count + others.count)
    var next = 0
    for term in terms {
      while next < others.count, precedes(others[next], term) {
        merged.append(others[next])
        next += 1
      }
      merged.append(term)
    }
    merged += others[next...]
    terms = merged
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
