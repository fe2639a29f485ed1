/// The frame around every file: `header body padding checksum* bodyEnd root`, little endian.
///
/// The header is known beforehand in every byte, so reading it is comparing it. The body is
/// checked in chunks, each against its own checksum; the root is the checksum of those checksums,
/// so that a file is pinned down by eight bytes in the manifest and yet opened without reading it.
struct FileLayout: Equatable {
  static let headerLength = 24
  static let trailerLength = 16
  /// Spells the name, and a carriage return and a line feed that a text transfer would change.
  static let magic: UInt64 = 0x0a0d_7061_6b73_6148

  /// The binary logarithm of a chunk's length.
  let chunkBits: Int

  /// What is written: a look into a file costs the checksum of a chunk, and so much is quick.
  static let current = FileLayout(chunkBits: 14)
  /// Those that are read, by their number in the header.
  static let known = [FileLayout(chunkBits: 16), current]

  var chunkLength: Int { 1 << chunkBits }

  func chunkCount(bodyEnd: Int) -> Int { (bodyEnd + chunkLength - 1) >> chunkBits }

  func fileLength(bodyEnd: Int) -> Int {
    bodyEnd + chunkCount(bodyEnd: bodyEnd) * 8 + Self.trailerLength
  }
}
