import ArgumentParser
import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments
import HaskapText

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Show what becomes of a text, step by step.",
    usage: "haskap analyze <text> ... [<options>]",
    discussion: """
      It is normalised and cut into words; each is shown with its place in the text
      in UTF-8 bytes, and with the dictionary or rule that it comes from. Below stand
      other forms in which the same may be written, the nearest first.

      EXAMPLES:
        haskap analyze ㈱苫東のまちかどミーティング
        haskap analyze 協働のまちづくり --analyzer japanese --index Index/current
        haskap analyze "Ｒ５年度　協働事業" --json
        haskap analyze 町内会 清掃 --opensearch-query out
      """)

  @Argument(parsing: .allUnrecognized, help: "The text.")
  var text: [String]

  @Option(help: "icu, japanese (with the words of an index), whitespace or keyword.")
  var analyzer = "icu"

  @Option(help: "An index whose words the analyzer japanese takes.")
  var index: String?

  @Option(
    help: "The folder of an export: the text is a query, and shown as a cluster is asked it.",
    completion: .directory)
  var opensearchQuery: String?

  @Flag(help: "All steps as JSON.")
  var json = false

  /// The text without the `--` behind which everything is text.
  private var words: [String] {
    let end = text.firstIndex(of: "--") ?? text.endIndex
    return Array(text[..<end] + text[end...].dropFirst())
  }

  func validate() throws {
    if let option = text.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'")
    }
    if words.isEmpty { throw ValidationError("Missing expected argument '<text> ...'") }
  }

  func run() throws {
    if let folder = opensearchQuery { return try translate(folder) }
    let analyzer =
      try index.map { try IndexReader(path: $0).schema.analyzer(named: self.analyzer) }
      ?? Analyzer(named: analyzer)
    let report = try analyzer.report(on: words.joined(separator: " "))
    let output = Output()
    if json {
      output.line(try JSONText.line(report))
    } else {
      AnalysisPrinter(output: output, report: report).print()
    }
    output.flush()
    if !report.pieces.contains(where: \.isWord) { throw ExitStatus.nothingFound }
  }

  /// The body of a search request, other spellings included.
  private func translate(_ folder: String) throws {
    let place = index.map { IndexFolder(path: $0) } ?? .standard
    let body = try place.askReader { reader in
      let request = try OpenSearchCommand.reading(reader)(words.joined(separator: " "))
      return try OpenSearchTranslator(reader, folder: folder).body(of: request)
    }
    let output = Output()
    output.line(HarmlessText.json(body))
    output.flush()
  }
}

/// Prints the steps of an analysis for people.
private struct AnalysisPrinter {
  let output: Output
  let report: AnalysisReport
  private var style: Style { output.style }

  func print() {
    if let warning = report.warning { Output(STDERR_FILENO).warning("\(warning)") }
    output.wrapped(
      report.fingerprint, indent: Self.label(told("analyzer")), hanging: Self.label(""))
    output.line(Self.label(told("text")) + report.original)
    output.line(Self.label(told("normalized")) + report.normalized)
    for change in report.changes {
      output.line(
        Self.label("") + style.dim("\(Self.shown(change.original)) → \(change.normalized)"))
    }
    printWords()
    printForms()
  }

  private func printWords() {
    let words = report.pieces.filter(\.isWord)
    output.line(Self.label(told("words")) + "\(words.count)")
    let width = 2 + min(40, words.map { DisplayWidth.of($0.text) }.max() ?? 0)
    let original = Array(report.original.utf8)
    for word in words {
      let place = "\(word.originalStart)–\(word.originalEnd)".padded(to: 9)
      let source = String(
        decoding: original[word.originalStart..<word.originalEnd], as: UTF8.self)
      let notes = [
        word.origin.label + (word.cost.map { " \($0)" } ?? ""),
        source == word.text ? nil : told("from \(Self.shown(source))"),
      ].compactMap(\.self)
      output.line(
        "  \(place)\(word.text.padded(to: width))\(style.dim(notes.joined(separator: Language.current.listMark)))"
      )
    }
  }

  private func printForms() {
    let others = report.variants.filter { !$0.foldings.isEmpty }
    guard !others.isEmpty else { return }
    output.line(told("other forms"))
    let width = 2 + min(40, others.map { DisplayWidth.of($0.text) }.max() ?? 0)
    for form in others {
      let foldings = form.foldings.map { Language.current.tableWords.word($0, of: "folding") }
        .joined(separator: Language.current.listMark)
      let notes = told("tier \(form.tier): \(foldings)")
      output.line("  \(form.text.padded(to: width))\(style.dim(notes))")
    }
  }

  /// A space is told by name, since it cannot be seen.
  private static func shown(_ text: String) -> String {
    text.allSatisfy(\.isWhitespace) ? told("(space)") : text
  }

  private static func label(_ name: String) -> String { name.padded(to: 12) }
}

extension AnalysisReport.Origin {
  fileprivate var label: String {
    switch self {
    case .userDictionary: told("user dictionary")
    case .icuDictionary: told("ICU's dictionary")
    case .katakanaRule: told("rule for katakana")
    case .unknownCharacter: told("unknown character")
    case .icuRules: told("ICU's rules")
    }
  }
}
