/// Which runs of three characters a document prints without a space between them.
///
/// A space inside such a run elsewhere is probably the trace of a line's end: `青年会 議所` where the
/// document has `商工会議所`.
struct Vocabulary: Sendable {
  private var trigrams: Set<UInt64> = []

  init(_ lines: some Sequence<String>) {
    for line in lines {
      for run in line.split(whereSeparator: \.isWhitespace) { insert(run) }
    }
  }

  /// How many of the two runs across a gap are known: 0, 1 or 2.
  func evidence(left: some BidirectionalCollection<Character>, right: some Collection<Character>)
    -> Int
  {
    let before = Array(left.suffix(2))
    let after = Array(right.prefix(2))
    guard let last = before.last, let first = after.first else { return 0 }
    let runs = [
      before.count == 2 ? [before[0], last, first] : nil,
      after.count == 2 ? [last, first, after[1]] : nil,
    ]
    return runs.count { $0.map { trigrams.contains(Self.key($0[0], $0[1], $0[2])) } ?? false }
  }

  private mutating func insert(_ run: Substring) {
    var a: Character?
    var b: Character?
    for c in run {
      if let a, let b { trigrams.insert(Self.key(a, b, c)) }
      (a, b) = (b, c)
    }
  }

  /// Three scalars of 21 bits each.
  private static func key(_ a: Character, _ b: Character, _ c: Character) -> UInt64 {
    [a, b, c].reduce(0) { $0 << 21 | UInt64($1.unicodeScalars.first?.value ?? 0) }
  }
}
