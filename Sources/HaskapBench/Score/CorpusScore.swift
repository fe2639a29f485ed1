/// What was read of made reports, against their key.
public struct CorpusScore: Sendable, Encodable {
  public var reports = 0
  public var all: [ScoreFigure: Tally] = [:]
  /// The worst first.
  public var cities: [City] = []
  /// Some of each kind.
  public var differences: [Difference] = []

  public struct City: Sendable, Encodable {
    public var name: String
    public var figures: [ScoreFigure: Tally]

    /// The mean of the figures' F1.
    var mean: Double {
      figures.values.reduce(0) { $0 + $1.f1 } / Double(max(1, figures.count))
    }
  }

  /// One thing that the key tells otherwise than the index.
  public struct Difference: Sendable, Encodable, Equatable {
    public var figure: ScoreFigure
    /// The report and the number of the row; of who is who, the city.
    public var place: String
    public var key: String
    public var found: String
  }
}
