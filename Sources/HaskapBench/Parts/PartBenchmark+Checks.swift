internal import Haskap
internal import HaskapText

extension PartBenchmark {
  /// - Throws: `WrongAnswer` where a text is cut elsewhere than ICU cuts it. Texts of other analyzers
  ///   are not compared.
  func check(_ analyzed: AnalyzedText) throws {
    guard maker.analyzer == "icu" else { return }
    let text = String(decoding: analyzed.utf8, as: UTF8.self)
    let expected = ICULoop.ends(in: text).map { end in
      text.utf8.distance(
        from: text.startIndex, to: text.utf16.index(text.startIndex, offsetBy: end))
    }
    guard Array(analyzed.boundaries.offsets.dropFirst()) == expected else {
      throw WrongAnswer("'\(text)' is cut elsewhere than by ICU")
    }
  }

  /// - Throws: `WrongAnswer` where a snippet marks nothing, or anything but the words that it is for.
  func check(_ snippet: Snippet, marks words: [[UInt8]]) throws {
    let ends = (snippet.isCutAtStart ? 0 : -1, snippet.isCutAtEnd ? snippet.parts.count - 1 : -1)
    let marked = snippet.parts.enumerated().filter(\.element.isMarked)
    let isRight = try marked.allSatisfy { place, part in
      // A word at the end of what is shown may be cut.
      try place == ends.0 || place == ends.1 || Self.cover(maker.analyze(part.text).utf8, by: words)
    }
    guard isRight, !marked.isEmpty else {
      throw WrongAnswer("'\(snippet.marked { "[\($0)]" })' marks other words than it is for")
    }
  }

  private static func cover(_ text: [UInt8], by words: [[UInt8]]) -> Bool {
    var covered = 0
    for start in text.indices where start <= covered {
      for word in words where text[start...].starts(with: word) {
        covered = max(covered, start + word.count)
      }
    }
    return covered == text.count
  }
}
