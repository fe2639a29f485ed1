/// What building indexes of several sizes took.
public struct BuildResult: Sendable, Codable {
  public var setups: [Setup] = []
  /// CPU seconds of reading the files, without indexing them.
  public var readingSeconds = 0.0
  /// CPU seconds a MiB of the plain loop over ICU's words, in the same rounds.
  public var icuSecondsPerMiB = Measurement()

  public init() {}

  /// Builds of one size with the same options.
  public struct Setup: Sendable, Codable {
    public var documents: Int
    /// Of the fields that are indexed as text, in UTF-8.
    public var textBytes: Int
    public var words: Int
    public var threads: Int
    /// In MiB.
    public var memoryBudget: Int
    /// In seconds, a value a round.
    public var wall = Measurement()
    public var cpu = Measurement()
    /// CPU seconds of finding words alone, on one thread.
    public var segmenting = Measurement()
    /// CPU seconds until the last document was added, and of the commit: writing and merging.
    public var adding = Measurement()
    public var committing = Measurement()
    /// In bytes, beyond what the process and the documents took before, without files that are mapped;
    /// nothing where the system does not tell.
    public var peakMemory = Measurement()
    public var indexBytes = 0
    /// By the kind of file.
    public var parts: [String: Int] = [:]
  }
}

extension BuildResult.Setup {
  var name: String { "\(documents) / \(threads) / \(memoryBudget) MiB" }
  var mebibytes: Double { Double(textBytes) / 1_048_576 }
  /// What adding takes beyond finding words.
  var inverting: Double { max(0, adding.median - segmenting.median) }

  /// What a build's time says against that of an earlier run of the same setup.
  ///
  /// A difference counts when the quartiles of both lie apart, which chance does not do often where
  /// there are four builds or more of each.
  func verdict(against earlier: Self) -> Verdict {
    let noise = max(wall.relativeSpread, earlier.wall.relativeSpread)
    let isApart =
      wall.quantile(0.25) > earlier.wall.quantile(0.75)
      || wall.quantile(0.75) < earlier.wall.quantile(0.25)
    if min(wall.values.count, earlier.wall.values.count) < 3 { return .tooFew }
    if isApart { return wall.median > earlier.wall.median ? .slower : .faster }
    return noise > Self.tooNoisy ? .tooNoisy : .same
  }

  enum Verdict: String {
    case faster, slower
    case same = "within the noise"
    case tooNoisy = "too noisy to tell"
    case tooFew = "too few repeats to tell"
  }

  /// Where the quartiles lie further apart than this share of the median, a change of a tenth would
  /// not be seen.
  static let tooNoisy = 0.1
}

extension BuildResult {
  /// The growth of a figure of builds with the same options, with the number of documents.
  func growth(
    threads: Int, memoryBudget: Int, of figure: (BuildResult.Setup) -> Double
  ) -> PowerLaw? {
    PowerLaw(
      setups.filter { $0.threads == threads && $0.memoryBudget == memoryBudget }
        .map { (Double($0.documents), figure($0)) })
  }
}
