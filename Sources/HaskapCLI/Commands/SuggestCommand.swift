import ArgumentParser
import HaskapCivic
import HaskapDocuments
import HaskapText

struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Complete the beginning of a word or a name.",
    usage: "haskap suggest <beginning> [<options>]",
    discussion: """
      Out of the index's own words and names, those with the most answers first: the
      number is that of the answers of a search that have it as it is written. Kana
      and Latin letters complete kanji whose reading is known: from the words of the
      index and its aliases.

      EXAMPLES:
        haskap suggest 町内
        haskap suggest とまこ
        haskap suggest kyoudou --limit 5 --json
      """)

  @Argument(help: "The beginning.")
  var beginning: [String]

  @OptionGroup var place: IndexOptions

  @Option(parsing: .unconditional, help: "How many to show.")
  var limit = 10

  @Flag(help: "The answer as JSON.")
  var json = false

  func validate() throws {
    guard !beginning.joined().allSatisfy(\.isWhitespace) else {
      throw ValidationError("the beginning is empty; give at least one character")
    }
    guard limit >= 0 else { throw ValidationError("--limit takes a number from 0") }
  }

  func run() throws {
    let prefix = beginning.joined(separator: " ")
    // Whether there is any is told also where none is to be shown.
    let least = max(1, limit)
    var answer = try place.folder.askReader { reader in
      CivicIndex.isCivic(reader)
        ? try CivicIndex(reader).suggest(prefix, limit: least)
        : try DocumentSuggestions.answer(to: prefix, in: reader, limit: least)
    }
    let isFound = !answer.suggestions.isEmpty
    answer.suggestions.removeLast(max(0, answer.suggestions.count - limit))
    let output = Output()
    if json {
      output.line(try JSONText.line(answer))
    } else if isFound {
      print(answer.suggestions, to: output)
    } else {
      output.line(told("そう始まる語や名前はありません。"))
    }
    output.flush()
    if !isFound { throw ExitStatus.nothingFound }
  }

  private func print(_ suggestions: [Suggestion], to output: Output) {
    let widest = suggestions.map { DisplayWidth.of($0.text) }.max() ?? 0
    for suggestion in suggestions {
      let count = told("\(suggestion.count)件")
      let reading = suggestion.reading.map { "  \(output.style.dim($0))" } ?? ""
      output.line("\(suggestion.text.padded(to: min(widest, 60)))  \(count)\(reading)")
    }
  }
}
