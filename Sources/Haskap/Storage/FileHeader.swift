/// The first 24 bytes of a file: magic, kind, version, segment.
struct FileHeader: Equatable {
  let kind: FileKind
  let segment: UInt64

  static let wordCount = 3

  /// The header in words of eight bytes.
  subscript(word: Int) -> UInt64 {
    switch word {
    case 0: FileLayout.magic
    case 1: UInt64(kind.rawValue) | UInt64(FileLayout.version) << 32
    default: segment
    }
  }

  /// What a word says, for messages.
  func meaning(of word: Int) -> String {
    switch word {
    case 0: "the magic of an index file"
    case 1: "kind '\(kind.suffix)' in version \(FileLayout.version) of the format"
    default: "segment \(segment)"
    }
  }

  /// The version of a file of the same kind; nil where the word says something else.
  func otherVersion(_ found: UInt64, in word: Int) -> UInt64? {
    word == 1 && found & 0xFFFF_FFFF == UInt64(kind.rawValue) ? found >> 32 : nil
  }
}
