internal import CLibrary
internal import HaskapText

/// Finds words and phrases of a query in one text after another, however they lie among its words: what
/// snippets mark.
package struct TextMarker {
  /// One way to write a word, in normalized text.
  private struct Form {
    var utf8: [UInt8]
    /// Longer numbers with it, in which it does not count.
    var longer: [LongerNumber]
    /// The first place of the word among those that are looked for.
    var term: Int
  }

  private var forms: [Form] = []

  /// - Parameters:
  ///   - units: as typed.
  ///   - quotations: those of them that stand for exactly themselves, in no other spelling.
  init(
    _ units: [String], quotations: Set<String>, _ analysis: Spellings.Analysis,
    _ spellings: Spellings
  ) throws {
    var known: Set<String> = []
    for (term, unit) in units.enumerated() where known.insert(unit).inserted {
      let isQuoted = quotations.contains(unit)
      forms += try spellings.normalForms(of: unit, isQuoted ? analysis.exact : analysis).map {
        Form(utf8: $0.utf8, longer: LongerNumber.all(of: $0), term: term)
      }
    }
  }

  /// - Parameter text: normalized as the field's texts are.
  /// - Returns: in the order of the text, by places in it as it was given to the index.
  package func matches(in text: NormalizedText) -> [TextMatch] {
    var matches: [TextMatch] = []
    text.utf8.withUnsafeBytes { utf8 in
      for form in forms {
        Self.forEachRange(of: form.utf8, in: utf8) { range in
          if form.longer.contains(where: { $0.contains(form.utf8, at: range.lowerBound, of: utf8) })
          {
            return
          }
          matches.append(TextMatch(text.offsetMap.originalRange(of: range), term: form.term))
        }
      }
    }
    return matches.sorted { ($0.range.lowerBound, $0.term) < ($1.range.lowerBound, $1.term) }
  }

  /// All places of a run of bytes that do not overlap. In UTF-8 such a place begins a character.
  private static func forEachRange(
    of needle: [UInt8], in text: UnsafeRawBufferPointer, _ body: (Range<Int>) -> Void
  ) {
    guard let last = needle.last else { return }
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
