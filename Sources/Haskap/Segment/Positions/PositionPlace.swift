/// Where the positions of a term in one document are.
struct PositionPlace {
  /// Of the low bytes, counted from the term's positions.
  var offset: UInt32
  var frequency: UInt32
  /// The first of the bits above the low bytes, counted from the term's positions; if those were not
  /// counted, `uncounted` and the number of the posting.
  var highBit: UInt64

  static let uncounted: UInt64 = 1 << 63
}
