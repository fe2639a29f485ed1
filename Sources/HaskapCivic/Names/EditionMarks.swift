internal import HaskapText

/// Finds what tells one year's holding of a project from another's: 第45回, 2020, 令和2年度, （令和2年5月）,
/// Vol.4, 第9弾, '20.
struct EditionMarks {
  /// For each character of the name whether it belongs to a mark.
  private(set) var isMark: [Bool]
  /// The numbers of 第45回 and the like.
  private(set) var numbers: [Int] = []
  /// The years in the name, with the month where it has one: `2020`, `2020-5`.
  private(set) var times: [String] = []
  private let characters: [Character]

  init(_ name: String) {
    characters = name.map(Self.halfWidth)
    isMark = Array(repeating: false, count: characters.count)
    markYears(name)
    for place in characters.indices where !isMark[place] { markEdition(at: place) }
  }

  private mutating func markYears(_ name: String) {
    var (index, end) = (name.startIndex, 0)
    for mention in YearMention.all(in: name) {
      let start = end + name.distance(from: index, to: mention.range.lowerBound)
      end = start + name[mention.range].count
      index = mention.range.upperBound
      let date = monthAndDay(after: end)
      mark(start..<date.end)
      addTime(mention.span.first, date.month)
    }
  }

  private mutating func addTime(_ year: Int?, _ month: Int?) {
    guard let year else { return }
    times.append(String(year) + (month.map { "-\($0)" } ?? ""))
  }

  /// `5月`, `5月2日` after a year.
  private func monthAndDay(after start: Int) -> (end: Int, month: Int?) {
    guard let month = number(at: start), character(month.end) == "月" else { return (start, nil) }
    guard let day = number(at: month.end + 1), character(day.end) == "日" else {
      return (month.end + 1, month.value)
    }
    return (day.end + 1, month.value)
  }

  private mutating func markEdition(at place: Int) {
    switch characters[place] {
    case "第": markCount(at: place)
    case "v", "V": markVolume(at: place)
    case "'", "’", "‘": markShortYear(at: place)
    default: markYear(at: place)
    }
  }

  /// 第45回, 第3期, 第9弾, 第40回記念.
  private mutating func markCount(at place: Int) {
    guard let number = number(at: place + 1) ?? kanjiNumber(at: place + 1),
      let unit = character(number.end), "回期弾号".contains(unit)
    else { return }
    let rest = String(characters[(number.end + 1)...].prefix(2))
    mark(place..<(number.end + (rest == "記念" ? 3 : 1)))
    numbers.append(number.value)
  }

  /// Vol.4, VOL31.
  private mutating func markVolume(at place: Int) {
    guard String(characters[place...].prefix(3)).lowercased() == "vol" else { return }
    let start = character(place + 3) == "." ? place + 4 : place + 3
    guard let number = number(at: start) else { return }
    mark(place..<number.end)
    numbers.append(number.value)
  }

  /// '20, but not 群'73: the years of projects, not of bodies, are of this century.
  private mutating func markShortYear(at place: Int) {
    guard let number = number(at: place + 1), number.end == place + 3, number.value < 50 else {
      return
    }
    mark(place..<number.end)
    addTime(2000 + number.value, nil)
  }

  /// 2020 by itself.
  private mutating func markYear(at place: Int) {
    guard let number = number(at: place), number.end == place + 4,
      (1950...2099).contains(number.value), character(place - 1)?.isWholeNumber != true
    else { return }
    mark(place..<number.end)
    addTime(number.value, nil)
  }

  /// 一 to 九十九: 第一回, 第二十三回.
  private func kanjiNumber(at start: Int) -> (value: Int, end: Int)? {
    var end = start
    var (tens, units) = (0, 0)
    while let letter = character(end), let digit = Self.kanjiDigits[letter], end - start < 3 {
      if digit == 10 { (tens, units) = (max(units, 1), 0) } else { units = digit }
      end += 1
    }
    return end > start ? (tens * 10 + units, end) : nil
  }

  private static let kanjiDigits: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  private func number(at start: Int) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while let digit = character(end)?.wholeNumberValue, character(end)?.isASCII == true,
      end - start < 6
    {
      value = value * 10 + digit
      end += 1
    }
    return end > start ? (value, end) : nil
  }

  private func character(_ place: Int) -> Character? {
    characters.indices.contains(place) ? characters[place] : nil
  }

  private mutating func mark(_ range: Range<Int>) {
    for place in range where isMark.indices.contains(place) { isMark[place] = true }
  }

  private static func halfWidth(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5D).contains(scalar.value)
    else { return character }
    return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
  }
}
