/// The frame around every file: `header body padding checksum* bodyEnd root`, little endian.
///
/// The header is known beforehand in every byte, so reading it is comparing it. The body is
/// checked in chunks, each against its own checksum; the root is the checksum of those checksums,
/// so that a file is pinned down by eight bytes in the manifest and yet opened without reading it.
enum FileLayout {
  static let headerLength = 24
  static let trailerLength = 16
  /// Spells the name, and a carriage return and a line feed that a text transfer would change.
  static let magic: UInt64 = 0x0a0d_7061_6b73_6148
  /// The version of the format, the same for all kinds of files.
  static let version: UInt32 = 3

  /// The binary logarithm of a chunk's length: reading one byte costs the checksum of a chunk, so a
  /// chunk is short.
  static let chunkBits = 14
  static let chunkLength = 1 << chunkBits

  static func chunkCount(bodyEnd: Int) -> Int { (bodyEnd + chunkLength - 1) >> chunkBits }

  static func fileLength(bodyEnd: Int) -> Int {
    bodyEnd + chunkCount(bodyEnd: bodyEnd) * 8 + trailerLength
  }
}
