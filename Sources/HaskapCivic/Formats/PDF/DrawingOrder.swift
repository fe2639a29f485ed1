/// What the order tells in which a page draws the cells of its tables: a row from the left to the right, then the next.
struct DrawingOrder {
  /// What it costs that a row begins with each line.
  private(set) var cuts: [Double]
  /// By line the lines further up after whose last cell another begins here, at its left.
  private var above: [[Int]]

  private static let cut = 1.5

  /// - Parameter isByCell: without which the order tells nothing.
  init(_ lines: [[PageWord]], _ columns: [Range<Double>], isByCell: Bool) {
    cuts = Array(repeating: 0, count: lines.count)
    above = Array(repeating: [], count: lines.count)
    guard isByCell else { return }
    let words = lines.enumerated().flatMap { index, line in
      line.map { word in
        (
          word: word, line: index,
          column: columns.firstIndex { $0.contains(word.middleAcross) } ?? 0
        )
      }
    }.sorted { $0.word.order < $1.word.order }
    for (word, next) in zip(words, words.dropFirst()) where next.word.order == word.word.order + 1 {
      if next.column < word.column, next.line > word.line {
        above[next.line].append(word.line)
      } else if next.column > word.column, next.line != word.line {
        let (upper, lower) = (min(word.line, next.line), max(word.line, next.line))
        for line in upper + 1...lower { cuts[line] += Self.cut }
      }
    }
  }

  /// What it costs that a row which begins with some line returns to the left in another.
  func returns(to line: Int, from start: Int) -> Double {
    Double(above[line].count { $0 >= start })
  }
}

/// The order in which a file draws the words of its pages.
extension DrawingOrder {
  enum Kind {
    /// From the top to the bottom, as if without columns.
    case lines
    /// A row's cells one after the other, each from its top to its bottom, then the next row's.
    case rows
    /// The same, but for some cells, which come after all others.
    case passes
  }

  static func of(_ pages: [[PageWord]]) -> Kind {
    let kinds = pages.map(of)
    return kinds.contains(.passes) ? .passes : kinds.contains(.rows) ? .rows : .lines
  }

  private static func of(_ page: [PageWord]) -> Kind {
    let letter = page.letterWidth
    var isByCell = false
    var drawn: [Int: Drawn] = [:]
    for (index, (word, next)) in zip(page, page.dropFirst()).enumerated() {
      drawn[height(word), default: Drawn(first: index, left: word.left)].add(word)
      if height(next) != height(word), drawn.count < mostHeights, isLate(next, drawn, letter) {
        return .passes
      }
      let rise = word.middle - next.middle
      if rise > letter * 0.3, rise < letter * 12, next.left >= word.right - letter {
        isByCell = true
      }
    }
    return isByCell ? .rows : .lines
  }

  /// Each word is compared with what is drawn at other heights; no page that is read has so many.
  private static let mostHeights = 2000

  /// What is drawn at one height: the index of its first word, and how far to the right a word begins.
  private struct Drawn {
    let first: Int
    var left: Double

    mutating func add(_ word: PageWord) { left = max(left, word.left) }
  }

  private static func height(_ word: PageWord) -> Int { Int(word.middle.rounded()) }

  /// Whether a row below a word has been drawn as far to the right, after others of the word's own row.
  private static func isLate(_ word: PageWord, _ drawn: [Int: Drawn], _ letter: Double) -> Bool {
    guard let own = drawn[height(word)] else { return false }
    return drawn.contains {
      Double($0.key) > word.middle + letter && $0.value.first > own.first
        && $0.value.left >= word.right
    }
  }
}
