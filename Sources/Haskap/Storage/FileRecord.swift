/// What the manifest says about a file.
struct FileRecord: Hashable, Sendable {
  var name: String
  /// In bytes, header and footer included.
  var length: Int
  /// The root checksum, over the checksums of all chunks.
  var checksum: UInt64
}
