/// How the styles of a workbook show numbers.
struct CellStyles {
  /// By the index of the style; nil for plain numbers.
  private var formats: [NumberFormat?] = []

  init() {}

  init(_ bytes: [UInt8]) {
    var codes: [Int: String] = [:]
    var ids: [Int] = []
    var isInCells = false
    let reader = XMLReader()
    reader.onStart = { name, attributes in
      switch name {
      case "numFmt":
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          codes[id] = attributes["formatCode"]
        }
      case "cellXfs": isInCells = true
      case "xf": if isInCells { ids.append(Int(attributes["numFmtId"] ?? "") ?? 0) }
      default: break
      }
    }
    reader.onEnd = { if $0 == "cellXfs" { isInCells = false } }
    guard reader.read(bytes) == nil else { return }
    formats = ids.map { id in (codes[id] ?? Self.builtIn(id)).map(NumberFormat.init) }
  }

  func format(_ style: Int) -> NumberFormat? {
    formats.indices.contains(style) ? formats[style] : nil
  }

  /// Formats that every workbook has without naming them; 27 to 36 and 50 to 58 are Japanese ones.
  private static func builtIn(_ id: Int) -> String? {
    switch id {
    case 9: "0%"
    case 10: "0.00%"
    case 18...21, 32, 33, 45...47: "h:mm"
    case 22: "yyyy/m/d h:mm"
    case 27, 36, 50, 57: "ge.m.d"
    case 28, 29, 51, 54, 58: #"ggge"年"m"月"d"日""#
    case 14...17, 30, 31, 34, 35, 52, 53, 55, 56: "yyyy/m/d"
    default: nil
    }
  }
}
