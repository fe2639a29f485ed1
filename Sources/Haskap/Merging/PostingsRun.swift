/// Some documents of a term as they are decoded, and their positions as they are on disk.
struct PostingsRun {
  /// Their new numbers.
  var documents: UnsafePointer<UInt32>
  var frequencies: UnsafePointer<UInt32>
  var count: Int
  /// Of the first document; without meaning in fields that have none.
  var positions: PositionsPlace
}
