/// A score for people: tables of all, of the worst cities, and of what differs.
public struct ScoreReport {
  private let score: CorpusScore
  private let words: (String) -> String
  private let cities: Int

  /// - Parameters:
  ///   - cities: how many of the worst to show.
  ///   - words: gives headings and sentences in another language.
  public init(
    _ score: CorpusScore, cities: Int = 10, words: @escaping (String) -> String = { $0 }
  ) {
    (self.score, self.cities, self.words) = (score, cities, words)
  }

  public var text: String {
    [all.text, worst?.text, differences].compactMap(\.self).joined(separator: "\n\n")
  }

  private var all: TextTable {
    TextTable(
      ["figure", "in the key", "found", "right", "precision %", "recall %", "F1 %"].map(words),
      rows: ScoreFigure.allCases.compactMap { figure in
        guard let tally = score.all[figure] else { return nil }
        let counts = [tally.key, tally.found, tally.right].map { String($0) }
        let shares = [
          Self.percent(tally.precision, of: tally.found), Self.percent(tally.recall, of: tally.key),
          Self.percent(tally),
        ]
        return [words(figure.title)] + counts + shares
      })
  }

  /// By F1; nil where all cities are without fault.
  private var worst: TextTable? {
    let faulty = score.cities.filter { $0.mean < 1 }.prefix(cities)
    guard !faulty.isEmpty else { return nil }
    return TextTable(
      [words("city, F1 %")] + ScoreFigure.allCases.map { words($0.title) },
      rows: faulty.map { city in
        [city.name] + ScoreFigure.allCases.map { city.figures[$0].map(Self.percent) ?? "–" }
      })
  }

  /// F1.
  private static func percent(_ tally: Tally) -> String {
    percent(tally.f1, of: tally.key + tally.found)
  }

  /// Of nothing there is no share.
  private static func percent(_ share: Double, of count: Int) -> String {
    count > 0 ? share.percent : "–"
  }

  private var differences: String? {
    guard !score.differences.isEmpty else { return nil }
    let (key, found) = (words("in the key"), words("found"))
    return score.differences.map { difference in
      "\(words(difference.figure.title)), \(difference.place)\n"
        + "  \(key): \(difference.key)\n  \(found): \(difference.found)"
    }.joined(separator: "\n")
  }
}

extension Double {
  /// Of a share: 99.95, and 100 of nothing less.
  fileprivate var percent: String {
    let hundredths = Int((self * 10_000).rounded(.down))
    guard hundredths < 10_000 else { return "100" }
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
