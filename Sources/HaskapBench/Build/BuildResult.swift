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
    /// In bytes; nothing where the system does not tell.
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

  /// Whether two runs of the same setup differ by more than their spread.
  func differs(from other: Self) -> Bool {
    abs(wall.median - other.wall.median) > max(wall.spread, other.wall.spread)
  }
}

extension BuildResult {
  /// The growth of the time of builds with the same options.
  func growth(threads: Int, memoryBudget: Int) -> PowerLaw? {
    PowerLaw(
      setups.filter { $0.threads == threads && $0.memoryBudget == memoryBudget }
        .map { (Double($0.documents), $0.wall.median) })
  }
}
