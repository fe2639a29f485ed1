extension Thesaurus {
  /// The words of civic life that ship with Haskap: welfare, school, disaster, work and all else
  /// that a city does, with the everyday words for each. The text that ships is normalized.
  ///
  /// - Throws: `ThesaurusError`, `ICUError`.
  public static func civic() throws -> Thesaurus {
    try Thesaurus(normalized: PackageResources.thesaurus_txt, file: "thesaurus.txt")
  }
}
