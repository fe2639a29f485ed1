/// The frame around every file: `header body padding checksum* bodyEnd root`, little endian.
///
/// The header is known beforehand in every byte, so reading it is comparing it. The body is
/// checked in chunks, each against its own checksum; the root is the checksum of those checksums,
/// so that a file is pinned down by eight bytes in the manifest and yet opened without reading it.
enum FileLayout {
  static let headerLength = 24
  static let trailerLength = 16
  /// As long as the run of pages that Linux maps at one fault.
  static let chunkLength = 1 << chunkBits
  static let chunkBits = 16
  /// Spells the name, and a carriage return and a line feed that a text transfer would change.
  static let magic: UInt64 = 0x0a0d_7061_6b73_6148

  static func chunkCount(bodyEnd: Int) -> Int { (bodyEnd + chunkLength - 1) >> chunkBits }

  static func fileLength(bodyEnd: Int) -> Int {
    bodyEnd + chunkCount(bodyEnd: bodyEnd) * 8 + trailerLength
  }
}

/// The first 24 bytes of a file: magic, kind, version, segment.
struct FileHeader: Equatable {
  var kind: FileKind
  var version: UInt32
  var segment: UInt64

  init(kind: FileKind, segment: UInt64, version: UInt32? = nil) {
    self.kind = kind
    self.version = version ?? kind.version
    self.segment = segment
  }

  /// Of a header's second word, where that is a version that this code reads.
  static func version(in word: UInt64, of kind: FileKind) -> UInt32? {
    let version = UInt32(truncatingIfNeeded: word >> 32)
    return (1...kind.version).contains(version) ? version : nil
  }

  static let wordCount = 3

  /// The header in words of eight bytes.
  subscript(word: Int) -> UInt64 {
    switch word {
    case 0: FileLayout.magic
    case 1: UInt64(kind.rawValue) | UInt64(version) << 32
    default: segment
    }
  }

  /// What a word says, for messages.
  func meaning(of word: Int) -> String {
    switch word {
    case 0: "the mark of an index file"
    case 1: "kind '\(kind.suffix)' version \(version)"
    default: "segment \(segment)"
    }
  }
}

/// What the manifest says about a file.
struct FileRecord: Hashable, Sendable {
  var name: String
  /// In bytes, header and footer included.
  var length: Int
  /// The root checksum, over the checksums of all chunks.
  var checksum: UInt64
}
