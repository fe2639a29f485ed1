internal import HaskapText

extension QueryInterpreter {
  /// Where words and phrases of a query stand in a text of a field, however they lie among its
  /// words: what a snippet marks.
  ///
  /// - Parameters:
  ///   - units: as typed.
  ///   - text: the field's value as it was given to the index.
  /// - Returns: in the order of the text; `TextMatch.term` is the place in `units`.
  public func matches(of units: [String], in text: String, field: String) throws -> [TextMatch] {
    guard let options = schema[field]?.textOptions else { return [] }
    let session = try session(options.analyzer)
    var analyzed = AnalyzedText()
    try session.analyze(text, into: &analyzed, mapOffsets: true)
    var matches: [TextMatch] = []
    for (number, unit) in units.enumerated() {
      for form in try forms(of: unit, Analysis(schema[field])) {
        try session.analyze(form.text, into: &scratch)
        matches += Self.ranges(of: scratch.utf8, in: analyzed.utf8).map {
          TextMatch(analyzed.offsetMap.originalRange(of: $0), term: number)
        }
      }
    }
    return matches.sorted { ($0.range.lowerBound, $0.term) < ($1.range.lowerBound, $1.term) }
  }

  /// All places of a run of bytes that do not overlap. In UTF-8 such a place begins a character.
  private static func ranges(of needle: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard let first = needle.first, needle.count <= text.count else { return [] }
    var ranges: [Range<Int>] = []
    var start = 0
    while start + needle.count <= text.count {
      let end = start + needle.count
      if text[start] == first, text[start..<end].elementsEqual(needle) {
        ranges.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return ranges
  }
}
