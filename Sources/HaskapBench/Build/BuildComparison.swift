/// What changed between two results of builds.
///
/// Times are compared as multiples of the plain loop over ICU's words in the same round, so that a
/// machine that became faster or slower in between changes nothing.
public struct BuildComparison: Sendable, Codable {
  public var rows: [Row] = []

  public struct Row: Sendable, Codable {
    public var documents: Int
    public var threads: Int
    /// In MiB.
    public var memoryBudget: Int
    /// CPU time ÷ that of the ICU loop, a value a round.
    public var before: Measurement
    public var now: Measurement
    /// The median now as a multiple of that before.
    public var ratio: Double
    public var verdict: Verdict
  }

  public enum Verdict: String, Sendable, Codable {
    case faster, slower
    case same = "no change beyond the noise"
    case tooNoisy = "too noisy to tell"
    case tooFew = "at least 3 builds each are needed to tell"
  }

  /// Results that say nothing about each other.
  public struct Incomparable: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Throws: `Incomparable` as `check`.
  public init(of now: BuildResult, with before: BuildResult) throws {
    try Self.check(now, before)
    rows = Self.pairs(now, before).map { setup, earlier in
      let (before, now) = (before.timesICU(earlier), now.timesICU(setup))
      return Row(
        documents: setup.documents, threads: setup.threads, memoryBudget: setup.memoryBudget,
        before: before, now: now, ratio: now.median / max(before.median, 1e-9),
        verdict: Verdict(from: before, to: now))
    }
  }

  /// - Throws: `Incomparable` where no build has the same options, or texts are others.
  static func check(_ now: BuildResult, _ before: BuildResult) throws {
    let pairs = pairs(now, before)
    guard !pairs.isEmpty else {
      throw Incomparable(
        description: "no build has the same documents, threads and budget; those that were kept: "
          + before.setups.map(\.name).joined(separator: ", "))
    }
    for (setup, earlier) in pairs where setup.isOfOtherTexts(than: earlier) {
      let origin = before.origin.map { $0.corpus.joined(separator: ", ") } ?? "another corpus"
      throw Incomparable(
        description: "what was kept is of other texts (\(origin)): \(setup.documents) documents "
          + "have \(earlier.textBytes) bytes there and \(setup.textBytes) here; "
          + "build of the same corpus")
    }
  }

  private static func pairs(
    _ now: BuildResult, _ before: BuildResult
  ) -> [(BuildResult.Setup, BuildResult.Setup)] {
    now.setups.compactMap { setup in
      before.setups.first { $0.name == setup.name }.map { (setup, $0) }
    }
  }
}

extension BuildComparison.Verdict {
  /// Nothing smaller counts as a change: other places of the code in memory make as much.
  private static let least = 0.05

  /// A change counts when the middle four fifths of the values lie apart, and it is larger by `least` than
  /// what the values of either differ by. Of nine runs of the same program, three builds each beside other
  /// work, two in a hundred pairs pass for a change.
  init(from before: Measurement, to now: Measurement) {
    let noise = max(before.relativeSpread, now.relativeSpread)
    let change = now.median / max(before.median, 1e-9) - 1
    let isApart =
      now.quantile(0.1) > before.quantile(0.9) || now.quantile(0.9) < before.quantile(0.1)
    if min(before.values.count, now.values.count) < 3 {
      self = .tooFew
    } else if isApart, abs(change) > Self.least + 2 * noise {
      self = change > 0 ? .slower : .faster
    } else {
      self = noise > BuildResult.Setup.tooNoisy ? .tooNoisy : .same
    }
  }
}

extension BuildResult {
  /// The CPU time of a build as a multiple of the ICU loop's over the same texts.
  fileprivate func timesICU(_ setup: Setup) -> Measurement {
    Measurement(
      zip(setup.cpu.values, icuSecondsPerMiB.values).map { cpu, icu in
        cpu / max(icu * setup.mebibytes, 1e-9)
      })
  }
}

extension BuildResult.Setup {
  fileprivate func isOfOtherTexts(than other: Self) -> Bool {
    guard textBytes == other.textBytes else { return true }
    guard let checksum, let earlier = other.checksum else { return false }
    return checksum != earlier
  }
}
