import HaskapTestSupport

/// Queries put together of words, operators and marks: each is answered or refused, in time.
struct QueriesTrial: Trial {
  private static let pieces = [
    "w0", "w1", "w12", "国会", "どんぐり文庫", "子ども", "の", "令和5年度", "12", "１２", "(", ")", "\"", "~", "~2",
    "*", "?", "-", "OR",
    "AND", "NOT", "title:", "body:", "year:", "day:", "tag:", "id:", "..", "[", "]", "TO", "{", "}",
    " ", " ", " ", "　", ":",
    "^", "\\", "・", "ー", "々", "\u{301}", "👨‍👩‍👧", "\u{0}", "2020-01-01", "-1", "9999999999999999999",
    "+", "、", "zz", "ｶﾞ", "ß", "ﬀ",
  ]
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let queries = (0..<4).map { _ in
      let length = random.pick([1, 2, 3, 5, 8, 20, 60])
      return (0..<length).map { _ in random.pick(Self.pieces) }.joined()
    }
    write(Array(queries.joined(separator: "\n").utf8), to: "\(folder)/\(Child.input)")
    Questions.ask(SeedIndex.stored, queries)
  }
}
