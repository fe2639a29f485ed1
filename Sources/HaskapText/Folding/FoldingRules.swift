/// What each folding makes of a text: from the table in `Resources/foldings.tsv`, or by a rule.
enum FoldingRules {
  private struct Pair {
    let from: [Character]
    let to: [Character]
  }

  /// Every pair of forms of a line of the table, both ways.
  private static let pairs: [Folding: [Pair]] = {
    var pairs: [Folding: [Pair]] = [:]
    for row in ResourceTable.rows(of: PackageResources.foldings_tsv) {
      guard let folding = Folding(rawValue: String(row[0])) else { continue }
      let forms = row.dropFirst().map(Array.init)
      for from in forms {
        for to in forms where to != from {
          pairs[folding, default: []].append(Pair(from: from, to: to))
        }
      }
    }
    return pairs
  }()

  static func forms(of text: String, by folding: Folding) -> [String] {
    let characters = Array(text)
    let forms: [[Character]] =
      switch folding {
      case .kanji, .spelling, .kana, .lookAlike: replacements(in: characters, by: folding)
      case .iterationMark: iterationMarks(in: characters)
      case .longVowel: longVowels(in: characters)
      case .middleDot: [characters.filter { $0 != "・" }].filter { $0 != characters && !$0.isEmpty }
      case .hiraganaKatakana: [otherKana(characters)].compactMap { $0 }
      case .numeral: Numerals.forms(of: characters)
      }
    return forms.map { String($0) }
  }

  /// The text with one place replaced, for every place and every form. A pair that would replace
  /// a part of the form it makes (見守 in 見守り) is left out there.
  private static func replacements(in text: [Character], by folding: Folding) -> [[Character]] {
    var forms: [[Character]] = []
    for pair in pairs[folding] ?? [] where pair.from.count <= text.count {
      for start in 0...text.count - pair.from.count {
        let place = start..<start + pair.from.count
        guard text[place].elementsEqual(pair.from) else { continue }
        if text[start...].starts(with: pair.to), pair.to.count > pair.from.count { continue }
        if folding == .lookAlike, !touchesKatakana(text, start) { continue }
        forms.append(Array(text[..<start]) + pair.to + text[place.upperBound...])
      }
    }
    return forms
  }

  private static func touchesKatakana(_ text: [Character], _ index: Int) -> Bool {
    [index - 1, index + 1].contains { text.indices.contains($0) && isKatakana(text[$0]) }
  }

  /// 々 for the second of two equal kanji, and the kanji for 々.
  private static func iterationMarks(in text: [Character]) -> [[Character]] {
    text.indices.dropFirst().compactMap { index -> [Character]? in
      var form = text
      if text[index] == "々" {
        form[index] = text[index - 1]
      } else if text[index] == text[index - 1], isHan(text[index]) {
        form[index] = "々"
      } else {
        return nil
      }
      return form
    }
  }

  /// Without a ー at the end of a stretch of Katakana, or with one.
  private static func longVowels(in text: [Character]) -> [[Character]] {
    text.indices.compactMap { index -> [Character]? in
      let isLast = index + 1 == text.count || !isKatakana(text[index + 1])
      guard isKatakana(text[index]), isLast, index > 0, isKatakana(text[index - 1]) else {
        return nil
      }
      let head = text[index] == "ー" ? text[..<index] : text[...index] + ["ー"]
      return Array(head + text[(index + 1)...])
    }
  }

  /// The text in Katakana if it is all Hiragana, and the reverse; nil for any other.
  private static func otherKana(_ text: [Character]) -> [Character]? {
    let scalars = text.flatMap(\.unicodeScalars)
    let marks = scalars.filter { $0.value == 0x30FC }
    let (from, offset): (ClosedRange<UInt32>, Int) =
      scalars.contains { 0x3041...0x3096 ~= $0.value }
      ? (0x3041...0x3096, 0x60) : (0x30A1...0x30F6, -0x60)
    guard scalars.count > marks.count,
      scalars.allSatisfy({ from ~= $0.value || $0.value == 0x30FC })
    else { return nil }
    let swapped = scalars.map { scalar in
      scalar.value == 0x30FC
        ? scalar : Unicode.Scalar(UInt32(Int(scalar.value) + offset)) ?? scalar
    }
    return swapped.map(Character.init)
  }

  private static func kind(_ character: Character) -> UInt8 {
    character.unicodeScalars.count == 1
      ? NormalizerRun.kind(character.unicodeScalars.first!.value) : CharacterTable.hard
  }

  private static func isKatakana(_ character: Character) -> Bool {
    kind(character) == CharacterTable.katakana
  }

  private static func isHan(_ character: Character) -> Bool {
    kind(character) == CharacterTable.ideograph && character >= "㐀"
  }
}
