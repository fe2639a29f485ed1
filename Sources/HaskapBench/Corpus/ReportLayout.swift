/// How a made city prints its reports.
enum ReportLayout: Int, CaseIterable, Sendable {
  /// Sections ① to ④ with cells between tabs, as in `Corpus/tomakomai-kyodo-2023.txt`.
  case sections
  /// One table with a heading row, cells between tabs.
  case table
  /// A spreadsheet's export.
  case csv
  case html

  var fileExtension: String {
    switch self {
    case .sections, .table: "txt"
    case .csv: "csv"
    case .html: "html"
    }
  }

  private static let headings = [
    "No.", "事業名", "担当課", "協働の形態", "関係団体", "実施日", "参加人数", "事業の目的", "市民の反響",
  ]

  func text(of records: [MadeRecord], _ random: inout SeededGenerator) -> String {
    guard let first = records.first else { return "" }
    let title = "\(first.city) 協働事業実施状況（\(first.printedYear)）"
    switch self {
    case .sections: return Self.sections(records, title, &random)
    case .table:
      return ([[title]] + [Self.headings] + records.map(Self.cells))
        .map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    case .csv:
      return ([[title]] + [Self.headings] + records.map(Self.cells))
        .map { $0.map(Self.quoted).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
    case .html: return Self.html(records, title)
    }
  }

  private static func cells(_ record: MadeRecord) -> [String] {
    [
      String(record.number), record.name, record.departments.joined(separator: "、"),
      record.section, record.organizations.map(\.printed).joined(separator: "、"),
      record.printedDate, "\(record.participants)人", record.purpose, record.echo,
    ]
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
      ? "\"\(cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
      : cell
  }

  private static func html(_ records: [MadeRecord], _ title: String) -> String {
    let head = "<tr>" + headings.map { "<th>\($0)</th>" }.joined() + "</tr>"
    let rows = records.map { "<tr>" + cells($0).map { "<td>\($0)</td>" }.joined() + "</tr>" }
    return """
      <!DOCTYPE html>
      <html lang="ja"><head><meta charset="utf-8"><title>\(title)</title></head><body>
      <h1>\(title)</h1>
      <table>
      \(([head] + rows).joined(separator: "\n"))
      </table>
      </body></html>

      """
  }

  private static func sections(
    _ records: [MadeRecord], _ title: String, _ random: inout SeededGenerator
  ) -> String {
    let width = random.chance(0.3) ? random.number(12...16) : nil
    var lines = [title, ""]
    for (index, form) in MadeRecord.forms.enumerated() {
      let own = records.filter { $0.section == form }
      guard !own.isEmpty else { continue }
      lines += ["\(["①", "②", "③", "④"][index]) 協働の形態：\(form)（\(own.count)件）", ""]
      lines.append("No.\t協働事業の名称 (担当課)\t実施区分\t協働事業の目的、内容等\t取組に関係した団体等\t実施年月日、参加人数\t取組の効果、市民からの反響等")
      for record in own {
        let bodies = record.organizations.map(\.printed).joined(separator: "、")
        lines.append(
          [
            String(record.number), "\(record.name) (\(record.departments[0]))", "例年実施",
            width.map { wrapped(record.purpose, $0) } ?? record.purpose, bodies,
            "\(record.printedDate) (\(record.participants)人)", record.echo,
          ].joined(separator: "\t"))
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  /// With the spaces that text taken out of a printed cell has where its lines ended. No line begins
  /// with what closes: the character before goes there, too.
  private static func wrapped(_ text: String, _ width: Int) -> String {
    var lines = [""]
    for character in text {
      if lines[lines.count - 1].count == width {
        let taken = "、。」".contains(character) ? lines[lines.count - 1].popLast() : nil
        lines.append(taken.map { String($0) } ?? "")
      }
      lines[lines.count - 1].append(character)
    }
    return lines.joined(separator: " ")
  }
}
