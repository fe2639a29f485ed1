/// Which characters may not begin or end a line of Japanese (JIS X 4051, kinsoku).
enum Kinsoku {
  private static let neverFirst = Set("、。，．・：；？！゛゜ヽヾゝゞ々ー）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.)]}!?:;%％")
  private static let neverLast = Set("（〔［｛〈《「『【([{")

  /// True where no line can begin with this character, so that a space before it is no line's end.
  static func cannotBegin(_ character: Character) -> Bool { neverFirst.contains(character) }

  /// The shortest start of a text that must stand together on one line.
  static func firstUnit(of text: some Collection<Character>) -> [Character] {
    var unit: [Character] = []
    var complete = false
    for character in text {
      if complete && !cannotBegin(character) { break }
      unit.append(character)
      complete = complete || !neverLast.contains(character)
    }
    return unit
  }
}
