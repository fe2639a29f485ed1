internal import CTexts

extension Thesaurus {
  /// The words of civic life that ship with Haskap: welfare, school, disaster, work and all else
  /// that a city does, with the everyday words for each. The text that ships is normalized.
  ///
  /// - Throws: `ThesaurusError`, `ICUError`.
  public static func civic() throws -> Thesaurus {
    let text = embedded_thesaurus()
    return try Thesaurus(
      normalized: Array(UnsafeBufferPointer(start: text.bytes, count: text.count)),
      file: "thesaurus.txt")
  }
}
