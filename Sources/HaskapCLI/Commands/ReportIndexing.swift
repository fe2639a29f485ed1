import CLibrary
import FoundationEssentials
import HaskapCivic
import HaskapDocuments

/// Changes an index of reports, and tells what was done.
struct ReportIndexing {
  let place: IndexOptions
  let json: Bool
  /// What folders hold besides reports.
  var passedOver: [String] = []

  /// - Throws: `ExitStatus.partlyDone` where a file could not be read and the others were.
  func run(
    _ work: ((CivicIndexBuilder.Step) -> Void) throws -> CivicIndexBuilder.Summary
  ) throws {
    let start = ContinuousClock.now
    var progress = Progress()
    let summary = try place.write {
      try work { step in
        switch step {
        case .reading(let path): progress.update(told("reading \(path)"))
        case .writing(let count): progress.update(told("indexing: \(count) documents"))
        }
      }
    }
    progress.finish()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if json { try printJSON(summary, seconds) } else { printText(summary, seconds) }
    if !summary.failed.isEmpty { throw ExitStatus.partlyDone }
  }

  private func printText(_ summary: CivicIndexBuilder.Summary, _ seconds: Double) {
    complain(summary)
    let output = Output()
    for report in summary.reports { output.line(Self.line(report)) }
    if !passedOver.isEmpty {
      output.wrapped(
        told("passed over: \(HarmlessText.line(passedOver.joined(separator: ", ")))"), hanging: "  "
      )
    }
    let changes = [
      ("added", summary.added), ("changed", summary.changed), ("unchanged", summary.unchanged),
      ("dropped", summary.dropped), ("failed", summary.failed.map(\.path)),
    ]
    output.line(
      retold(
        changes.filter { $0.0 != "failed" || !$0.1.isEmpty }
          .map { "\($0.1.count) \($0.0)" }.joined(separator: ", ")))
    for path in summary.dropped { output.line(told("dropped \(HarmlessText.line(path))")) }
    if let aliases = summary.aliases { output.line(told("with the aliases of \(aliases)")) }
    output.line(
      told(
        """
        \(told("報告書 \(summary.reports.count)")), \(told("記録 \(summary.records)")), \
        \(told("団体 \(summary.organizations)"))
        """))
    output.line(
      told(
        """
        \(String.counted(summary.documents, "document")), \
        \(String.counted(summary.words, "word")), \(String.counted(summary.bytes, "byte")), \
        \((seconds * 100).rounded() / 100) seconds
        """))
    output.line(told("in \(place.index)"))
  }

  private func complain(_ summary: CivicIndexBuilder.Summary) {
    let complaints = Output(STDERR_FILENO)
    for warning in summary.warnings { complaints.warning(warning) }
    for failure in summary.failed {
      complaints.warning(
        failure.isKept
          ? told("\(retold(failure.reason)) (the index keeps what it had of it)") : failure.reason)
    }
  }

  /// A layout half understood is told with counts, so that nobody takes the index for complete.
  private static func line(_ report: CivicIndexBuilder.Report) -> String {
    let layout = Language.current.tableWords.word(report.layout.rawValue, of: "layout")
    let kind = report.kind == "UTF-8" ? layout : "\(report.kind), \(layout)"
    let path = HarmlessText.line(report.path)
    let records = told("記録 \(report.records)")
    guard report.unreadLines > 0 else { return told("\(path): \(kind), \(records)") }
    return told(
      """
      \(path): \(kind), \(records), \(report.unreadLines) of \
      \(report.lines) lines not understood
      """)
  }

  private func printJSON(_ summary: CivicIndexBuilder.Summary, _ seconds: Double) throws {
    struct Timed: Encodable {
      var summary: CivicIndexBuilder.Summary
      var passedOver: [String]
      var seconds: Double
    }
    Output().line(
      try JSONText.line(Timed(summary: summary, passedOver: passedOver, seconds: seconds)))
  }
}
