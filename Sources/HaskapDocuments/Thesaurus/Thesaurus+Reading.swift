internal import HaskapText

/// A line of a thesaurus that is no group of words.
public struct ThesaurusError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var problem: String

  public var description: String {
    "\(file), line \(line): \(problem); write a line as "
      + "WORD = SAME WORD | NEAR > NARROWER, NARROWER ~ RELATED, RELATED"
  }
}

extension Thesaurus {
  /// Reads groups of words, one a line:
  ///
  ///     保育所 = 保育園 = 託児所 > 認可保育所, 小規模保育 ~ 待機児童
  ///
  /// Words parted by `=` mean the same. Behind `|` stand such as are looked for like these, though they do
  /// not mean the same: 台風 | 水害. Behind `>` stand narrower ones, behind `~` related ones. A
  /// word that ends in `*` is a stem and may go on. `#` begins a comment.
  ///
  /// - Parameter file: names the text in errors.
  /// - Throws: `ThesaurusError`, `ICUError`.
  public init(text: String, file: String) throws {
    let session = try Analyzer(named: "icu").makeSession()
    var normalized = AnalyzedText()
    var lines: [UInt8] = []
    // Line by line, since the normalizer joins a word that goes on behind a line end.
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      try session.normalize(String(line), into: &normalized)
      lines += normalized.utf8 + [UInt8(ascii: "\n")]
    }
    try self.init(normalized: lines, file: file)
  }

  /// The same of a text that is normalized.
  init(normalized text: [UInt8], file: String) throws {
    self.init()
    var number = 0
    try append(text) { line, note in
      number += 1
      let isWhole = ThesaurusGroup.forEachWord(in: line) { word, role in
        if role != .related { note(word.last == UInt8(ascii: "*") ? word.dropLast() : word) }
      }
      guard isWhole else {
        throw ThesaurusError(
          file: file, line: number, problem: "a word is missing beside a sign")
      }
    }
  }
}
