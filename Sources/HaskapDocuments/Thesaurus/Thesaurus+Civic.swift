internal import CTexts

extension Thesaurus {
  /// The words of civic life that ship with Haskap: welfare, school, disaster, work and all else
  /// that a city does, with the everyday words for each. The text that ships is normalized.
  ///
  /// - Throws: `ThesaurusError`, `ICUError`.
  public static func civic() throws -> Thesaurus {
    try Thesaurus(normalized: civicText, file: "thesaurus.txt")
  }

  /// The same words as they are, a list for each group; stems and near words are left out.
  package static var civicGroups: [[String]] {
    civicText.split(separator: UInt8(ascii: "\n")).compactMap { ThesaurusGroup($0) }.map { group in
      (group.same + group.narrower + group.related).filter { !$0.isStem }.map(\.text)
    }
  }

  private static var civicText: [UInt8] {
    let text = embedded_thesaurus()
    return Array(UnsafeBufferPointer(start: text.bytes, count: text.count))
  }
}
