import HaskapText
import Testing

@testable import HaskapCivic

/// How the city took part, wherever a table or a list says so.
@Suite("Forms of collaboration") struct FormsTests {
  private func records(_ text: String, file: String = "a.tsv") throws -> [Record] {
    let text = try ReportText(file: file, bytes: Array(text.utf8))
    return ReportReader.read(text).records.filter(\.isProject)
  }

  private func forms(_ text: String, file: String = "a.tsv") throws -> [String] {
    try records(text, file: file).map { "\($0.name):\($0.formLabels.joined(separator: "|"))" }
  }

  @Test(
    "a column says it, whatever its heading",
    arguments: ["形態", "協働の形態", "協働形態", "事業形態", "連携形態", "区分", "種別", "市の関わり方"])
  func column(_ heading: String) throws {
    let text =
      "令和5年度　みどり市　協働事業\n事業名\t団体名\t\(heading)\n朝市\t朝の会\t①共催\n灯ろう流し\t川の会\t補助・助成\n駅伝\t走る会\t共催、名義後援\n"
    #expect(try forms(text) == ["朝市:共催", "灯ろう流し:補助・助成", "駅伝:共催|名義後援"])
  }

  @Test("another class is none") func others() throws {
    let text = "令和5年度\n事業名\t団体名\t区分\n朝市\t朝の会\t新規\n灯ろう流し\t川の会\t継続\n"
    #expect(try forms(text) == ["朝市:", "灯ろう流し:"])
    let held = "令和5年度\n事業名\t団体名\t開催形態\n朝市\t朝の会\t対面\n灯ろう流し\t川の会\tオンライン\n"
    #expect(try forms(held) == ["朝市:", "灯ろう流し:"])
  }

  @Test(
    "a column for each form, with marks",
    arguments: ["\t共催\t後援\t委託\t", "\t①共催\t②後援\t③委託\t", "\t(1)共催\t(2)後援\t(3)委託\t"]
  )
  func marks(_ headings: String) throws {
    let text =
      "令和5年度　みどり市\n課\t事業名\t相手方\(headings)備考\n商工課\t朝市\t朝の会\t○\t\t〇\t\n環境課\t灯ろう流し\t川の会\t－\t◎\t\t雨\n"
    let records = try records(text)
    #expect(records.map(\.forms) == [["共催", "委託"], ["後援"]])
    #expect(records.map { $0.organizations.map(\.name) } == [["朝の会"], ["川の会"]])
  }

  @Test("headings of forms below a merged one") func belowMerged() throws {
    let text = "令和5年度\n課,事業名,相手方,協働の形態,\n,,,1共催,2委託\n商工課,朝市,朝の会,○,\n環境課,灯ろう流し,川の会,,○\n"
    #expect(try forms(text, file: "a.csv") == ["朝市:共催", "灯ろう流し:委託"])
    let page =
      "<html><table><tr><th rowspan=2>事業名</th><th rowspan=2>団体名</th><th colspan=2>形態</th></tr><tr><th>①共催</th><th>②委託</th></tr><tr><td>朝市</td><td>朝の会</td><td>○</td><td></td></tr><tr><td>灯ろう流し</td><td>川の会</td><td></td><td>○</td></tr></table></html>"
    #expect(try forms(page, file: "a.html") == ["朝市:共催", "灯ろう流し:委託"])
  }

  @Test("boxes that are ticked") func boxes() throws {
    let text = "令和5年度\n事業名\t団体名\t形態\n朝市\t朝の会\t☑共催　□後援　□補助\n灯ろう流し\t川の会\t□共催　■後援　■補助\n"
    #expect(try forms(text) == ["朝市:共催", "灯ろう流し:後援|補助"])
  }

  @Test(
    "lines above the rows",
    arguments: [
      ("【共催】", "【委託】"), ("１　共催事業", "２　委託事業"), ("(1) 共催", "(2) 委託"), ("■共催", "■委託"),
      ("〈共催〉", "〈委託〉"),
      ("共催", "委託"), ("１．共催（1件）", "２．委託（1件）"), ("令和5年度　共催事業一覧", "令和5年度　委託事業一覧"),
    ])
  func sections(_ first: String, _ second: String) throws {
    let text =
      "令和5年度　みどり市　協働事業\n\n\(first)\n事業名\t団体名\n朝市\t朝の会\n\n\(second)\n事業名\t団体名\n灯ろう流し\t川の会\n"
    #expect(try forms(text) == ["朝市:共催", "灯ろう流し:委託"])
  }

  @Test("what is another section ends one") func ends() throws {
    let text =
      "令和5年度　みどり市　協働事業\n\n【共催】\n事業名\t団体名\n朝市\t朝の会\n\n【その他】\n事業名\t団体名\n灯ろう流し\t川の会\n\n令和6年度の事業\n事業名\t団体名\n駅伝\t走る会\n"
    #expect(try forms(text) == ["朝市:共催", "灯ろう流し:その他", "駅伝:"])
  }

  @Test("offices and fields are no forms") func groups() throws {
    let text =
      "令和5年度　みどり市　協働事業\n事業名\t団体名\t実施日\n商工課\t\t\n朝市\t朝の会\t5月3日\n【環境分野】\t\t\n灯ろう流し\t川の会\t8月16日\n"
    let records = try records(text)
    #expect(records.flatMap(\.formLabels).isEmpty)
    #expect(records.map(\.form) == [.other, .other])
  }

  @Test("years tell how many a form has") func years() throws {
    let text =
      "令和5年度　みどり市\n事業名\t団体名\t形態\n朝市\t朝の会\t共催\n灯ろう流し\t川の会\t補助\n駅伝\t走る会\t補助\n"
    let records = try records(text)
    let organizations = OrganizationRegistry(records: records)
    let catalog = ProjectCatalog(records: records, organizations: organizations)
    let years = YearSummary.all(records: records, catalog: catalog, organizations: organizations)
    #expect(years[0].byForm.map { "\($0.form.label) \($0.counts.projects)" } == ["共催 1", "補助 2"])
  }

  @Test("they are stored, and written as JSON and as a table") func stored() throws {
    let text = "令和5年度　みどり市\n事業名\t団体名\t形態\n朝市\t朝の会\t共催、委託\n"
    var record = try #require(try records(text).first)
    #expect(record.forms == ["共催", "委託"])
    record.id = "a/1"
    let line = try ReportText(file: "a.jsonl", bytes: Array((record.jsonLine + "\n").utf8))
    #expect(ReportReader.read(line).records.map(\.forms) == [record.forms])
    let entry = CivicEntry(type: .project, record: record)
    #expect(entry.forms == ["共催", "委託"])
  }

  /// A list of half a year is no list to compare with that of another year.
  @Test(
    arguments: [
      ("令和5年度", true), ("令和5年度（令和6年4月1日現在）", true), ("令和5年度（4月～3月）", true),
      ("令和5年度上半期", false), ("令和5年度前期", false), ("令和5年度（4月～9月）", false),
      ("令和5年度（令和5年4月から9月まで）", false), ("令和5年度（10月末現在）", false),
      ("令和5年度（令和5年12月1日現在）", false), ("令和5年度（1/2）", false),
    ])
  func partsOfYears(_ year: String, _ isWhole: Bool) {
    #expect(FormWords.ofSection("三浦市　\(year)　後援事業一覧") == (isWhole ? "後援" : nil))
  }
}
