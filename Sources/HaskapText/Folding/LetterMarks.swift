/// Latin letters without the marks over and under them: café/cafe, Tōkyō/tokyo.
///
/// Source: the letters of Latin-1 Supplement, Latin Extended-A and the Vietnamese ones of Latin
/// Extended Additional, each under its base by its name in the Unicode Character Database.
public enum LetterMarks {
  private static let groups = [
    "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ", "cçćĉċč", "dďđḍ", "eèéêëēĕėęěẹẻẽếềểễệ", "gĝğġģǧ", "hĥħḥ",
    "iìíîïĩīĭįıǐỉị", "jĵ", "kķ", "lĺļľŀł", "mṃ", "nñńņňǹṇ", "oòóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "rŕŗř",
    "sśŝşšșṣ", "tţťŧțṭ", "uùúûüũūŭůűųưǔụủứừửữự", "wŵẁẃẅ", "yýÿŷỳỵỷỹ", "zźżž",
  ].map { Array($0.unicodeScalars) }

  private static let bases: [UInt32: UInt32] = groups.reduce(into: [:]) { bases, group in
    for letter in group.dropFirst() { bases[letter.value] = group[0].value }
  }

  /// Marks that stand by themselves behind their letter.
  private static let combining: ClosedRange<UInt32> = 0x300...0x36F

  /// Normalized text without marks on Latin letters; nil if it has none.
  static func without(_ text: [UInt32]) -> [UInt32]? {
    guard text.contains(where: { bases[$0] != nil || combining.contains($0) }) else { return nil }
    return text.filter { !combining.contains($0) }.map { bases[$0] ?? $0 }
  }

  /// The letters that are this small ASCII letter with marks, each in the scalars of normalized text.
  public static func marked(_ letter: Unicode.Scalar) -> [[Unicode.Scalar]] {
    let single = groups.first { $0[0] == letter }?.dropFirst().map { [$0] } ?? []
    // İ has no small letter of its own.
    return letter == "i" ? single + [["i", "\u{307}"]] : single
  }
}
