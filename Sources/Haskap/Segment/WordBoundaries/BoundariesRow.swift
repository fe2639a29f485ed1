/// Where the boundaries of a field are in their file.
struct BoundariesRow: Hashable, Sendable {
  static let byteCount = 16
  var bits: Int
  var starts: Int
}
