/// What a file of the index holds; its raw value is the four ASCII bytes in the file's header.
enum FileKind: UInt32, CaseIterable, Sendable {
  case manifest = 0x696e_616d
  case terms = 0x6d72_6574
  case postings = 0x7473_6f70
  case positions = 0x6e73_6f70
  case norms = 0x6d72_6f6e
  case pairs = 0x7269_6170
  case boundaries = 0x6e75_6f62
  case columns = 0x6d6c_6f63
  case documents = 0x7363_6f64
  case deletions = 0x736c_6564

  /// The end of the file's name, after the segment's. Spelt out, since asking Swift for a case's
  /// name takes longer than opening a file.
  var suffix: String {
    switch self {
    case .manifest: "manifest"
    case .terms: "terms"
    case .postings: "postings"
    case .positions: "positions"
    case .norms: "norms"
    case .pairs: "pairs"
    case .boundaries: "boundaries"
    case .columns: "columns"
    case .documents: "documents"
    case .deletions: "deletions"
    }
  }
}
