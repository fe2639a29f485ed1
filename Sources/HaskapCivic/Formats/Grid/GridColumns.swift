/// Where the columns of a table begin on the lines of a page, and how wide they are printed.
struct GridColumns {
  /// In columns of letters. They differ from page to page, and a line may have a cell further at the left.
  var starts: [Int]
  /// In full-width letters: the same on all pages.
  var widths: [Double]
  /// How many of the lines that begin a row have a cell in each column, as a share; empty where it is not known.
  var filled: [Double] = []
  /// Whether the first column is too narrow for anything but numbers.
  let isNumbered: Bool

  var count: Int { starts.count }

  /// A first guess from the headings, which may stand in the middle of their columns.
  ///
  /// - Parameter guess: which of some that differ in the white between headings.
  init(_ section: GridSection, guess: Guess) {
    let headings = section.headings
    starts = zip(headings, headings.dropFirst()).reduce(into: [0]) { starts, pair in
      let (end, next) = (pair.0.upperBound, pair.1.lowerBound)
      switch guess {
      case .atHeading: starts.append(next)
      case .between: starts.append(next - end > 2 ? (end + next) / 2 + 1 : next)
      case .behindLast: starts.append(end + 1)
      }
    }
    let ends = starts.dropFirst() + [(starts.last ?? 0) + Self.lastWidth]
    widths = zip(starts, ends).map { Double(max(2, $1 - $0 - 1)) }
    isNumbered = section.isNumbered
  }

  enum Guess: CaseIterable { case atHeading, between, behindLast }

  private static let lastWidth = 12
}
