internal import CProcessor

/// The terms of one field in all buffers, in the order of their bytes.
final class BufferedTerms: @unchecked Sendable {  // Nothing changes while it is read.
  private struct Term {
    var entry: UnsafeMutablePointer<TermEntry>
    /// The first bytes of the term; most comparisons end with them.
    var prefix: UInt64
    var length: UInt32
    /// Of its stream.
    var slices: UInt32

    /// Below 0 when this term comes first, as far as the first bytes tell.
    @inline(__always)
    func compare(_ other: Term) -> Int? {
      if prefix != other.prefix { return prefix < other.prefix ? -1 : 1 }
      return max(length, other.length) <= 8 ? Int(length) - Int(other.length) : nil
    }
  }

  /// A term of a buffer.
  private struct Place {
    var buffer: Int
    var term: Int
  }

  private let arenas: [SliceArena]
  private let tables: [TermTable]
  /// Of each buffer. No arrays: threads that counted references to one would wait for each other.
  private var terms: [UnsafeMutableBufferPointer<Term>] = []
  /// Where pieces end and the next ones begin.
  private var cuts: [Place] = []

  /// About how many bytes of occurrences make a piece.
  static let pieceLength = 1 << 18

  /// Sorts the terms of each buffer on a thread of its own.
  init(_ buffers: [InvertedBuffer], field: Int) throws {
    arenas = buffers.map(\.arena)
    tables = buffers.map { $0.tables[field] }
    try OrderedWork.run(buffers.count, threads: buffers.count) { buffer in
      let sorted = self.sorted(buffer)
      return (sorted, self.cuts(sorted, of: buffer))
    } take: {
      terms.append($0)
      cuts += $1
    }
    cuts.sort { compare($0, $1) < 0 }
  }

  deinit {
    for terms in terms { terms.deallocate() }
  }

  /// No term is in two of them.
  var pieceCount: Int { cuts.count + 1 }

  private func sorted(_ buffer: Int) -> UnsafeMutableBufferPointer<Term> {
    let table = tables[buffer]
    let terms = UnsafeMutableBufferPointer<Term>.allocate(capacity: table.count)
    for index in terms.indices {
      let entry = table.entries + index
      terms.initializeElement(
        at: index,
        to: Term(
          entry: entry, prefix: entry.pointee.low.byteSwapped, length: entry.pointee.length,
          slices: entry.pointee.occurrences.slice + 1))
    }
    var sorted = terms
    sorted.sort {
      ($0.compare($1) ?? table.compare($0.entry, $1.entry, of: table)) < 0
    }
    return terms
  }

  /// Cuts the terms of a buffer into parts so long that one of each make a piece.
  private func cuts(_ terms: UnsafeMutableBufferPointer<Term>, of buffer: Int) -> [Place] {
    var cuts: [Place] = []
    var length = 0
    for (index, term) in terms.enumerated() {
      if length >= Self.pieceLength / tables.count {
        cuts.append(Place(buffer: buffer, term: index))
        length = 0
      }
      length += SliceArena.length(slices: Int(term.slices))
    }
    return cuts
  }

  /// Below 0 when the left term comes first.
  private func compare(_ left: Place, _ right: Place) -> Int {
    let (first, second) = (terms[left.buffer][left.term], terms[right.buffer][right.term])
    return first.compare(second)
      ?? tables[left.buffer].compare(first.entry, second.entry, of: tables[right.buffer])
  }

  /// Where the terms of each buffer begin that do not come before that of a cut.
  private func starts(_ cut: Place) -> [Int] {
    terms.indices.map { buffer in
      var range = 0..<terms[buffer].count
      while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        let isBefore = compare(Place(buffer: buffer, term: middle), cut) < 0
        range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
      }
      return range.lowerBound
    }
  }

  func encode(piece: Int, by worker: FlushWorker) -> EncodedTerms {
    let target = EncodedTerms()
    var next = piece == 0 ? terms.map { _ in 0 } : starts(cuts[piece - 1])
    let ends = piece == cuts.count ? terms.map(\.count) : starts(cuts[piece])
    var holders: [Place] = []
    while true {
      findHolders(of: next, ends, &holders)
      guard let first = holders.first else { return target }
      for holder in holders { next[holder.buffer] += 1 }
      tables[first.buffer].bytes(of: terms[first.buffer][first.term].entry, into: worker.term)
      worker.encoder.encode(worker.term.bytes, holders.map(stream), to: target)
    }
  }

  /// The places of the first term among the next ones of all buffers.
  private func findHolders(of next: [Int], _ ends: [Int], _ holders: inout [Place]) {
    holders.removeAll(keepingCapacity: true)
    for buffer in next.indices where next[buffer] < ends[buffer] {
      let place = Place(buffer: buffer, term: next[buffer])
      fetch(after: place)
      let order = holders.first.map { compare(place, $0) } ?? 0
      if order < 0 { holders.removeAll(keepingCapacity: true) }
      if order <= 0 { holders.append(place) }
    }
  }

  private func stream(_ place: Place) -> SliceArena.Cursor {
    let entry = terms[place.buffer][place.term].entry
    return SliceArena.Cursor(
      arenas[place.buffer], head: entry.pointee.head, tail: entry.pointee.occurrences)
  }

  /// Has the entry and the stream of terms that come soon fetched: they lie in no order.
  private func fetch(after place: Place) {
    let terms = terms[place.buffer]
    processor_prefetch(terms[min(place.term + 8, terms.count - 1)].entry)
    let soon = terms[min(place.term + 4, terms.count - 1)]
    processor_prefetch(arenas[place.buffer].address(soon.entry.pointee.head))
  }
}
