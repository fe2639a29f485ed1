/// Documents of a segment are stored in blocks of 32, each without the bytes that it begins with
/// like the one before (front coding: Witten, Moffat and Bell, "Managing Gigabytes", 1999, §4.1).
///
/// ```
/// block = suffix* (shared:varint length:varint)*
/// ```
///
/// The head stands behind the suffixes, so that these can be written as they come. It tells where
/// each is; the bytes that a document shares are those of the nearest ones before it that have
/// them, and no other document is looked at.
enum DocumentBlockLayout {
  static let bits = 5
  static let length = 1 << bits
  /// Documents share at most so many bytes: enough for keys, and a writer need not keep more.
  static let longestShared = 256
  /// The most that the head of a block takes: two varints for each of its documents.
  static let longestHead = length * 2 * Varint.maximumLength

  static func blockCount(documents: Int) -> Int { (documents + length - 1) >> bits }
}
