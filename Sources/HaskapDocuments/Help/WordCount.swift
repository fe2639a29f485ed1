/// How many answers have a word of a request that finds nothing.
public struct WordCount: Encodable, Equatable, Sendable {
  /// As typed.
  public var text: String
  public var count: Int
  /// How many of them pass all filters.
  public var fitting: Int
  /// The filters that none of them passes, each taken alone.
  public var filters: [String]

  public init(text: String, count: Int, fitting: Int, filters: [String] = []) {
    (self.text, self.count, self.fitting, self.filters) = (text, count, fitting, filters)
  }
}

extension WordCount {
  /// The word, or the beginning of a long one.
  fileprivate var shown: String { text.count > 40 ? text.prefix(40) + "…" : text }

  fileprivate var failure: String {
    guard count > 0 else { return "「\(shown)」を含むものはありません。" }
    let names = filters.map { "「\($0)」" }.joined(separator: "や")
    let unmet = filters.isEmpty ? "すべての条件に" : "\(names)に"
    return "「\(shown)」を含むものは\(count)件ありますが、\(unmet)合うものはありません。"
  }
}

extension [WordCount] {
  /// Sentences that say why nothing has all words.
  var sentences: [String] {
    let failed = filter { $0.fitting == 0 }
    guard failed.isEmpty, count > 1 else { return failed.map(\.failure) }
    let counts = map { "「\($0.shown)」\($0.fitting)件" }.joined(separator: "、")
    return ["すべてがそろうものはありません（\(counts)）。"]
  }
}
