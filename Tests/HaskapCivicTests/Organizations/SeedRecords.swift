import Foundation
import HaskapCivic
import HaskapText
import Testing

/// Records of the four reports in `../shared/seeds`, cut up as plainly as possible: enough for who
/// is who, and independent of the readers. Cells with several organizations are split by hand.
struct SeedRecords {
  var records: [Record] = []
  /// As `../shared/eval/records_key.jsonl` names them: 002/④市/31, 003/4, 004/Ⅲ/2/2.
  var ids: [String] = []

  static let shared = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4)
    .joined(separator: "/").appending("/../shared")

  static let isAvailable = FileManager.default.fileExists(atPath: shared + "/seeds")

  static let all: SeedRecords? = isAvailable ? try? SeedRecords() : nil

  private init() throws {
    try addCollaboration("001", year: 2023)
    try addCollaboration("002", year: 2020)
    try addNamed("003", year: 2025)
    try addNamed("004", year: 2023)
  }

  func index(_ id: String) -> Int? { ids.firstIndex(of: id) }

  // MARK: Collaboration reports

  private mutating func addCollaboration(_ document: String, year: Int) throws {
    var section = ""
    let keys = try Self.keys(document)
    let names = Dictionary(uniqueKeysWithValues: keys.map { ($0.id, $0.name) })
    for line in try Self.seed(document).components(separatedBy: "\n") {
      if let mark = ["①", "②", "③", "④"].first(where: line.hasPrefix) { section = mark }
      if line.hasPrefix("【苫小牧市名義】") { section = "④市" }
      if line.hasPrefix("【教育委員会名義】") { section = "④教" }
      let cells = line.components(separatedBy: "\t")
      guard let number = Int(cells[0]), cells.count >= 4 else { continue }
      var record = Record(document: document, layout: .collaboration, line: 1, name: cells[1])
      record.section = Self.sections[section]
      record.fiscalYear = year
      record.number = number
      let id = "\(document)/\(section)/\(number)"
      if cells.count == 4 {
        record.departments = [cells[3]]
        let kind: Record.OrganizationMention.Kind =
          ["真鍋", "千葉", "青少"].contains(String(cells[2].prefix(2))) ? .person : .named
        record.organizations = cells[2].components(separatedBy: "、").map {
          .init(name: $0, kind: kind, role: .host)
        }
      } else {
        Self.split(nameCell: cells[1], into: &record)
        record.implementation = Self.implementation(cells[2])
        record.purpose = Self.joined(cells[3])
        record.effect = Self.joined(cells[6])
        record.organizations = SeedKey.organizations[id] ?? []
        Self.addDates(cells[5], to: &record)
      }
      record.name = names[id] ?? record.name
      records.append(record)
      ids.append(id)
    }
  }

  private static func implementation(_ cell: String) -> Record.Implementation {
    let since = YearMention.all(in: cell).first?.span.first
    let isBiennial = cell.hasPrefix("2年に一度")
    let kind: Record.Implementation.Kind =
      cell.hasPrefix("例年") ? .annual : isBiennial ? .biennial : .singleYear
    return .init(kind: kind, since: since)
  }

  private static let sections = [
    "①": "① 共催", "②": "② 実行委員会・協議会等", "③": "③ その他（事業協力）", "④市": "④ 後援 苫小牧市名義",
    "④教": "④ 後援 教育委員会名義",
  ]

  private static func split(nameCell: String, into record: inout Record) {
    guard let opening = nameCell.lastIndex(of: "("), nameCell.last == ")" else { return }
    record.name = joined(String(nameCell[..<opening]))
    record.departments = [joined(String(nameCell[opening...].dropFirst().dropLast()))]
  }

  /// Without the spaces of wrapped lines.
  private static func joined(_ text: String) -> String {
    text.replacingOccurrences(
      of: #"(?<=\P{ASCII}) (?=\P{ASCII})"#, with: "", options: .regularExpression
    ).trimmingCharacters(in: .whitespaces)
  }

  private static func addDates(_ cell: String, to record: inout Record) {
    for match in cell.matches(of: /令和 ?(\d+)年 ?(\d+)月 ?(\d+)日[^令（(]*[（(]約?([\d,]+) ?[人名]/) {
      guard let year = Int(match.1) else { continue }
      var occurrence = Record.Occurrence(
        start: .init(year: 2018 + year, month: Int(match.2), day: Int(match.3)))
      occurrence.participants = Int(match.4.replacing(",", with: ""))
      record.occurrences.append(occurrence)
    }
    let counts = record.occurrences.compactMap(\.participants)
    record.totalParticipants = counts.isEmpty ? nil : counts.reduce(0, +)
  }

  // MARK: The council's report and the pledges

  /// Each record is its name and the text up to the next one's.
  private mutating func addNamed(_ document: String, year: Int) throws {
    let text = try Self.seed(document)
    var rest = text.startIndex
    var places: [(key: Key, start: String.Index)] = []
    for key in try Self.keys(document) {
      let printed = key.subItem ?? key.name
      let found = text.range(of: printed, range: rest..<text.endIndex)
      if let found { rest = key.subItem == nil ? found.lowerBound : found.upperBound }
      places.append((key, found?.lowerBound ?? rest))
    }
    let ends = places.dropFirst().map(\.start) + [text.endIndex]
    for ((key, start), end) in zip(places, ends) {
      let layout: Record.Layout = document == "003" ? .council : .pledges
      var record = Record(document: document, layout: layout, line: 1, name: key.name)
      record.fiscalYear = year
      record.text = start < end ? String(text[start..<end]) : nil
      record.policy = key.policy
      if layout == .council {
        record.organizations = [.init(name: "苫小牧市社会福祉協議会", role: .host)]
      }
      records.append(record)
      ids.append(key.id)
    }
  }

  private struct Key: Decodable {
    var id: String
    var document: String
    var name: String
    var subItem: String?
    var policy: String?
  }

  private static func keys(_ document: String) throws -> [Key] {
    let lines = try String(contentsOfFile: shared + "/eval/records_key.jsonl", encoding: .utf8)
    return try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Key.self, from: Data($0.utf8))
    }.filter { $0.document == document }
  }

  private static func seed(_ document: String) throws -> String {
    let folder = shared + "/seeds"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let file = try #require(files.first { $0.hasPrefix(document) })
    return try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
  }
}
