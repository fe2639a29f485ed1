/// Where the words of thesauruses stand, by their hashes, in two arrays: a dictionary with an array a word
/// takes longer to make and to let go than a search takes.
struct ThesaurusPlaces: Sendable {
  /// A line of a text.
  struct Line: Hashable, Sendable {
    var text: Int
    var range: Range<Int>
  }

  /// Small, since there are thousands, and new memory takes longer to touch than to fill.
  private struct Entry {
    var hash: UInt64
    /// Among the lines.
    var line: UInt32
    /// The number of the one before it in the same chain, counted from 1; 0 where it is the first.
    var previous: UInt32
  }

  /// Those that have words.
  private(set) var lines: [Line] = []
  private var entries: [Entry] = []
  /// A power of two of chains, by the last bits of the hash: the number of the last of each.
  private var chains: [UInt32] = [0]

  var isEmpty: Bool { entries.isEmpty }

  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(entries.count + count)
    let wanted = entries.count + count
    if wanted > chains.count { chain(Int(UInt64(wanted).roundedUpToPowerOfTwo)) }
  }

  mutating func insert(_ line: Line, of hash: UInt64) {
    if entries.count == chains.count { chain(2 * chains.count) }
    if lines.last != line { lines.append(line) }
    entries.append(
      Entry(hash: hash, line: UInt32(truncatingIfNeeded: lines.count - 1), previous: 0))
    link(entries.count - 1)
  }

  mutating func insert(_ other: ThesaurusPlaces, textsBefore: Int) {
    reserve(other.entries.count)
    for entry in other.entries {
      let line = other.lines[Int(entry.line)]
      insert(Line(text: textsBefore + line.text, range: line.range), of: entry.hash)
    }
  }

  /// The lines that may have a word of a hash, in the order in which they were inserted.
  func lines(of hash: UInt64) -> [Line] {
    var found: [Line] = []
    var number = chains[chain(of: hash)]
    while number > 0 {
      let entry = entries[Int(number) - 1]
      if entry.hash == hash { found.append(lines[Int(entry.line)]) }
      number = entry.previous
    }
    return found.reversed()
  }

  private mutating func chain(_ count: Int) {
    chains = Array(repeating: 0, count: count)
    for place in entries.indices { link(place) }
  }

  private mutating func link(_ place: Int) {
    let chain = chain(of: entries[place].hash)
    entries[place].previous = chains[chain]
    chains[chain] = UInt32(truncatingIfNeeded: place + 1)
  }

  private func chain(of hash: UInt64) -> Int { Int(hash & UInt64(chains.count - 1)) }
}

extension UInt64 {
  /// Of a number above 0.
  fileprivate var roundedUpToPowerOfTwo: UInt64 {
    self <= 1 ? 1 : 1 << UInt64(UInt64.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
