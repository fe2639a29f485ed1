/// Reads the parts of years and dates from the characters of a text, full-width forms included.
/// Every `take…` either reads something and moves on, or leaves the place as it was.
struct CalendarScanner {
  let characters: [Character]
  /// In characters from 0.
  var offset: Int

  init(_ text: some StringProtocol) {
    characters = text.map(Self.halfWidth)
    offset = 0
  }

  var isAtEnd: Bool { offset >= characters.count }

  func peek(_ distance: Int = 0) -> Character? {
    let place = offset + distance
    return characters.indices.contains(place) ? characters[place] : nil
  }

  /// The rest, at most `count` characters of it.
  func rest(_ count: Int = 8) -> String {
    String(characters[min(offset, characters.count)...].prefix(count))
  }

  mutating func skipSpaces() {
    while let next = peek(), next.isWhitespace { offset += 1 }
  }

  mutating func take(_ string: String) -> Bool {
    guard characters[min(offset, characters.count)...].starts(with: string) else { return false }
    offset += string.count
    return true
  }

  mutating func take(oneOf strings: [String]) -> Bool {
    for string in strings where take(string) { return true }
    return false
  }

  private static func halfWidth(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return character }
    switch scalar.value {
    case 0xFF01...0xFF5E where scalar != "～":
      return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
    case 0x3000: return " "
    default: return character
    }
  }
}

extension CalendarScanner {
  /// 令和, 令, R, r, ㋿; a full stop after the short forms belongs to them.
  mutating func takeEra() -> Era? {
    guard let next = peek(), Self.eraBeginnings.contains(next) else { return nil }
    for era in Era.allCases {
      if take(era.rawValue) || take(String(era.square)) { return era }
      if take(oneOf: [String(era.rawValue.prefix(1)), String(era.letter), era.letter.lowercased()])
      {
        _ = take(".")
        return era
      }
    }
    return nil
  }

  private static let eraBeginnings = Set(
    Era.allCases.flatMap { era in
      [era.square, era.letter] + era.letter.lowercased() + era.rawValue.prefix(1)
    })

  /// 5, 2023, 二〇二三, 三十一; with `元` for 1. At most nine digits.
  mutating func takeNumber() -> Int? {
    guard peek()?.unicodeScalars.first.map(Self.beginsNumber) == true else { return nil }
    if let value = takeDigits({ $0.isASCII ? $0.wholeNumberValue : nil }) { return value }
    if take("元") { return 1 }
    return takeTens() ?? takeDigits { Self.kanjiDigits[$0] }
  }

  /// Whether a number may begin with a scalar.
  static func beginsNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", "元", "十", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九": true
    default: false
    }
  }

  private mutating func takeDigits(_ digit: (Character) -> Int?) -> Int? {
    let start = offset
    var value = 0
    while let next = peek().flatMap(digit) {
      guard offset - start < 9 else {
        offset = start
        return nil
      }
      value = value * 10 + next
      offset += 1
    }
    return offset > start ? value : nil
  }

  /// 十, 三十, 三十一.
  private mutating func takeTens() -> Int? {
    let tens = peek().flatMap { Self.kanjiDigits[$0] }
    guard peek(tens == nil ? 0 : 1) == "十" else { return nil }
    offset += tens == nil ? 1 : 2
    guard let units = peek().flatMap({ Self.kanjiDigits[$0] }) else { return (tens ?? 1) * 10 }
    offset += 1
    return (tens ?? 1) * 10 + units
  }

  private static let kanjiDigits: [Character: Int] = [
    "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
}
