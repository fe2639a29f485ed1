public import HaskapText

extension TextUnit {
  /// Where the unit stands in a text, for marking: its variants' occurrences in UTF-8 bytes of the
  /// normalized text, in order. Where two overlap, the one that begins first is given, and of those
  /// that begin together the longest.
  ///
  /// `text.offsetMap.originalRange(of:)` tells what they are in the original.
  public func ranges(in text: borrowing AnalyzedText) -> [Range<Int>] {
    let wanted = variants.filter { !$0.utf8.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
      .map { (utf8: $0.utf8, longer: LongerNumber.all(of: $0)) }
    var ranges: [Range<Int>] = []
    text.utf8.withUnsafeBytes { bytes in
      var place = 0
      while place < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
        let found = wanted.first { variant in
          rest.starts(with: variant.utf8)
            && !variant.longer.contains { $0.contains(variant.utf8, at: place, of: bytes) }
        }
        if let length = found?.utf8.count {
          ranges.append(place..<place + length)
          place += length
        } else {
          place += UTF8Length.of(bytes[place])
        }
      }
    }
    return ranges
  }
}

extension LongerNumber {
  /// Whether an occurrence of the variant in a text is a part of it.
  func contains(
    _ variant: [UInt8], at place: Int, of text: UnsafeRawBufferPointer
  ) -> Bool {
    let start = offset == 0 ? place : place - (utf8.count - variant.count)
    return start >= 0 && text[start...].starts(with: utf8)
  }
}
