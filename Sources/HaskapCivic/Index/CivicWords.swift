internal import HaskapText

/// Words on civic matters that ICU's dictionary lacks or cuts wrongly.
enum CivicWords {
  static func shipped() throws -> [UserWord] { try words.get() }

  private static let words = Result {
    try UserDictionary.parse(String(decoding: PackageResources.civic_words_tsv, as: UTF8.self))
  }
}
