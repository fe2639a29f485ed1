/// Many marks behind one letter, put in order before ICU sees them: it moves each to its place by itself,
/// which takes quadratic time.
extension Normalizer {
  /// No writing has so many.
  static let mostMarks = 32

  /// Replaces `scratch.source` by what each scalar of it becomes by itself, every run of marks in the
  /// order of their classes. Normalized, both are the same.
  func sortMarks(_ scratch: inout Scratch) throws(ICUError) {
    let source = scratch.source
    var (sorted, marks) = ([UInt16](), [UInt32]())
    var index = 0
    while index < source.count {
      let first = index
      _ = UTF16Text.scalar(in: source, at: &index)
      try icu.normalize(Array(source[first..<index]), into: &scratch.target)
      var place = 0
      while place < scratch.target.count {
        let scalar = UTF16Text.scalar(in: scratch.target, at: &place)
        if Self.markClass(scalar) == 0 {
          Self.append(&marks, to: &sorted)
          UTF16Text.append(scalar, to: &sorted)
        } else {
          marks.append(scalar)
        }
      }
    }
    Self.append(&marks, to: &sorted)
    scratch.source = sorted
  }

  private static func append(_ marks: inout [UInt32], to text: inout [UInt16]) {
    for (_, marks) in Dictionary(grouping: marks, by: markClass).sorted(by: { $0.key < $1.key }) {
      for mark in marks { UTF16Text.append(mark, to: &text) }
    }
    marks.removeAll()
  }

  private static func markClass(_ scalar: UInt32) -> UInt8 {
    Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0
  }
}
