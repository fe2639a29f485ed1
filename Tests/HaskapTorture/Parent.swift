import Glibc
import HaskapTestSupport

/// Starts children that do some thousand cases each, and goes on behind the case that one fails at.
struct Parent {
  private static let batch = 2000
  /// A child that takes more failed.
  private static let mostKilobytes = 1 << 20
  private let options: Options
  private let kind: TrialKind

  init(_ options: Options, _ kind: TrialKind) {
    self.options = options
    self.kind = kind
  }

  private var folder: String { "\(options.folder)-\(kind.rawValue)" }

  func run(seconds: Int) -> Row {
    var row = Row(kind: kind)
    let start = ContinuousClock.now
    let end = start + .seconds(seconds)
    let cases = kind == .former ? FormerFailures(folder).paths.count : options.cases
    while ContinuousClock.now < end, row.tried < cases, row.failures.count < 200 {
      let count = min(Self.batch, cases - row.tried)
      runChild(from: options.from + row.tried, count: count, until: end, &row)
    }
    row.seconds = (ContinuousClock.now - start) / .seconds(1)
    FolderListing.removeAll(folder)
    return row
  }

  private func runChild(
    from first: Int, count: Int, until end: ContinuousClock.Instant, _ row: inout Row
  ) {
    let left = max(1, Int((end - ContinuousClock.now) / .seconds(1)))
    let child = Process([
      "child", kind.rawValue, "\(options.seed)", "\(first)", "\(count)", "\(left)", folder,
    ])
    let lines = child.readAll().split(separator: "\n").map(String.init)
    let (status, peak) = child.wait()
    row.peakKilobytes = max(row.peakKilobytes, peak)
    let last = lines.last { $0.hasPrefix("at ") }?.split(separator: " ").last.flatMap { Int($0) }
    row.tried += max(1, (last ?? first) - first + 1)
    let isLarge = peak > Self.mostKilobytes
    guard lines.last != "done" || isLarge else { return }
    let words =
      isLarge
      ? "\(peak >> 10) MB"
      : lines.last { $0.hasPrefix("failed ") }
        ?? "case \(last ?? first): \(Process.meaning(of: status))"
    row.failures.append("seed \(options.seed) \(words)")
    keep("\(kind.rawValue)-\(options.seed)-\(last ?? first)")
  }

  /// Keeps the input of the case that failed.
  private func keep(_ name: String) {
    guard let kept = options.kept else { return }
    mkdir(kept, 0o755)
    let (input, target) = ("\(folder)/\(Child.input)", "\(kept)/\(name)")
    if access("\(input)/manifest", R_OK) == 0 {
      FolderListing.copy(input, target)
    } else if access(input, R_OK) == 0 {
      write(contents(of: input), to: target)
    }
  }
}
