extension YearSummary {
  /// The sums over all cities; each city's projects and bodies are counted by themselves.
  static func joined(_ parts: [[YearSummary]]) -> [YearSummary] {
    Dictionary(grouping: parts.joined()) { $0.fiscalYear ?? .max }
      .sorted { $0.key < $1.key }.map { year, summaries in
        let forms = Dictionary(grouping: summaries.flatMap(\.byForm), by: \.form)
        return YearSummary(
          fiscalYear: year == .max ? nil : year, total: Counts(sum: summaries.map(\.total)),
          byForm: forms.sorted { $0.key < $1.key }.map {
            OfForm(form: $0.key, counts: Counts(sum: $0.value.map(\.counts)))
          })
      }
  }
}

extension YearSummary.Counts {
  fileprivate init(sum all: [YearSummary.Counts]) {
    self.init()
    for counts in all {
      rows += counts.rows
      projects += counts.projects
      activities += counts.activities
      cancelled += counts.cancelled
      paused += counts.paused
      organizations += counts.organizations
      participants = [participants, counts.participants].toldSum
      isApproximate = isApproximate || counts.isApproximate
    }
  }
}
