public import HaskapText

extension TextUnit {
  /// Where the unit stands in a text, for marking: its variants' occurrences in UTF-8 bytes of the
  /// normalised text, in order. Where two overlap, the one that begins first is given, and of those
  /// that begin together the longest.
  ///
  /// `text.offsetMap.originalRange(of:)` tells what they are in the original.
  public func ranges(in text: borrowing AnalyzedText) -> [Range<Int>] {
    let wanted = variants.map(\.utf8).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    var ranges: [Range<Int>] = []
    text.utf8.withUnsafeBytes { bytes in
      var place = 0
      while place < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
        if let found = wanted.first(where: { rest.starts(with: $0) }) {
          ranges.append(place..<place + found.count)
          place += found.count
        } else {
          place += UTF8Length.of(bytes[place])
        }
      }
    }
    return ranges
  }
}
