/// A build benchmark's result for people: tables and a chart.
public struct BuildReport {
  private let result: BuildResult
  private let words: (String) -> String

  /// - Parameter words: gives headings and sentences in another language.
  public init(_ result: BuildResult, words: @escaping (String) -> String = { $0 }) {
    (self.result, self.words) = (result, words)
  }

  /// Medians of the rounds.
  public var table: TextTable {
    let icu = result.icuSecondsPerMiB.median
    return TextTable(
      [
        "documents", "threads", "budget", "wall s", "± s", "CPU s", "docs / wall s", "MiB / wall s",
        "words / wall s", "× ICU loop", "peak MiB", "index MiB", "bytes/byte",
      ].map(words),
      rows: result.setups.map { setup in
        let wall = max(setup.wall.median, 1e-9)
        return [
          String(setup.documents), String(setup.threads), String(setup.memoryBudget),
          setup.wall.median.shown, setup.wall.shownSpread, setup.cpu.median.shown,
          (Double(setup.documents) / wall).shown, (setup.mebibytes / wall).shown,
          (Double(setup.words) / wall).shown,
          (setup.cpu.median / max(icu * setup.mebibytes, 1e-9)).shown,
          (setup.peakMemory.median / 1_048_576).shown,
          (Double(setup.indexBytes) / 1_048_576).shown,
          (Double(setup.indexBytes) / Double(max(setup.textBytes, 1))).shown,
        ]
      })
  }

  /// CPU seconds by kind of work: of the largest build, with the fewest threads and the most memory.
  public var phases: TextTable? {
    func rank(_ setup: BuildResult.Setup) -> (Int, Int, Int) {
      (setup.documents, -setup.threads, setup.memoryBudget)
    }
    guard let setup = result.setups.max(by: { rank($0) < rank($1) }) else { return nil }
    let phases = result.phases(of: setup)
    let total = max(phases.last?.seconds ?? 0, 1e-9)
    return TextTable(
      [words("work"), words("CPU s"), "%"],
      rows: phases.map { [words($0.name), $0.seconds.shown, (100 * $0.seconds / total).shown] })
  }

  /// The parts of the largest index.
  public var parts: TextTable? {
    guard let setup = result.setups.max(by: { $0.documents < $1.documents }) else { return nil }
    let total = max(1, setup.parts.values.reduce(0, +))
    return TextTable(
      [words("part of the index"), words("bytes"), "%"],
      rows: setup.parts.sorted { $0.value > $1.value }.map {
        [$0.key, String($0.value), (100 * Double($0.value) / Double(total)).shown]
      })
  }

  public var text: String {
    let growth = curves.compactMap { curve in
      curve.fit.map { fit in
        words(
          "\(curve.name) grows with documents to the power of \(fit.exponent.shown) "
            + "± \(fit.exponentError?.shown ?? "–")")
      }
    }
    return
      ([table.text, phases?.text, parts?.text].compactMap(\.self)
      + [growth.joined(separator: "\n"), noise].compactMap(\.self).filter { !$0.isEmpty })
      .joined(separator: "\n\n")
  }

  /// A sentence where the machine was too busy for the figures to say much.
  private var noise: String? {
    let worst = result.setups.map(\.wall.relativeSpread).max() ?? 0
    guard worst > BuildResult.Setup.tooNoisy else { return nil }
    return words(
      "The machine is noisy: the quartiles of a build's time lie up to \((100 * worst).shown) % "
        + "of the median apart; smaller differences between rows say nothing.")
  }

  public var chart: Chart {
    Chart(
      title: "Index builds", xLabel: "documents", yLabel: "seconds; MiB of the index",
      curves: curves)
  }

  /// The time by options, and the size, which does not depend on them much.
  private var curves: [Chart.Curve] {
    let options = Set(result.setups.map { [$0.threads, $0.memoryBudget] })
      .sorted { $0.lexicographicallyPrecedes($1) }
    let times = options.map { option in
      curve("time, \(option[0]) thread\(option[0] == 1 ? "" : "s"), \(option[1]) MiB", option) {
        $0.wall.median
      }
    }
    let sizes = options.prefix(1).map { option in
      curve("size", option) { Double($0.indexBytes) / 1_048_576 }
    }
    return times + sizes
  }

  private func curve(
    _ name: String, _ option: [Int], _ figure: (BuildResult.Setup) -> Double
  ) -> Chart.Curve {
    let own = result.setups.filter { [$0.threads, $0.memoryBudget] == option }
    return Chart.Curve(
      name: words(name), points: own.map { (Double($0.documents), figure($0)) },
      fit: result.growth(threads: option[0], memoryBudget: option[1], of: figure))
  }

  /// What changed against an earlier result; nil where none was given.
  public var comparison: String? {
    result.comparison.map { comparison in
      let headings = ["documents / threads / budget", "before", "now", "ratio"].map(words)
      let rows = comparison.rows.map { row in
        [
          "\(row.documents) / \(row.threads) / \(row.memoryBudget) MiB", Self.quartiles(row.before),
          Self.quartiles(row.now), row.ratio.shown, words(row.verdict.rawValue),
        ]
      }
      return TextTable(headings + [""], rows: rows).text + "\n"
        + words("(CPU time ÷ that of the ICU loop: median, and the quartiles)")
    }
  }

  private static func quartiles(_ times: Measurement) -> String {
    "\(times.median.shown) (\(times.quantile(0.25).shown)–\(times.quantile(0.75).shown))"
  }
}

extension Measurement {
  /// The distance between the quartiles; a dash where one value has none.
  var shownSpread: String { values.count > 1 ? spread.shown : "–" }
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
