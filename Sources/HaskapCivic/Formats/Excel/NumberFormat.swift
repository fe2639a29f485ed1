internal import Haskap
import HaskapText

/// What a format's code shows of a number: `0.0%`, `yyyy/m/d h:mm`, `[$-411]ggge"年"m"月"d"日"`.
struct NumberFormat {
  /// Runs of one character, and what is quoted.
  private let parts: [Part]
  private let letters: Set<Character>

  private enum Part {
    case run(Character, Int)
    case text(Character)
  }

  /// Only the format of positive numbers counts, the first.
  init(_ code: String) {
    var parts: [Part] = []
    var rest = code.hasPrefix("General") ? "" : code.prefix { $0 != ";" }
    while let first = rest.popFirst() {
      switch first {
      case "\"":
        parts += rest.prefix { $0 != "\"" }.map(Part.text)
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\": if let next = rest.popFirst() { parts.append(.text(next)) }
      // As wide as the next character, or filled with it.
      case "_", "*": rest = rest.dropFirst()
      default:
        let run = rest.prefix { $0 == first }
        parts.append(.run(first.lowercased().first ?? first, 1 + run.count))
        rest = rest[run.endIndex...]
      }
    }
    self.parts = parts
    letters = Set(parts.compactMap { if case .run(let letter, _) = $0 { letter } else { nil } })
  }

  /// Nil for a plain number, however many digits of it are shown.
  func shown(_ number: Double, from1904: Bool) -> String? {
    if letters.contains("%") { return share(number) }
    // 0.00E+00 is no year.
    let hasYear = letters.contains("e") && letters.isDisjoint(with: "0#")
    guard hasYear || !letters.isDisjoint(with: "ymdghs") else { return nil }
    let day = ExcelDay(serial: number, from1904: from1904)
    let ofEra = letters.isDisjoint(with: "ge") ? nil : day.day.flatMap(ofEra)
    return ofEra ?? (letters.contains("h") ? day.textWithTime : day.text)
  }

  /// `25.6%`
  private func share(_ number: Double) -> String? {
    var decimals = 0
    var isBehindPoint = false
    for case .run(let letter, let count) in parts {
      if letter == "." { isBehindPoint = true }
      if isBehindPoint, letter == "0" || letter == "#" { decimals = min(9, decimals + count) }
    }
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    guard let parts = Int(exactly: (number.magnitude * 100 * Double(scale)).rounded()) else {
      return nil
    }
    let fraction = String(scale + parts % scale).dropFirst()
    return (number < 0 ? "-" : "") + String(parts / scale)
      + (fraction.isEmpty ? "" : "." + fraction) + "%"
  }

  /// `令和5年5月14日`, `R5.5.14`; nil where something else than a day is shown.
  private func ofEra(_ day: Day) -> String? {
    let (year, month, number) = day.components
    guard let era = Era.inForce(on: PartialDate(year: year, month: month, day: number)) else {
      return nil
    }
    var text = ""
    for part in parts {
      switch part {
      case .text(let character): text.append(character)
      case .run("g", let count):
        text += count > 1 ? String(era.rawValue.prefix(count - 1)) : String(era.letter)
      case .run("e", let count): text += Self.padded(year - era.firstYear + 1, count)
      case .run("m", let count) where count < 3: text += Self.padded(month, count)
      case .run("d", let count) where count < 3: text += Self.padded(number, count)
      case .run("a", let count):
        // 1 January 1970 was a Thursday.
        let weekday = "日月火水木金土".dropFirst(Int((day.number + 4) % 7 + 7) % 7).prefix(1)
        text += String(weekday) + (count > 3 ? "曜日" : "")
      case .run(let character, let count):
        if character.isASCII, character.isLetter || character == "@" { return nil }
        text += String(repeating: character, count: count)
      }
    }
    return text
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    (count > 1 && number < 10 ? "0" : "") + String(number)
  }
}
