import ArgumentParser
import HaskapText

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Show what becomes of a text: normalised, and cut into words.",
    discussion: """
      EXAMPLES:
        haskap analyze ㈱苫東のまちかどミーティング
        haskap analyze "Ｒ５年度　協働事業" --json
        haskap analyze "already cut text" --analyzer whitespace
      """)

  @Argument(parsing: .allUnrecognized, help: "The text.")
  var text: [String]

  @Option(help: "icu, whitespace or keyword.")
  var analyzer = "icu"

  @Flag(help: "The steps as JSON.")
  var json = false

  func validate() throws {
    if let option = text.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'")
    }
  }

  func run() throws {
    let steps = try AnalysisSteps(
      text.joined(separator: " "), by: try Analyzer(named: analyzer))
    let output = Output()
    if json { output.line(try JSONText.line(steps)) } else { print(steps, to: output) }
    output.flush()
    if steps.words.isEmpty { throw ExitStatus.nothingFound.code }
  }

  private func print(_ steps: AnalysisSteps, to output: Output) {
    output.line("text        \(steps.text)")
    output.line("normalized  \(steps.normalized)")
    output.line("analyzer    \(steps.fingerprint)")
    output.line("words       \(steps.words.count)")
    let width = 2 + min(40, steps.words.map { DisplayWidth.of($0.word) }.max() ?? 0)
    for word in steps.words {
      let bytes = "\(word.start)–\(word.end)".padded(to: 9)
      let origin = word.original == word.word ? "" : "from \(word.original)"
      output.line("  \(bytes)\(word.word.padded(to: width))\(output.style.dim(origin))".trimmingEnd)
    }
  }
}

/// A text, what it is normalised to, and the words that it is cut into.
private struct AnalysisSteps: Encodable {
  struct Word: Encodable {
    var word: String
    /// What stands for it in the text, and where, in UTF-8 bytes.
    var original: String
    var start: Int
    var end: Int
  }

  var text: String
  var normalized: String
  /// Names the analyser and the data that it cuts by.
  var fingerprint: String
  var words: [Word]

  init(_ text: String, by analyzer: Analyzer) throws {
    var analyzed = AnalyzedText()
    try analyzer.makeSession().analyze(text, into: &analyzed, mapOffsets: true)
    self.text = text
    normalized = String(decoding: analyzed.utf8, as: UTF8.self)
    fingerprint = analyzer.fingerprint
    let original = Array(text.utf8)
    words = analyzed.tokens.map { token in
      let range = analyzed.offsetMap.originalRange(of: Int(token.start)..<Int(token.end))
      return Word(
        word: analyzed.text(of: token), original: String(decoding: original[range], as: UTF8.self),
        start: range.lowerBound, end: range.upperBound)
    }
  }
}
