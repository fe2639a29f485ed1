/// A query benchmark's result for people: tables and a chart.
public struct QueryReport {
  private let result: QueryResult
  private let words: (String) -> String

  /// - Parameter words: gives headings and sentences in another language.
  public init(_ result: QueryResult, words: @escaping (String) -> String = { $0 }) {
    (self.result, self.words) = (result, words)
  }

  /// Latencies in microseconds by kind, warm and on one thread.
  public var table: TextTable {
    TextTable(
      ["kind", "queries", "matches", "mean µs", "p50", "p90", "p99", "max", "cold p50 ms"]
        .map(words),
      rows: result.kinds.map { kind in
        [
          kind.kind.rawValue, String(kind.queries), kind.matches.median.shown,
        ] + Self.cells(kind.warm)
          + [kind.cold.count == 0 ? "–" : (Double(kind.cold.quantile(0.5)) / 1e6).shown]
      })
  }

  /// Mean, median, 90th and 99th percentile and maximum.
  private static func cells(_ histogram: LatencyHistogram) -> [String] {
    let nanoseconds =
      [histogram.mean] + [0.5, 0.9, 0.99].map { Double(histogram.quantile($0)) }
      + [Double(histogram.max)]
    return nanoseconds.map { ($0 / 1000).shown }
  }

  var readers: TextTable? {
    guard !result.readers.isEmpty else { return nil }
    return TextTable(
      ["threads", "queries/s", "± /s", "× one thread", "mean µs", "p50", "p90", "p99", "max"]
        .map(words),
      rows: result.readers.map { readers in
        [
          String(readers.threads), readers.throughput.median.shown,
          readers.throughput.shownSpread, result.scaling(readers)?.shown ?? "–",
        ] + Self.cells(readers.latencies)
      })
  }

  private var writer: String? {
    guard let writer = result.writer else { return nil }
    let rate = Double(writer.documents) / max(writer.seconds, 1e-9)
    let table = TextTable(
      ["beside a writer", "times", "mean µs", "p50", "p90", "p99", "max"].map(words),
      rows: [("queries", writer.latencies), ("reopening", writer.reopening)].map {
        [words($0.0), String($0.1.count)] + Self.cells($0.1)
      })
    return table.text + "\n"
      + words(
        "\(writer.commits) commits of 100 documents, \(rate.shown) documents/s, "
          + "beside \(writer.readers) reader\(writer.readers == 1 ? "" : "s")")
  }

  /// How many askings took how long, by powers of two.
  private var histogram: TextTable? {
    var all = LatencyHistogram()
    for kind in result.kinds { all.merge(kind.warm) }
    let rows = Dictionary(grouping: all.classes) {
      UInt64.bitWidth - $0.nanoseconds.leadingZeroBitCount
    }
    .mapValues { $0.reduce(0) { $0 + $1.count } }
    guard let low = rows.keys.min(), let high = rows.keys.max(), let most = rows.values.max()
    else { return nil }
    return TextTable(
      [words("up to µs"), words("timings"), ""],
      rows: (low...high).map { power in
        let count = rows[power] ?? 0
        return [
          (Math.power(2, Double(power)) / 1000).shown, String(count),
          String(repeating: "█", count: (count * 40 + most - 1) / most).padded(to: 40),
        ]
      })
  }

  private var noise: String? {
    guard result.processorShare < 0.95 else { return nil }
    return words(
      "The machine is noisy: other work had the processor for "
        + "\((100 * (1 - result.processorShare)).shown) % of the time of the warm queries, which "
        + "means and high percentiles tell of; medians say more.")
  }

  public var text: String {
    let index = result.index
    let origin = result.seed.map { "drawn with seed \($0)" } ?? "given"
    let size =
      "\(index.path): \(index.documents) documents, \(index.segments) segments, \(index.bytes) bytes"
    let head = [size, "queries on '\(index.field)', \(origin)", checks].map(words)
      .joined(separator: "\n")
    return
      ([head, table.text, histogram?.text, readers?.text, writer].compactMap(\.self)
      + result.remarks.map(words)).joined(separator: "\n\n")
  }

  /// What the answers were compared with before anything was measured.
  private var checks: String {
    let documents =
      "compared before: each answer with \(result.checkedDocuments) documents one by one"
    let questions = "of a question only the number and the order of its hits"
    if result.checkedDocuments == 0 {
      return "compared before: the numbers of matches alone, since the index does not give back "
        + "the texts"
    }
    return result.areTextsStored == false
      ? "\(documents), whose texts were put together from the index's own words; \(questions)"
      : "\(documents); \(questions)"
  }

  /// Latencies by percentile: the further to the right, the rarer.
  public var chart: Chart {
    Chart(
      title: "Query latencies", xLabel: "1 query of so many takes longer",
      yLabel: "microseconds",
      curves: result.kinds.map { kind in
        Chart.Curve(
          name: kind.kind.rawValue,
          points: [1.1, 2, 4, 10, 20, 50, 100, 1000].filter { $0 <= Double(kind.warm.count) }.map {
            ($0, Double(kind.warm.quantile(1 - 1 / $0)) / 1000)
          })
      })
  }
}

extension String {
  fileprivate func padded(to length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
