/// Documents of a segment are stored in blocks. In a block each stands without the bytes that it
/// begins with like the one before (front coding: Witten, Moffat and Bell, "Managing Gigabytes",
/// 1999, §4.1), and the whole may be packed by Zstandard.
///
/// ```
/// block   = 0:u8 content | 1:u8 frame        // a frame of Zstandard that holds the content
/// content = (shared:varint length:varint)* suffix*
/// ```
///
/// The head tells where each suffix is; the bytes that a document shares are those of the nearest
/// ones before it that have them, and no other document is looked at.
enum DocumentBlockLayout {
  static let isPlain: UInt8 = 0
  static let isPacked: UInt8 = 1
  static let mostDocuments = 32
  /// A block ends before the document that would make it longer than this, so that one document is
  /// unpacked in some microseconds.
  static let fullLength = 4096
  /// Shorter blocks are not packed: it would save little.
  static let shortestPacked = 512
  /// Blocks in the first so many bytes of a file are not packed: a small index is read whole, and
  /// as fast as can be.
  static let plainLength = 1 << 20
  /// A block of which so many times less is left is not packed, so that no block claims more
  /// memory than that many times of its own bytes.
  static let mostRatio = 256
  /// Documents share at most so many bytes: enough for keys, and a writer need not keep more.
  static let longestShared = 256

  /// Whether a block is worth to be copied as it is, and not to be joined with its neighbors.
  static func isLarge(documents: Int, length: Int) -> Bool {
    documents >= mostDocuments / 2 || length >= fullLength / 4
  }
}
