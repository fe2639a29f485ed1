import ArgumentParser
import Haskap
import HaskapCivic
import HaskapDocuments

struct SimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Show what is most like one record or document.",
    usage: "haskap similar <id> [<options>]",
    discussion: """
      Others are ranked by its telling words: those that it has often and the index
      rarely. Answers tell the id with --json and --source; a document's is its key.

      EXAMPLES:
        haskap similar tomakomai-kyodo-2023/ノーザンホースパーク-405j
        haskap similar organization:苫小牧市社会福祉協議会 --limit 5
        haskap similar a-1024 --index Index/docs --json
      """)

  @Argument(help: "What answers tell as id.")
  var id: String

  @OptionGroup var place: IndexOptions

  @Option(parsing: .unconditional, help: "How many answers to show.")
  var limit = 10

  @Option(parsing: .unconditional, help: "How many answers to skip.")
  var offset = 0

  @Flag(help: "The answers as JSON.")
  var json = false

  func validate() throws {
    guard limit >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take numbers from 0")
    }
  }

  func run() throws {
    try place.folder.askReader { reader in
      let output = Output()
      if CivicIndex.isCivic(reader) {
        let answer = try known(CivicIndex(reader).similar(to: id, limit: limit, offset: offset))
        try show(answer, on: output) { AnswerPrinter(output: output).print($0) }
      } else {
        let answer = try known(
          SimilarDocuments(in: reader).answer(to: id, limit: limit, offset: offset))
        let printer = DocumentPrinter(output: output, shape: DocumentShape(reader.schema))
        try show(answer, on: output) { printer.print($0) }
      }
    }
  }

  private func known<Answer>(_ answer: Answer?) throws -> Answer {
    guard let answer else {
      throw UserError(
        description: "the index '\(place.index)' has nothing called '\(id)'; "
          + "answers tell ids with: haskap search WORDS --json\(place.option)",
        status: .nothingFound)
    }
    return answer
  }

  private func show<Hit>(
    _ answer: SimilarAnswer<Hit>, on output: Output, print: (Hit) -> Void
  ) throws {
    if json {
      output.line(try JSONText.line(answer))
    } else {
      for hit in answer.hits { print(hit) }
      let last = answer.offset + answer.hits.count
      output.line(
        answer.total == 0
          ? told("似たものはありません。")
          : answer.hits.isEmpty
            ? told("似たもの\(answer.total)件中 0件")
            : told("似たもの\(answer.total)件中 \(answer.offset + 1)–\(last)件目"))
      output.nextPage(after: answer.hits.isEmpty ? nil : last, of: answer.total)
    }
    output.flush()
    if answer.total == 0 { throw ExitStatus.nothingFound }
  }
}
