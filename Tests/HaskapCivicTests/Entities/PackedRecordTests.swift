import Foundation
import Haskap
import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// What an index keeps of a record is the record.
@Suite struct PackedRecordTests {
  /// With something in every field.
  private static let full: Record = {
    let date = PartialDate(year: 2023, month: 10, day: 14)
    var record = Record(document: "kyodo-2023", layout: .council, line: 12, name: "まちかどミーティング")
    (record.id, record.file, record.municipality) = ("kyodo-2023/12", "a/kyodo.txt", "苫小牧市")
    (record.page, record.sheet, record.section) = (3, "Sheet1", "① 共催")
    (record.fiscalYear, record.number) = (2023, -7)
    record.period = .init(start: date, end: PartialDate(year: 2024))
    record.departments = ["環境課", ""]
    record.forms = ["共催", "補助"]
    record.implementation = .init(kind: .singleYear, since: 1998, isApproximate: true)
    var body = Record.OrganizationMention(name: "清流の会", kind: .group, role: .host, count: 80)
    (body.others, body.formerName) = (false, "川の会")
    record.organizations = [body, .init(name: "x")]
    var occurrence = Record.Occurrence(start: date, end: PartialDate(year: 2023, month: 11))
    (occurrence.participants, occurrence.unit, occurrence.label) = (12_300, "人", "清掃")
    (occurrence.approximate, occurrence.cancelled) = (true, false)
    record.occurrences = [occurrence, .init()]
    (record.totalParticipants, record.cancelled) = (13_889, false)
    (record.purpose, record.effect, record.remarks) = ("目的\n二行目", "効果", ["15地区で開催"])
    (record.base, record.service, record.subItem, record.goal) = ("拠点", "区分", "②", "基本目標")
    record.results = [.init(label: "件数", value: 0.1, unit: "件", fiscalYear: 2022)]
    (record.policy, record.policyTitle, record.pledge) = ("Ⅱ", "教育", 4)
    (record.pledgeTitle, record.measure, record.stars, record.progress) = ("公約", 2, 10, 75)
    record.bullets = ["一", "二"]
    // Two normal forms of one text stay two.
    (record.rest, record.text) = (["\u{304C}", "\u{304B}\u{3099}"], "本文")
    record.notes = [.init(kind: .inferred, field: "number", printed: "12", reason: "続き")]
    return record
  }()

  private func read<Value: Packable>(_ value: Value) throws -> Value {
    var reader = try PackedReader(PackedWriter.bytes(of: value))
    return try reader.read()
  }

  @Test func everyFieldComesBack() throws {
    for (name, value) in Mirror(reflecting: Self.full).children {
      let isEmpty = "\(value)" == "nil" || "\(value)" == "[]"
      #expect(!isEmpty, "\(name ?? ""): the record of this test has none")
    }
    let record = try read(Self.full)
    #expect(record == Self.full)
    #expect(record.rest.map { Array($0.utf8) } == Self.full.rest.map { Array($0.utf8) })
    let bare = Record(document: "", layout: .table, line: 1, name: "")
    #expect(try read(bare) == bare)
    let entry = CivicEntry(type: .activity, record: Self.full)
    #expect(try read(entry) == entry)
    let summary = CivicEntry.OrganizationSummary(
      id: "a", name: "b", kind: .person, spellings: ["c"], years: [2023], activities: ["d"],
      forms: ["共催"], departments: ["e"])
    let body = CivicEntry(type: .organization, organization: summary)
    #expect(try read(body) == body)
  }

  /// An index whose records are kept otherwise is told to be built again, not to be damaged.
  @Test func recordsOfAnotherVersionAreToldAsSuch() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/index"
    let writer = try IndexWriter(path: path, schema: CivicSchema.schema())
    var document: Document = [:]
    document.append("a/1", to: CivicSchema.key)
    document.append("project", to: CivicSchema.type)
    document.append(.bytes(Array("{\"type\":\"project\"}".utf8)), to: CivicSchema.stored)
    try writer.add(document)
    let aliases = AliasFile(path: "names.txt", text: "社協 = 社会福祉協議会")
    var payload = ReportPayload(
      kept: .init(aliases: aliases), made: .init(reports: [], records: ""))
    payload.made.version -= 1
    try writer.commit(payload: payload.bytes)
    let index = try CivicIndex(path: path)
    #expect(throws: CivicUpdateError.otherVersion(path)) { try index.entry(id: "a/1") }
    // What users gave outlasts versions, those that kept it among the rest as well.
    #expect(try index.aliases() == aliases)
    let kept = Array(#"{"records":"","aliases":{"path":"names.txt","text":"a = b"}}"#.utf8)
    #expect(ReportPayload.kept(in: kept)?.aliases?.text == "a = b")
    #expect(throws: (any Error).self) { try ReportPayload.made(in: kept) }
  }
}
