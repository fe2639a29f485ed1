/// One project through the years, sections and reports.
public struct ProjectSeries: Sendable, Identifiable {
  /// The folded title, behind which an index of several cities has the city: stable from run to run.
  public var id: String
  /// The commonest title, without marks of the edition.
  public var title: String
  /// Whose project it is, where an index has several cities.
  public var city: String?
  /// Every printed name, in the order of the records.
  public var names: [String]
  /// In order; a year that is not known comes last.
  public var years: [Year]

  /// The records' indices in the array the catalog was built from, in order.
  public var records: [Int] { years.flatMap { $0.holdings.flatMap(\.records) }.sorted() }

  public struct Year: Sendable {
    public var fiscalYear: Int?
    /// Two in one year are two holdings: JRヘルシーウォーキング of May and of November.
    public var holdings: [Holding]
    /// The sum of the holdings' participants; nil when none is told.
    public var participants: Int?
    /// True when a number that went into the sum is printed with 約.
    public var isApproximate: Bool
    /// Against the last year before this one that tells participants.
    public var change: Change?
    public var departments: [String]
    /// The organizations' names, as the registry calls them.
    public var partners: [String]
    public var sections: [String]
    /// What is printed otherwise than in the year before: `移動工業試験場` as `移動工業試験場(苫小牧)`.
    public var renamedFrom: String?

    public var isCancelled: Bool { !holdings.isEmpty && holdings.allSatisfy(\.isCancelled) }
  }

  /// One holding; a project listed twice (under both names of ④, by two departments) is one.
  public struct Holding: Sendable {
    public var name: String
    public var records: [Int]
    public var sections: [String]
    public var occurrences: [Record.Occurrence]
    public var participants: Int?
    public var isApproximate: Bool
    public var isCancelled: Bool
  }

  public struct Change: Hashable, Sendable {
    /// The fiscal year compared with.
    public var since: Int
    public var absolute: Int
    /// In per cent; nil when the earlier figure is 0.
    public var percent: Double?
  }

  /// Participants by year, for a bar a year; years without figures are left out.
  public var bars: [(fiscalYear: Int, participants: Int)] {
    years.compactMap { year in
      guard let fiscalYear = year.fiscalYear, let participants = year.participants else {
        return nil
      }
      return (fiscalYear, participants)
    }
  }
}
