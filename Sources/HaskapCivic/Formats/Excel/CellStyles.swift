/// Which styles of a workbook show numbers as days or times.
struct CellStyles {
  /// By the index of the style.
  private(set) var areDates: [Bool] = []

  init() {}

  init(_ bytes: [UInt8]) {
    var codes: [Int: String] = [:]
    var formats: [Int] = []
    var isInCells = false
    let reader = XMLReader()
    reader.onStart = { name, attributes in
      switch name {
      case "numFmt":
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          codes[id] = attributes["formatCode"]
        }
      case "cellXfs": isInCells = true
      case "xf": if isInCells { formats.append(Int(attributes["numFmtId"] ?? "") ?? 0) }
      default: break
      }
    }
    reader.onEnd = { if $0 == "cellXfs" { isInCells = false } }
    guard reader.read(bytes) == nil else { return }
    areDates = formats.map { codes[$0].map(Self.isDate) ?? Self.isDate(builtIn: $0) }
  }

  func isDate(_ style: Int) -> Bool { areDates.indices.contains(style) && areDates[style] }

  /// Formats that every workbook has without naming them; 27 to 36 and 50 to 58 are Japanese ones.
  private static func isDate(builtIn id: Int) -> Bool {
    [14...22, 27...36, 45...47, 50...58].contains { $0.contains(id) }
  }

  /// Whether a format's code has a day, a month or a year outside quotes and brackets.
  private static func isDate(_ code: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "[" || character == "]" {
        isBracketed = character == "["
      } else if !isQuoted, !isBracketed, "ymdegYMDEG".contains(character) {
        return !code.hasPrefix("General")
      }
    }
    return false
  }
}
