/// Where the boundaries of a field are in their file.
struct BoundariesPlace: Hashable, Sendable {
  static let byteCount = 16
  var bits: Int
  var starts: Int
}
