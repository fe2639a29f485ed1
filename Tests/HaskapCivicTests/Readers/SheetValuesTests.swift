import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// Sheets of labels and values, whatever words the values are.
@Suite("Values of sheets") struct SheetValuesTests {
  private static func records(_ text: String) throws -> [Record] {
    let text = try ReportText(file: "report.txt", bytes: Array(text.utf8))
    return ReportReader.read(text).records.filter { $0.layout == .table }
  }

  private struct Sheet {
    var name: String
    var host: String
    var people: Int
    var purpose: String
  }

  private static let names = ["海開き", "鱒釣り教室", "星見会", "備考の会", "実施区分研究会", "目的地探し"]
  private static let hosts = ["町内会", "自治会", "団体", "学校", "漁協", "天文会", "大学", "実行委員会"]
  private static let purposes = ["目的", "内容", "効果", "備考", "湖畔の清掃をした。", "釣り方を教えた。"]

  @Test("words of headings are values as well", arguments: 0..<60 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let names = Self.names.shuffled(using: &random).prefix(Int.random(in: 2...5, using: &random))
    let sheets = names.map { name in
      Sheet(
        name: name, host: Self.hosts.randomElement(using: &random) ?? "",
        people: Int.random(in: 1...900, using: &random),
        purpose: Self.purposes.randomElement(using: &random) ?? "")
    }
    let mark = ["", "■", "・"].randomElement(using: &random) ?? ""
    let colon = ["：", ": "].randomElement(using: &random) ?? ""
    let gap = ["\n", "\n\n", ""].randomElement(using: &random) ?? ""
    let order = [0, 1, 2].shuffled(using: &random)
    let text = sheets.map { sheet in
      let told = [("主催", sheet.host), ("参加人数", "\(sheet.people)人"), ("内容", sheet.purpose)]
      return ([("事業名", sheet.name)] + order.map { told[$0] })
        .map { mark + $0.0 + colon + $0.1 + "\n" }.joined()
    }.joined(separator: gap)
    let records = try Self.records("令和5年度 事業報告書\n\n" + text)
    #expect(records.map(\.name) == sheets.map(\.name), "\(text)")
    #expect(records.map(\.totalParticipants) == sheets.map(\.people), "\(text)")
    #expect(records.map { $0.organizations.map(\.name) } == sheets.map { [$0.host] }, "\(text)")
    #expect(records.map(\.purpose) == sheets.map(\.purpose), "\(text)")
  }

  @Test("and so are they behind a space, where another label follows")
  func spaced() throws {
    let records = try Self.records(
      "令和5年度\n\n事業名　海開き\n主催　　町内会\n参加人数　10人\n\n事業名　星見会\n主催　　町内会\n参加人数　20人\n")
    #expect(records.map(\.name) == ["海開き", "星見会"])
    #expect(records.map(\.totalParticipants) == [10, 20])
    #expect(records.map { $0.organizations.map(\.name) } == [["町内会"], ["町内会"]])
  }

  @Test("a value that goes on in the next line names no project")
  func wrapped() throws {
    let records = try Self.records(
      """
      令和5年度 事業報告書

      事業名：湖畔清掃
      主催：町内会
      内容：湖畔の清掃を行い、
      　　　環境美化の意識を高めた。

      事業名：鱒釣り教室
      主催：漁協
      内容：釣り方を教えた。
      """)
    #expect(records.map(\.name) == ["湖畔清掃", "鱒釣り教室"])
    #expect(records.map(\.purpose) == ["湖畔の清掃を行い、環境美化の意識を高めた。", "釣り方を教えた。"])
  }
}
