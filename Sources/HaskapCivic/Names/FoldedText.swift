/// Text as names are compared by: letters and numbers only, and where something stood between them.
struct FoldedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar whether a space or a mark stood before it.
  private(set) var gaps: [Bool] = []
  /// Whether a space or a mark stood after the last scalar.
  var endsWithGap = false

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  mutating func append(_ scalar: Unicode.Scalar, afterGap: Bool) {
    scalars.append(scalar)
    gaps.append(afterGap)
  }

  mutating func replaceLast(_ scalar: Unicode.Scalar) {
    scalars[scalars.count - 1] = scalar
  }

  /// Whether the text begins, ends, or has a space or a mark at `place`.
  func isBoundary(_ place: Int) -> Bool {
    place == 0 || place == scalars.count || gaps[place]
  }
}

/// Folds a text scalar by scalar.
struct ScalarFolder {
  private(set) var result = FoldedText()
  private var gap = false

  mutating func add(_ original: Unicode.Scalar) {
    let scalar = Self.fullWidth(original)
    switch scalar {
    case "\u{3099}", "\u{FF9E}", "゛": voice(by: 1)
    case "\u{309A}", "\u{FF9F}", "゜": voice(by: 2)
    case "々", "ゝ", "ヽ": append(result.scalars.last ?? scalar)
    case "-", "‐", "‑", "‒", "–", "—", "―", "−", "─", "ー", "ｰ": addHyphen()
    case _ where Self.counts(scalar): append(Self.standard(scalar))
    case _ where scalar.properties.isVariationSelector: break
    default:
      gap = true
      result.endsWithGap = true
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if !gap, Self.isKatakana(scalar) { readLastAsKatakana(before: scalar) }
    result.append(scalar, afterGap: gap)
    gap = false
    result.endsWithGap = false
  }

  /// Between Katakana a kanji that looks like one is misread: スポ一ツ, but not クラブ一ノ宮.
  private mutating func readLastAsKatakana(before next: Unicode.Scalar) {
    let count = result.scalars.count
    guard count > 1, !result.gaps[count - 1], next != "ノ",
      let meant = NameVariants.lookAlikes[result.scalars[count - 1]],
      Self.isKatakana(result.scalars[count - 2])
    else { return }
    result.replaceLast(meant)
  }

  private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
    0x30A1...0x30FA ~= scalar.value || scalar == "ー"
  }

  /// After a kana every dash is a long vowel: クリ－ンアップ. Elsewhere it is a mark.
  private mutating func addHyphen() {
    if let last = result.scalars.last, !gap, (0x3041...0x30FF).contains(last.value) {
      append("ー")
    } else {
      gap = true
      result.endsWithGap = true
    }
  }

  private mutating func voice(by distance: UInt32) {
    guard let last = result.scalars.last else { return }
    if last == "ウ" || last == "う" { return result.replaceLast(last == "ウ" ? "ヴ" : "ゔ") }
    guard NameVariants.voiceable.contains(last),
      let voiced = Unicode.Scalar(last.value + distance)
    else { return }
    result.replaceLast(voiced)
  }

  private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFF66...0xFF9D: NameVariants.halfWidthKana[Int(scalar.value - 0xFF66)]
    default: scalar
    }
  }

  private static func counts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA: true
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x26, 0x2B, 0x25: true  // &, +, %
    case ..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func standard(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20) ?? scalar
    case ..<0x80: return scalar
    case 0x3041...0x30FA: return NameVariants.smallKana[scalar] ?? scalar
    case _ where NameVariants.kanjiFilter.mayHold(scalar):
      if let new = NameVariants.kanji[scalar] { return new }
    default: break
    }
    guard scalar.value < 0x3000 else { return scalar }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }
}
