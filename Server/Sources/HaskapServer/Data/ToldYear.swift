import HaskapCivic
import HaskapDocuments

/// What the page of a year tells: counts, what was gained and lost, and the records.
struct ToldYear: Encodable {
  let year: YearsAnswer.Year
  let records: [RecordReference]

  /// - Throws: errors of the index.
  init(_ year: YearsAnswer.Year, in index: CivicIndex) throws {
    self.year = year
    records = try index.records().filter { $0.fiscalYear == year.fiscalYear }
      .map { RecordReference($0) }
  }

  private enum Key: CodingKey { case records }

  func encode(to encoder: any Encoder) throws {
    try year.encode(to: encoder)
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(records, forKey: .records)
  }

  /// A row for each count, each change and each record.
  struct Row {
    var part: String
    var form: String?
    var comparedWith: Int?
    var item: String?
    var name: String?
    var number: Int?
    var record: RecordReference?
  }

  var rows: [Row] {
    let sums = year.forms.map { ($0.form as String?, $0.counts) } + [(nil, year.total)]
    return sums.flatMap(Self.counts) + year.changes.flatMap(Self.changes)
      + records.map { Row(part: "record", form: $0.form, name: $0.title, record: $0) }
  }

  private static func counts(_ form: String?, _ counts: YearsAnswer.Counts) -> [Row] {
    let all: [(String, Int?)] = [
      ("rows", counts.rows), ("projects", counts.projects), ("activities", counts.activities),
      ("cancelled", counts.cancelled), ("paused", counts.paused),
      ("organizations", counts.organizations), ("participants", counts.participants),
    ]
    return all.filter { $0.1 != nil }.map {
      Row(part: "count", form: form, item: $0.0, number: $0.1)
    }
  }

  private static func changes(_ change: YearsAnswer.Change) -> [Row] {
    let all = [
      ("new", change.new), ("older", change.older), ("calledOff", change.calledOff),
      ("resumed", change.resumed), ("moved", change.moved), ("notDue", change.notDue),
      ("paused", change.paused), ("ended", change.ended), ("left", change.left),
      ("renamed", change.renamed.map(\.text)),
      ("perhapsRenamed", change.perhapsRenamed.map(\.text)),
      ("calledSingle", change.calledSingle),
      ("continued", change.continued),
    ]
    return all.flatMap { item, names in
      names.map {
        Row(
          part: "change", form: change.form, comparedWith: change.comparedWith, item: item,
          name: $0)
      }
    }
  }

  static let table = CSVTable<Row>([
    ("part", { $0.part }), ("form", { $0.form }),
    ("comparedWith", { $0.comparedWith.map(String.init) }), ("item", { $0.item }),
    ("name", { $0.name }), ("number", { $0.number.map(String.init) }),
    ("departments", { $0.record?.departments.joined(separator: "\n") }),
    ("participants", { $0.record?.participants.map(String.init) }),
    ("approximate", { $0.record?.approximate == true ? "true" : nil }),
    ("id", { $0.record?.id }), ("file", { $0.record?.file }),
    ("line", { $0.record.map { String($0.line) } }),
  ])
}
