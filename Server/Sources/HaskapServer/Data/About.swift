import HaskapCivic
import HaskapDocuments

/// What an index was built from.
struct About: Encodable {
  struct Report: Encodable {
    var path: String
    var layout: Record.Layout
    var records: Int
    var unreadLines: Int
    var warnings: [String]
  }

  var commit: UInt64
  var reports: [Report]

  init(_ snapshot: ReportSnapshot) {
    commit = snapshot.index.generation
    reports = snapshot.reports.map { report in
      let path = PublicPath.of(report.path)
      return Report(
        path: path, layout: report.layout, records: report.records,
        unreadLines: report.unreadLines,
        warnings: report.warnings.map { $0.replacing(report.path, with: path) })
    }
  }

  static let table = CSVTable<Report>([
    ("path", { $0.path }), ("layout", { $0.layout.rawValue }), ("records", { String($0.records) }),
    ("unreadLines", { String($0.unreadLines) }),
    ("warnings", { $0.warnings.joined(separator: "\n") }),
  ])
}
