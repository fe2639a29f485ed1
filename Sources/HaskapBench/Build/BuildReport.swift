/// A build benchmark's result for people: tables and a chart.
public struct BuildReport {
  private let result: BuildResult

  public init(_ result: BuildResult) { self.result = result }

  /// Medians of the rounds.
  public var table: TextTable {
    let icu = result.icuSecondsPerMiB.median
    return TextTable(
      [
        "documents", "threads", "budget", "wall s", "± s", "CPU s", "docs/s", "MiB/s", "words/s",
        "× ICU loop", "peak MiB", "index MiB", "bytes/byte",
      ],
      rows: result.setups.map { setup in
        let wall = max(setup.wall.median, 1e-9)
        return [
          String(setup.documents), String(setup.threads), String(setup.memoryBudget),
          setup.wall.median.shown, setup.wall.spread.shown, setup.cpu.median.shown,
          (Double(setup.documents) / wall).shown, (setup.mebibytes / wall).shown,
          (Double(setup.words) / wall).shown,
          (setup.cpu.median / max(icu * setup.mebibytes, 1e-9)).shown,
          (setup.peakMemory.median / 1_048_576).shown,
          (Double(setup.indexBytes) / 1_048_576).shown,
          (Double(setup.indexBytes) / Double(max(setup.textBytes, 1))).shown,
        ]
      })
  }

  /// CPU seconds of one thread by kind of work, for the largest build.
  public var phases: TextTable? {
    guard
      let setup = result.setups.filter({ $0.threads == 1 }).max(by: { $0.documents < $1.documents })
    else { return nil }
    let rows = [
      ("reading", result.readingSeconds), ("segmenting", setup.segmenting.median),
      ("inverting", setup.inverting), ("writing and merging", setup.committing.median),
    ]
    let total = rows.reduce(0) { $0 + $1.1 }
    return TextTable(
      ["work", "CPU s", "%"],
      rows: rows.map { [$0.0, $0.1.shown, (100 * $0.1 / max(total, 1e-9)).shown] })
  }

  /// The parts of the largest index.
  public var parts: TextTable? {
    guard let setup = result.setups.max(by: { $0.documents < $1.documents }) else { return nil }
    return TextTable(
      ["part", "bytes", "%"],
      rows: setup.parts.sorted { $0.value > $1.value }.map {
        [
          $0.key, String($0.value),
          (100 * Double($0.value) / Double(max(setup.indexBytes, 1))).shown,
        ]
      })
  }

  public var text: String {
    let growth = curves.compactMap { curve in
      curve.fit.map { fit in
        "time grows with documents to the power of \(fit.exponent.shown) ± \(fit.exponentError.shown) "
          + "(\(curve.name))"
      }
    }
    return ([table.text, phases?.text, parts?.text].compactMap(\.self) + growth)
      .joined(separator: "\n\n")
  }

  public var chart: Chart {
    Chart(title: "Index builds", xLabel: "documents", yLabel: "seconds", curves: curves)
  }

  private var curves: [Chart.Curve] {
    let options = result.setups.map { [$0.threads, $0.memoryBudget] }
    return Set(options).sorted { $0.lexicographicallyPrecedes($1) }.map { option in
      let own = result.setups.filter { [$0.threads, $0.memoryBudget] == option }
      return Chart.Curve(
        name: "\(option[0]) thread\(option[0] == 1 ? "" : "s"), \(option[1]) MiB",
        points: own.map { (Double($0.documents), $0.wall.median) },
        fit: result.growth(threads: option[0], memoryBudget: option[1]))
    }
  }

  /// What changed against an earlier result, beyond the spread of the rounds.
  public func comparison(with other: BuildResult) -> TextTable {
    TextTable(
      ["documents / threads / budget", "before s", "now s", "ratio", ""],
      rows: result.setups.compactMap { setup in
        guard let earlier = other.setups.first(where: { $0.name == setup.name }) else { return nil }
        return [
          setup.name, earlier.wall.median.shown, setup.wall.median.shown,
          (setup.wall.median / max(earlier.wall.median, 1e-9)).shown,
          setup.differs(from: earlier) ? "changed" : "within the noise",
        ]
      })
  }
}

extension Double {
  /// With three significant digits, or none behind the point from 100 on.
  var shown: String {
    guard isFinite else { return "–" }
    let decimals = abs(self) >= 100 ? 0 : abs(self) >= 10 ? 1 : abs(self) >= 1 ? 2 : 3
    let factor = [1.0, 10, 100, 1000][decimals]
    let rounded = (self * factor).rounded() / factor
    return decimals == 0 ? String(Int(rounded)) : String(rounded)
  }
}
