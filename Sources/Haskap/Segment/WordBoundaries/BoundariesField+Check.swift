extension BoundariesField {
  /// There is a bit for every gram and one for the end, and words begin and end where texts do.
  func check(_ lengths: [UInt32]) throws(FormatError) {
    for (document, length) in lengths.enumerated() {
      let bits = try bits(of: document)
      let count = length == 0 ? 0 : Int(length) + 1
      guard bits.count == (count + 7) / 8 * 8 else {
        throw error("\(count) boundaries of document \(document)", found: bits.count)
      }
      guard count == 0 || bits.pattern(at: 0, width: 1) == 1,
        count == 0 || bits.pattern(at: count - 1, width: 1) == 1
      else {
        throw error("boundaries at both ends of document \(document)", found: 0)
      }
    }
  }
}
