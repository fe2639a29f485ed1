import Foundation
import HaskapText
import Testing

@testable import HaskapCivic

/// Reports of other years: columns that are missing, added or moved are known by their titles.
@Suite("Layouts of a council's report") struct CouncilLayoutTests {
  private static let titles = [
    "拠点区分", "事業名 (担当課名)", "地域福祉実践 計画体系", "具体的な実施事項", "令和7年度の事業実績内容",
    "令和7年度 第4四半期実績", "令和6年度 第4四半期実績",
  ]

  private static let rows = [
    [
      "社会福祉事業拠点 地域福祉推進事業", "2 かぎ預かり事業 (地域福祉課)", "基本目標1", "鍵を預かる。", "広めた。",
      "3月末: 預かり 46件", "3月末: 預かり 55件",
    ],
    [
      "", "1 重層的支援体制整備事業 (地域福祉課)", "基本目標2", "① 場づくり 集まる場を設ける。", "相談を受けた。",
      "支援 10件", "支援 9件",
    ],
    ["", "", "", "② 見守り 訪ねる。", "訪ねた。", "訪問 5回", ""],
    [
      "", "5 無縁仏供養法要事業 (くらし支援課)", "基本目標1", "8月の供養。", "周知した。", "開催 8/20 参加者50人",
      "開催8/23 参加者47人",
    ],
    ["", "6 市民ボランティア講座 (地域福祉課)", "〃", "〃", "〃", "6/24開催 参加者 41人", "7/8(月)開催 参加者 43名"],
  ]

  private static func read(_ rows: [[String]]) -> (records: [Record], warnings: [LineWarning]) {
    let title = "令和7年度(2025年度)第4四半期 事業経過報告 苫小牧市社会福祉協議会"
    return CouncilReader.read(
      document: "x", lines: [title[...]] + rows.map { $0.joined(separator: "\t")[...] })
  }

  private static func expectSame(
    _ change: (Int, [String]) -> [String],
    without field: (inout Record) -> Void = { _ in }
  ) {
    let (found, warnings) = read(([titles] + rows).enumerated().map { change($0, $1) })
    let wanted = read([titles] + rows).records.map { record in
      var record = record
      field(&record)
      return record
    }
    #expect(warnings.isEmpty)
    #expect(found.count == wanted.count)
    for (found, wanted) in zip(found, wanted) { #expect(found == wanted) }
  }

  @Test("the rows as they stand") func usual() {
    let records = Self.read([Self.titles] + Self.rows).records
    #expect(
      records.map(\.name) == [
        "かぎ預かり事業", "重層的支援体制整備事業", "重層的支援体制整備事業", "無縁仏供養法要事業", "市民ボランティア講座",
      ])
    #expect(records.map(\.subItem) == [nil, "① 場づくり", "② 見守り", nil, nil])
    #expect(records.map(\.purpose) == ["鍵を預かる。", "集まる場を設ける。", "訪ねる。", "8月の供養。", "8月の供養。"])
    #expect(records.map(\.goal) == ["基本目標1", "基本目標2", "基本目標2", "基本目標1", "基本目標1"])
    #expect(records.map(\.totalParticipants) == [nil, nil, nil, 50, 41])
    #expect(
      records.flatMap(\.occurrences).map { $0.start?.description } == ["2025-08-20", "2025-06-24"])
    #expect(records[0].results.map(\.value) == [46, 55])
    #expect(records[0].results.map(\.fiscalYear) == [2025, 2024])
  }

  @Test("no column of goals") func withoutGoals() {
    Self.expectSame(
      { _, row in Array(row[..<2] + row[3...]) }, without: { $0.goal = nil })
  }

  @Test("last year before this one") func earlierYearFirst() {
    Self.expectSame { _, row in Array(row[..<5]) + [row[6], row[5]] }
  }

  @Test("a column more", arguments: 3...5) func anotherColumn(_ place: Int) {
    Self.expectSame(
      { line, row in Array(row[..<place]) + [line == 0 ? "評価" : "A"] + row[place...] },
      without: { $0.remarks = ["評価：A"] })
  }

  @Test("number, name, department, base and service in columns of their own") func apart() {
    Self.expectSame { line, row in
      if line == 0 { return ["拠点区分", "サービス区分", "No.", "事業名", "担当課名"] + row[2...] }
      let placement = row[0].isEmpty ? ["", ""] : row[0].components(separatedBy: " ")
      guard let space = row[1].firstIndex(of: " "), let open = row[1].firstIndex(of: "(") else {
        return placement + ["", "", ""] + row[2...]
      }
      let name = row[1][row[1].index(after: space)..<open].trimmed
      return placement + [
        String(row[1][..<space]), name, String(row[1][open...].dropFirst().dropLast()),
      ]
        + row[2...]
    }
  }

  @Test("colons, digits and brackets of full width") func widths() {
    let wide: [Character: Character] = ["(": "（", ")": "）", ":": "："]
    Self.expectSame { _, row in
      row.enumerated().map { column, cell in
        // Prose is as printed.
        if (2...4).contains(column) { return cell }
        return String(
          cell.map { letter in
            if let other = wide[letter] { return other }
            guard let digit = letter.isASCII ? letter.wholeNumberValue : nil,
              let full = Unicode.Scalar(0xFF10 + digit)
            else { return letter }
            return Character(full)
          })
      }
    }
  }
}
