import ArgumentParser
import Haskap
import HaskapCivic
import HaskapDocuments

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all of one record, with the lines of its report; or a document.",
    usage: "haskap show <id> [<words> ...] [<options>]",
    discussion: """
      Answers tell the id with --json and --source. It stays the same when the index
      is built again, and when other lines of the report change. Words that follow are marked. Of other documents than reports
      the id is the key.

      EXAMPLES:
        haskap show tomakomai-kyodo-2023/ノーザンホースパーク-405j
        haskap show organization:苫小牧市社会福祉協議会
        haskap show tomakomai-kyodo-2023/ノーザンホースパーク-405j スポーツ
        haskap show 12345 --index Index/docs
      """)

  @Argument(help: "What answers tell as id.")
  var id: String

  @Argument(help: "Words to be marked.")
  var words: [String] = []

  @OptionGroup var place: IndexOptions

  @Flag(help: "The record as JSON, with the lines of its report.")
  var json = false

  func run() throws {
    if place.holdsDocuments { return try showDocument() }
    try place.ask { index in
      guard let entry = try index.entry(id: id) else {
        throw UserError(
          description: "the index '\(place.index)' has nothing called '\(id)'; "
            + "answers tell ids with: haskap search WORDS --source\(place.option)",
          status: .nothingFound)
      }
      let lines = printedLines(of: entry.record)
      if json {
        Output().line(try JSONText.line(Shown(entry: entry, printed: try? lines.get())))
      } else {
        try print(entry, lines, marking: index)
      }
    }
  }

  private func print(
    _ entry: CivicEntry, _ lines: Result<[String], UserError>, marking index: CivicIndex
  ) throws {
    let output = Output()
    let printer = EntryPrinter(output: output) { text in
      if words.isEmpty { return text }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return try lines.map {
        try index.marked(words, in: String($0)).marked(output.style.mark)
      }.joined(separator: "\n")
    }
    try printer.print(entry)
    guard entry.record != nil else { return }
    switch lines {
    case .success(let lines): try printer.print(printed: lines)
    case .failure(let error): try printer.print(told("原文"), error.description)
    }
  }

  private func printedLines(of record: Record?) -> Result<[String], UserError> {
    guard let record, let file = record.file else { return .success([]) }
    let isGone = UserError(description: told("\(file)は索引を作った後で変わりました"))
    do {
      guard let lines = try PrintedRow.lines(of: record, in: InputFile.read(file)) else {
        return .failure(isGone)
      }
      return .success(lines)
    } catch {
      return .failure(UserError(description: told("\(file)は今ここで読めません")))
    }
  }

  private func showDocument() throws {
    try place.folder.askReader { reader in
      guard let entry = try DocumentEntry(key: id, in: reader) else {
        throw UserError(
          description: "the index '\(place.index)' has no document of the key '\(id)'",
          status: .nothingFound)
      }
      let output = Output()
      if json { return output.line(try JSONText.line(entry)) }
      try DocumentEntryPrinter(output: output, reader: reader, words: words).print(entry)
    }
  }

  private struct Shown: Encodable {
    var entry: CivicEntry
    /// The lines of the report; nil where it is not at hand, or has changed.
    var printed: [String]?
  }
}
