import HaskapCivic
import HaskapText
import Testing

@Suite struct RecordJSONTests {
  /// A record whose every field says something; the mirror makes sure that none is forgotten.
  static var full: Record {
    var record = Record(document: "d", layout: .pledges, line: 3, name: "名称")
    (record.id, record.file) = ("d/Sheet/3", "reports/d.xlsx")
    (record.sheet, record.page) = ("Sheet", 2)
    record.section = "① 共催"
    record.forms = ["共催", "補助"]
    record.fiscalYear = 2023
    record.period = .init(
      start: PartialDate(year: 2022, month: 7), end: PartialDate(year: 2024, month: 3))
    record.number = 4
    record.departments = ["課"]
    record.implementation = .init(kind: .annual, since: 1972)
    record.organizations = [.init(name: "80町内会", kind: .group, role: .host, count: 80)]
    record.occurrences = [.init(start: PartialDate(year: 2023, month: 8, day: 22))]
    (record.totalParticipants, record.cancelled) = (305, false)
    (record.purpose, record.effect, record.remarks) = ("目的", "効果「\"」\n", ["※"])
    (record.base, record.service, record.subItem, record.goal) = ("拠点", "区分", "①", "目標")
    record.results = [.init(label: "件数", value: 1.5, unit: "件", fiscalYear: 2025)]
    (record.policy, record.policyTitle, record.pledge) = ("Ⅰ", "政策", 1)
    (record.pledgeTitle, record.measure, record.stars, record.progress) = ("公約", 2, 7, 73)
    (record.bullets, record.text) = (["・"], "本文")
    (record.rest, record.municipality) = (["区分", "地縁"], "みなと市")
    record.notes = [.init(kind: .suspect, field: "name", printed: "苦", reason: "理由")]
    return record
  }

  @Test func everyFieldComesBack() throws {
    for (name, value) in Mirror(reflecting: Self.full).children {
      let text = "\(value)"
      #expect(text != "nil" && text != "[]", "the test fills \(name ?? "")")
    }
    let text = try ReportText(file: "x.jsonl", bytes: Array((Self.full.jsonLine + "\n").utf8))
    #expect(ReportReader.read(text).records == [Self.full])
  }
}
