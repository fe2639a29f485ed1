/// The labels and values of a sheet: two columns, or four where a line has two labels.
struct PageSheet {
  /// With values that run under the second labels set closer, to stand in their column.
  let lines: [[PageWord]]
  /// From the first line with a value to the last.
  let range: Range<Int>

  /// - Returns: nil for other lines.
  init?(_ lines: [[PageWord]]) {
    let pieces = lines.map(Self.pieces)
    guard let first = pieces.firstIndex(where: { $0.count > 1 && !Self.isTitle($0) }),
      let last = pieces.lastIndex(where: { $0.count > 1 })
    else { return nil }
    let parted = pieces[first...last].filter { $0.count > 1 }
    let known = parted.count { Self.isLabel($0[0]) }
    let wide = parted.filter { $0.count > 2 }
    guard known > 2, known * 4 >= parted.count * 3,
      wide.allSatisfy({ $0.count == 4 && Self.isLabel($0[2]) })
    else { return nil }
    range = first..<last + 1
    guard let end = wide.compactMap({ $0[2].first?.left }).min() else {
      self.lines = lines
      return
    }
    self.lines = pieces.map {
      $0.count == 2 ? $0[0] + Self.fitted($0[1], before: end) : $0.flatMap { $0 }
    }
  }

  /// `令和6年度　みどり市協働事業報告書`, a wide space in it.
  private static func isTitle(_ pieces: [[PageWord]]) -> Bool {
    !isLabel(pieces[0]) && PrintedLine.isTitle(pieces.joined().map(\.text).joined())
  }

  private static func isLabel(_ piece: [PageWord]) -> Bool {
    TableHeadings.isSheetLabel(piece.map(\.text).joined())
  }

  /// The pieces of a line that are parted by more than a space.
  private static func pieces(_ line: [PageWord]) -> [[PageWord]] {
    line.reduce(into: []) { pieces, word in
      if let last = pieces.last?.last, word.left - last.right <= PageRun.maxSpace {
        pieces[pieces.count - 1].append(word)
      } else {
        pieces.append([word])
      }
    }
  }

  private static func fitted(_ words: [PageWord], before end: Double) -> [PageWord] {
    guard let left = words.first?.left, let right = words.last?.right,
      right > end - PageRun.maxSpace, left < end - PageRun.maxSpace
    else { return words }
    let scale = (end - PageRun.maxSpace - left) / (right - left)
    return words.map { word in
      var word = word
      (word.left, word.right) = (
        left + (word.left - left) * scale, left + (word.right - left) * scale
      )
      return word
    }
  }
}
