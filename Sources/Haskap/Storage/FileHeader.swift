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
