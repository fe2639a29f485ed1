internal import HaskapText

/// A beginning as it was typed, and what may begin so: in the same characters, in other kana, by a
/// reading that is known, or in Latin letters.
struct TypedPrefix {
  /// Normalized.
  let text: String
  /// In hiragana; nil where a kanji's reading is not known.
  let reading: String?
  /// Where terms may begin that fit.
  private(set) var beginnings: [String] = []
  /// With what letters these begin.
  private(set) var firsts: Set<Unicode.Scalar> = []
  private let romaji: String?
  private let readings: Readings

  init(_ normalized: String, _ readings: Readings) {
    text = normalized
    reading = readings.reading(of: normalized)
    romaji = normalized.utf8.count > 1 ? Romaji.key(ofLatin: normalized) : nil
    self.readings = readings
    beginnings = allBeginnings
    firsts = Set(beginnings.compactMap(\.unicodeScalars.first))
  }

  /// It as it was typed and in kana.
  var spellings: Set<String> {
    Set([text] + (reading.map { [$0, Self.katakana($0)] } ?? []))
  }

  private var allBeginnings: [String] {
    var beginnings = spellings
    if let romaji {
      let kana = Self.kana.filter { Romaji.mayBegin(romaji, with: $0) }
      beginnings.formUnion(kana.map { String($0) })
    }
    beginnings.formUnion(readings.words.filter { mayBegin(withReading: $0.reading) }.map(\.text))
    return Self.shortest(beginnings)
  }

  /// What begins with 教育 begins with 教. In the order of its bytes a text stands behind all that it
  /// begins with, and whatever stands between begins so too.
  private static func shortest(_ texts: Set<String>) -> [String] {
    var shortest: [String] = []
    for text in texts.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where shortest.last.map({ text.utf8.starts(with: $0.utf8) }) != true {
      shortest.append(text)
    }
    return shortest
  }

  private func mayBegin(withReading other: String) -> Bool {
    if let romaji, let key = Romaji.key(ofKana: other) {
      return key.hasPrefix(romaji) || romaji.hasPrefix(key)
    }
    return reading.map { other.hasPrefix($0) || $0.hasPrefix(other) } ?? false
  }

  /// False of what surely does not fit, told by its first letter alone: one that stays as it is whatever is
  /// normalized.
  func mayFit(_ name: String) -> Bool {
    var scalars = name.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return false }
    switch first.value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF:
      return firsts.contains(first) || scalars.next().map(Self.isMark) == true
    default: return true
    }
  }

  /// What may join the letter before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    0xFF9E...0xFF9F ~= scalar.value || scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// How a text fits; nil where it does not.
  ///
  /// - Parameter normalized: the text.
  func fit(_ normalized: String) -> Fit? {
    if normalized.hasPrefix(text) { return Fit(reading: nil) }
    guard reading != nil || romaji != nil, let other = readings.reading(of: normalized) else {
      return nil
    }
    if let reading, other.hasPrefix(reading) { return Fit(reading: other) }
    guard let romaji, let key = Romaji.key(ofKana: other), key.hasPrefix(romaji) else { return nil }
    return Fit(reading: other)
  }

  struct Fit {
    /// Nil where the characters themselves fit.
    var reading: String?
  }

  /// Every kana that a word may begin with.
  private static let kana = (0x3041...0x3096).flatMap { [$0, $0 + 0x60] }
    .compactMap { Unicode.Scalar($0) }

  private static func katakana(_ hiragana: String) -> String {
    String(
      String.UnicodeScalarView(
        hiragana.unicodeScalars.map { scalar in
          guard 0x3041...0x3096 ~= scalar.value else { return scalar }
          return Unicode.Scalar(scalar.value + 0x60) ?? scalar
        }))
  }
}
