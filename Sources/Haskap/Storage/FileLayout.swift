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

/// The first 24 bytes of a file: magic, kind, version, layout, segment.
struct FileHeader: Equatable {
  let kind: FileKind
  let segment: UInt64
  /// Of what the body holds.
  private(set) var version: UInt32
  /// The number of the layout.
  private var frame = FileLayout.known.count - 1

  /// As it is written.
  init(kind: FileKind, segment: UInt64) {
    self.kind = kind
    self.segment = segment
    version = kind.version
  }

  /// With the version and the layout of a header's second word, where this code reads them.
  init(kind: FileKind, segment: UInt64, word: UInt64) {
    self.init(kind: kind, segment: segment)
    let (version, frame) = (UInt32(word >> 32 & 0xFFFF), Int(word >> 48))
    guard (1...kind.version).contains(version), FileLayout.known.indices.contains(frame) else {
      return
    }
    self.version = version
    self.frame = frame
  }

  var layout: FileLayout { FileLayout.known[frame] }

  static let wordCount = 3

  /// The header in words of eight bytes.
  subscript(word: Int) -> UInt64 {
    switch word {
    case 0: FileLayout.magic
    case 1: UInt64(kind.rawValue) | UInt64(version) << 32 | UInt64(frame) << 48
    default: segment
    }
  }

  /// What a word says, for messages.
  func meaning(of word: Int) -> String {
    switch word {
    case 0: "the mark of an index file"
    case 1: "kind '\(kind.suffix)' version \(version) layout \(frame)"
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
