/// Compares kana with what is typed in Latin letters, whichever romanization the typist has learned.
///
/// Both sides are brought to one key: the syllables of ISO 3602 (Kunrei-shiki) without the
/// differences of Hepburn (shi, chi, tsu, fu, ja), without long vowels and doubled consonants, and
/// without what no syllable tells for certain (w, l for r, v for b).
public enum Romaji {
  /// The key of a text in kana; nil where it has anything else.
  public static func key(ofKana text: String) -> String? {
    var key = ""
    for scalar in text.unicodeScalars {
      let kana = hiragana(scalar)
      if let vowel = small[kana] {
        addSmall(vowel, isY: "ゃゅょ".unicodeScalars.contains(kana), to: &key)
      } else if let syllable = syllables[kana] {
        key += syllable
      } else {
        return nil
      }
    }
    return reduced(key)
  }

  /// The key of Latin letters, which may break off within a syllable; nil for other texts.
  public static func key(ofLatin text: String) -> String? {
    let plain = String(String.UnicodeScalarView(text.lowercased().unicodeScalars.map(withoutMark)))
      .replacing("'", with: "").replacing("-", with: "")
    guard !plain.isEmpty, plain.utf8.allSatisfy({ 0x61...0x7A ~= $0 }), !stutters(plain) else {
      return nil
    }
    var key = plain
    for (spelling, standard) in hepburn { key = key.replacing(spelling, with: standard) }
    for (end, standard) in brokenOff where key.hasSuffix(end) {
      key = key.dropLast(end.count) + standard
      break
    }
    return reduced(key)
  }

  /// Whether a text may have a key that begins so where it begins with a kana: a small vowel behind
  /// it may take the place of its own.
  public static func mayBegin(_ key: String, with kana: Unicode.Scalar) -> Bool {
    guard let own = Self.key(ofKana: String(kana))?.first, let first = key.first else {
      return true
    }
    return own == first || "aiueo".contains(own) && "aiueoy".contains(first)
  }

  /// Whether a consonant stands three times in a row, which no syllables have.
  private static func stutters(_ text: String) -> Bool {
    let letters = Array(text)
    return letters.indices.dropFirst(2).contains {
      letters[$0] == letters[$0 - 1] && letters[$0] == letters[$0 - 2]
        && !"aiueo".contains(letters[$0])
    }
  }

  /// Hiragana for katakana; other characters as they are.
  static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard 0x30A1...0x30F6 ~= scalar.value else { return scalar }
    return Unicode.Scalar(scalar.value - 0x60) ?? scalar
  }

  /// A small vowel takes the place of the vowel before it: ティ is ti, ファ is ha, チェ is tye.
  private static func addSmall(_ vowel: Character, isY: Bool, to key: inout String) {
    let last = key.last
    if let last, "aiueo".contains(last) { key.removeLast() }
    let glides = isY || last == "i" && key.last.map { "sztn".contains($0) } == true
    key += (glides ? "y" : "") + String(vowel)
  }

  /// One letter for each run of it, and one vowel for ou.
  private static func reduced(_ key: String) -> String {
    var reduced = ""
    for letter in key where letter != "w" {
      let isLong = letter == reduced.last || letter == "u" && reduced.last == "o"
      if !isLong { reduced.append(letter) }
    }
    return reduced
  }

  private static let hepburn = [
    ("shi", "si"), ("sh", "sy"), ("tch", "ch"), ("chi", "ti"), ("ch", "ty"), ("tsu", "tu"),
    ("ji", "zi"),
    ("jy", "zy"), ("j", "zy"), ("f", "h"), ("l", "r"), ("v", "b"), ("mb", "nb"), ("mp", "np"),
    ("mm", "nm"),
  ]

  private static let brokenOff = [
    ("sy", "s"), ("ty", "t"), ("zy", "z"), ("ts", "t"), ("c", "t"),
  ]

  private static let small: [Unicode.Scalar: Character] = Dictionary(
    uniqueKeysWithValues: zip("ぁぃぅぇぉゃゅょゎ".unicodeScalars, "aiueoauoa"))

  private static let syllables: [Unicode.Scalar: String] = {
    let rows = [
      ("あいうえお", ""), ("かきくけこ", "k"), ("がぎぐげご", "g"), ("さしすせそ", "s"), ("ざじずぜぞ", "z"), ("たちつてと", "t"),
      ("なにぬねの", "n"), ("はひふへほ", "h"), ("ばびぶべぼ", "b"), ("ぱぴぷぺぽ", "p"), ("まみむめも", "m"),
      ("らりるれろ", "r"),
    ]
    var syllables: [Unicode.Scalar: String] = [
      "だ": "da", "ぢ": "zi", "づ": "zu", "で": "de", "ど": "do", "や": "ya", "ゆ": "yu", "よ": "yo",
      "わ": "a",
      "を": "o", "ん": "n", "ゔ": "bu", "ゐ": "i", "ゑ": "e", "ゕ": "ka", "ゖ": "ke", "っ": "", "ー": "",
      "・": "",
    ]
    for (kana, consonant) in rows {
      for (letter, vowel) in zip(kana.unicodeScalars, "aiueo") {
        syllables[letter] = "\(consonant)\(vowel)"
      }
    }
    return syllables
  }()

  private static func withoutMark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let marked: [Unicode.Scalar: Unicode.Scalar] = [
      "ā": "a", "ī": "i", "ū": "u", "ē": "e", "ō": "o", "â": "a", "î": "i", "û": "u", "ê": "e",
      "ô": "o",
    ]
    return marked[scalar] ?? scalar
  }
}
