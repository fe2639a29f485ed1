/// Where the dictionary of a field lies in its file.
struct TermDictionaryRow: Hashable, Sendable {
  /// Offset of the first block.
  var start = 0
  /// Offset of the array of block offsets, which are counted from `start`.
  var index = 0
  var blockCount = 0
  var termCount = 0
}
