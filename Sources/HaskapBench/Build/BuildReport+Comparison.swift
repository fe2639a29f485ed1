extension BuildReport {
  /// What changed against an earlier result; nil where none was given.
  public var comparison: String? {
    result.comparison.map { comparison in
      let builds = comparison.rows.reduce(into: [String]()) { names, row in
        if names.last != row.name { names.append(row.name) }
      }
      let tables = builds.map { name in
        let title = words("Of the build \(name) (documents / threads / budget):")
        return "\(title)\n\n\(table(comparison.rows.filter { $0.name == name }).text)"
      }
      return (tables + [words(BuildComparison.rule)]).joined(separator: "\n\n")
    }
  }

  private func table(_ rows: [BuildComparison.Row]) -> TextTable {
    TextTable(
      ["figure", "before", "now", "ratio"].map(words) + [""],
      rows: rows.map { row in
        [
          words((row.figure ?? .cpu).rawValue), Self.shown(row.before), Self.shown(row.now),
          row.ratio.shown, words(row.verdict.rawValue),
        ]
      })
  }

  private static func shown(_ values: Measurement) -> String {
    values.values.count > 1
      ? "\(values.median.shown) ± \(values.spread.shown)" : values.median.shown
  }
}
