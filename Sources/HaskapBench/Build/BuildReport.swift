/// A build benchmark's result for people: tables and a chart.
public struct BuildReport {
  let result: BuildResult
  let words: (String) -> String

  /// - Parameter words: gives headings and sentences in another language.
  public init(_ result: BuildResult, words: @escaping (String) -> String = { $0 }) {
    (self.result, self.words) = (result, words)
  }

  /// Medians of the rounds.
  public var table: TextTable {
    var table = TextTable(
      [
        "documents", "threads", "budget", "CPU s", "± CPU s", "wall s", "± wall s",
        "CPU ÷ ICU loop", "docs/CPU s", "MiB/CPU s", "words/CPU s", "peak MiB", "index MiB",
        "bytes/byte",
      ].map(words), rows: result.setups.map(row))
    table.repeated = 3
    return table
  }

  private func row(_ setup: BuildResult.Setup) -> [String] {
    let cpu = max(setup.cpu.median, 1e-9)
    let peaks = setup.peakMemory
    return [
      String(setup.documents), String(setup.threads), String(setup.memoryBudget),
      setup.cpu.median.shown, setup.cpu.shownSpread, setup.wall.median.shown,
      setup.wall.shownSpread, result.timesICU(setup)?.shown ?? "–",
      (Double(setup.documents) / cpu).shown, (setup.mebibytes / cpu).shown,
      (Double(setup.words) / cpu).shown,
      peaks.values.isEmpty ? "–" : (peaks.median / 1_048_576).shown,
      (Double(setup.indexBytes) / 1_048_576).shown, setup.bytesPerByte.shown,
    ]
  }

  /// CPU seconds by kind of work, of the largest build.
  public var phases: TextTable? {
    guard let setup = result.largest else { return nil }
    let phases = result.phases(of: setup)
    let total = max(phases.last?.seconds ?? 0, 1e-9)
    return TextTable(
      [words("work"), words("CPU s"), "%"],
      rows: phases.map { [words($0.name), $0.seconds.shown, (100 * $0.seconds / total).shown] })
  }

  /// The parts of the index of the same build.
  public var parts: TextTable? {
    guard let setup = result.largest else { return nil }
    let total = max(1, setup.parts.values.reduce(0, +))
    return TextTable(
      [words("part of the index"), words("bytes"), "%"],
      rows: setup.parts.sorted { $0.value > $1.value }.map {
        [$0.key, String($0.value), (100 * Double($0.value) / Double(total)).shown]
      })
  }

  public var text: String {
    [checks, table.text, split, parts?.text, growth, noise].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What was compared before the figures counted, and what the loop went through.
  private var checks: String {
    let compared = result.comparedQueries.map { queries in
      words(
        "Each index was checked first: its documents counted, its files read through, "
          + "\(queries) terms and phrases asked and compared with the texts.")
    }
    let loop = result.icuDocuments.map { documents in
      words(
        "The ICU loop goes through the texts of the first \(documents) documents; "
          + "its time is taken by the MiB.")
    }
    return [compared, loop].compactMap(\.self).joined(separator: "\n")
  }

  private var split: String? {
    guard let setup = result.largest, let phases else { return nil }
    let title = words("Of the build \(setup.name) (documents / threads / budget):")
    let reading = words(
      "Reading came before and is in no figure: \(result.reading(of: setup).shown) CPU s for these "
        + "documents, by their share of \(result.readingSeconds.shown) s for all.")
    return "\(title)\n\n\(phases.text)\n\n\(reading)"
  }

  private var growth: String {
    curves.map { curve in
      guard let fit = curve.fit, let error = fit.exponentError else {
        return words(
          "How \(curve.name) grows is not told: the builds are too few, too small or too noisy.")
      }
      return words(
        "\(curve.name) grows with documents to the power of \(fit.exponent.shown) ± \(error.shown)")
    }.joined(separator: "\n")
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
      title: "Index builds", xLabel: "documents", yLabel: "CPU seconds; MiB of the index",
      curves: curves)
  }

  /// The time by options, and the size, which does not depend on them much.
  private var curves: [Chart.Curve] {
    let options = Set(result.setups.map { [$0.threads, $0.memoryBudget] })
      .sorted { $0.lexicographicallyPrecedes($1) }
    let times = options.map { option in
      let threads = "\(option[0]) thread\(option[0] == 1 ? "" : "s")"
      return curve("CPU time, \(threads), \(option[1]) MiB", option, .time)
    }
    return times + options.prefix(1).map { curve("size", $0, .size) }
  }

  private func curve(_ name: String, _ option: [Int], _ growth: BuildGrowth) -> Chart.Curve {
    let own = result.setups.filter { [$0.threads, $0.memoryBudget] == option }
    return Chart.Curve(
      name: words(name), points: own.map { (Double($0.documents), growth.value($0)) },
      fit: growth.law(own))
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
