/// The memory that inverters take, and what they can come to take: of one, or of several together.
struct InverterUse {
  /// In use, and what will be needed to write it, in bytes.
  var byteCount = 0
  var inverterCount = 0
  /// What the streams of occurrences have, in bytes, and what of it surely is left to each inverter.
  var streams = 0
  var rest = Int.max
  /// How full the tables of terms are, by inverter.
  var tables: [[TermTable.Fill]] = []

  static func + (left: Self, right: Self) -> Self {
    Self(
      byteCount: left.byteCount + right.byteCount,
      inverterCount: left.inverterCount + right.inverterCount,
      streams: left.streams + right.streams, rest: min(left.rest, right.rest),
      tables: left.tables + right.tables)
  }

  /// The most memory that texts can take, whichever of the inverters gets which of them, in bytes, and
  /// analysis of them meanwhile.
  func longestGrowth(_ size: DocumentPlan.TextSize) -> Int {
    let entries = tables.reduce(0) { $0 + TermTable.mostEntries($1, terms: size.tokens) }
    return SliceArena.longestGrowth(self, tokens: size.tokens, bytes: size.bytes)
      + entries * TermTable.longestEntry + 5 * size.bytes + 16 * size.tokens
  }
}
