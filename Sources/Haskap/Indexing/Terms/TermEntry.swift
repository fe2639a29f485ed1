/// What the inversion knows of a term: one cache line.
///
/// The first sixteen bytes of the term stand in the entry itself. `occurrences` is a stream of the
/// `SliceArena`: for every document `gap << 1 | 1`, where it first stands, and then the distances
/// `<< 1` to the next places; all varints.
struct TermEntry {
  var low: UInt64
  var high: UInt64
  var occurrences: SliceArena.Tail
  /// Where the stream begins.
  var head: UInt32
  var lastDocument: UInt32
  var lastPosition: UInt32
  var length: UInt32
  /// Where the bytes behind the sixteenth are, for longer terms.
  var rest: UInt32
  /// Kept for when the table grows.
  var hash: UInt32
}
