internal import CLibrary
internal import HaskapText

extension QueryInterpreter {
  /// Where words and phrases of a query stand in a text of a field, however they lie among its
  /// words: what a snippet marks.
  ///
  /// - Parameters:
  ///   - units: as typed.
  ///   - quotations: those of them that stand for exactly themselves, in no other spelling.
  ///   - text: the field's value as it was given to the index.
  /// - Returns: in the order of the text; `TextMatch.term` is the first place in `units`.
  /// - Throws: `ICUError`.
  public func matches(
    of units: [String], quotations: Set<String> = [], in text: String, field: String
  ) throws -> [TextMatch] {
    guard let options = schema[field]?.textOptions else { return [] }
    var analyzed = AnalyzedText()
    try spellings.session(options.analyzer).normalize(text, into: &analyzed, mapOffsets: true)
    let analysis = Spellings.Analysis(schema[field])
    var matches: [TextMatch] = []
    var known: Set<String> = []
    for (number, unit) in units.enumerated() where known.insert(unit).inserted {
      let forms = try spellings.normalForms(
        of: unit, quotations.contains(unit) ? analysis.exact : analysis)
      for form in forms {
        let longer = LongerNumber.all(of: form)
        Self.forEachRange(of: form.utf8, in: analyzed.utf8) { range in
          let isPart = analyzed.utf8.withUnsafeBytes { text in
            longer.contains { $0.contains(form.utf8, at: range.lowerBound, of: text) }
          }
          if isPart { return }
          matches.append(TextMatch(analyzed.offsetMap.originalRange(of: range), term: number))
        }
      }
    }
    return matches.sorted { ($0.range.lowerBound, $0.term) < ($1.range.lowerBound, $1.term) }
  }

  /// All places of a run of bytes that do not overlap. In UTF-8 such a place begins a character.
  private static func forEachRange(
    of needle: [UInt8], in text: [UInt8], _ body: (Range<Int>) -> Void
  ) {
    guard let last = needle.last else { return }
    text.withUnsafeBytes { text in
      // The last byte tells characters apart best: the first is the same for most of Japanese.
      var place = needle.count - 1
      while place < text.count, let base = text.baseAddress,
        let found = memchr(base + place, Int32(last), text.count - place)
      {
        let end = UnsafeRawPointer(found) - base + 1
        let isMatch = memcmp(base + end - needle.count, needle, needle.count) == 0
        if isMatch { body(end - needle.count..<end) }
        place = isMatch ? end + needle.count - 1 : end
      }
    }
  }
}
