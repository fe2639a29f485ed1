/// How many documents have a word of a query.
public struct WordCount: Encodable, Equatable, Sendable {
  /// As typed.
  public var text: String
  public var count: Int
  /// How many of them pass the filters.
  public var fitting: Int

  public init(text: String, count: Int, fitting: Int) {
    self.text = text
    self.count = count
    self.fitting = fitting
  }
}

extension WordCount {
  /// The word, or the beginning of a long one.
  fileprivate var shown: String { text.count > 40 ? text.prefix(40) + "…" : text }
}

extension [WordCount] {
  /// Why nothing has all the words: a sentence for each word that fails, or one for all of them.
  public var sentences: [String] {
    let failed = filter { $0.fitting == 0 }
    if failed.isEmpty, count > 1 {
      let counts = map { "「\($0.shown)」\($0.fitting)件" }.joined(separator: "、")
      return ["すべてがそろうものはありません（\(counts)）。"]
    }
    return failed.map { word in
      word.count == 0
        ? "「\(word.shown)」を含むものはありません。"
        : "「\(word.shown)」を含むものは\(word.count)件ありますが、条件に合うものはありません。"
    }
  }
}
