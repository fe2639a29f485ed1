import ArgumentParser
import Haskap
import HaskapCivic

struct SearchCommand: ParsableCommand {
  /// Answers on a screen.
  private static let page = 10

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search projects, organisations and activities, or any documents.",
    usage: "haskap search [<words> ...] [<options>]",
    discussion: """
      QUERIES:
        町内会 清掃            both words
        "環境美化"             exactly these characters
        祭り OR まつり         one of the two
        防災 -訓練             the first without the second
        (祭り OR 花火) 港      brackets
        まちか*                anything that begins so
        協*事業, wom?n         any characters, or one, left open
        committee~, volunter~2 words that differ in one or two characters
        "清掃 公園"~5          these words with at most five others between
        name:講演会            only in names; also organizations:, departments:,
                               prose:, type:, form:, year:
        name:あ..か            a range; also name:[あ TO か}, } leaves か out
        -- --help              words that look like options stand behind --

      Reports that have all words come first. Where these do not fill the page,
      those follow that have only some, and are told apart. A year among the words
      (令和2年度 美術展) means the reports of that year as well.

      An index of documents has the fields of its schema, with ranges of integers
      and days: year:2000..2010, published:2023-04..; --type, --year, --since,
      --until, --department, --form and --organization are for reports.

      \(PeriodOptions.help)

      EXAMPLES:
        haskap search 町内会 清掃
        haskap search ボランティア --year 令和7 --type project
        haskap search 講演会 --year 2020-2023 --form 共催 --sort year
        haskap search 講座 --since 令和5年10月 --until 2024-03-15
        haskap search "" --department 生涯学習課 --csv > 生涯学習課.csv
        haskap search title:海 year:1990..2000 --sort year:desc --index Index/docs
      """)

  @Argument(parsing: .allUnrecognized, help: "What to look for.")
  var words: [String] = []

  @OptionGroup var place: IndexOptions

  @Option(
    help: "Only project, organization or activity; in Japanese 事業, 団体 or 活動.",
    completion: .list(CivicType.allCases.map(\.rawValue)), transform: Choice.type)
  var type: [CivicType] = []

  @OptionGroup var time: PeriodOptions

  @Option(help: "Only this department; a part of its name is enough.")
  var department: String?

  @Option(help: "Only this form: 共催, 後援 …; a part is enough.")
  var form: String?

  @Option(help: "Only what this organisation took part in, however it is spelt.")
  var organization: String?

  @Option(
    parsing: .unconditional,
    help: "How many answers to show. (default: 10; of reports all with --json and --csv)")
  var limit: Int?

  @Option(parsing: .unconditional, help: "How many answers to skip.")
  var offset = 0

  @Option(
    help: """
      relevance (the default), year (newest first) or name; for documents relevance or a \
      column such as year or year:desc.
      """,
    completion: .list(CivicRequest.Sort.allCases.map(\.rawValue)))
  var sort = "relevance"

  @OptionGroup var export: ExportOptions

  @Flag(help: "Say how each score comes about.")
  var explain = false

  func validate() throws {
    let options = words.prefix { $0 != "--" }
    if let option = options.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'; words that look so stand behind --")
    }
    let named = [department, form, organization].contains { $0 != nil }
    let hasFilter = named || !type.isEmpty || time.isGiven
    guard hasFilter || !query.allSatisfy(\.isWhitespace) else {
      throw ValidationError("nothing to look for: give a word, or a filter such as --year")
    }
    guard limit ?? 0 >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take numbers from 0")
    }
  }

  func run() throws {
    try place.askReader { reader in
      if CivicIndex.isCivic(reader) {
        try searchReports(in: reader)
      } else {
        try searchDocuments(in: reader)
      }
    }
  }

  private func searchReports(in reader: IndexReader) throws {
    let answer = try CivicIndex(reader).search(try request)
    let output = Output()
    if export.json {
      output.line(try JSONText.line(answer))
    } else if export.csv {
      RecordTables.hits.write(answer.hits, to: output)
    } else {
      AnswerPrinter(output: output).print(answer)
    }
    output.flush()
    if answer.total == 0 || answer.isPartial { throw ExitStatus.nothingFound.code }
  }

  /// All words; the `--` that stands before those that look like options is none.
  private var query: String {
    let options = words.prefix { $0 != "--" }
    return (options + words.dropFirst(options.count + 1)).joined(separator: " ")
  }

  private var request: CivicRequest {
    get throws {
      var request = CivicRequest()
      request.query = query
      request.types = type
      request.period = try time.period
      request.department = department
      request.form = form
      request.organization = organization
      (request.limit, request.offset) = (limit ?? (export.isGiven ? .max : Self.page), offset)
      request.fill = limit ?? Self.page
      request.sort = try Choice.sort(sort)
      request.explains = explain
      return request
    }
  }
}

/// The same for documents of any schema.
extension SearchCommand {
  private func searchDocuments(in reader: IndexReader) throws {
    try refuseCivicOptions()
    let request = DocumentRequest(
      query: query, limit: limit ?? (export.csv ? .max : Self.page), offset: offset,
      sort: try .init(sort, schema: reader.schema), explains: explain)
    let answer = try DocumentSearch(request, in: reader).answer()
    let output = Output()
    if export.json {
      output.line(try JSONText.line(answer))
    } else if export.csv {
      DocumentTable(reader.schema).write(answer.hits, to: output)
    } else {
      DocumentPrinter(output: output, shape: DocumentShape(reader.schema)).print(answer)
    }
    output.flush()
    if answer.total == 0 || answer.isPartial { throw ExitStatus.nothingFound.code }
  }

  private func refuseCivicOptions() throws {
    let given = [
      ("--type", !type.isEmpty), ("--year", time.year != nil), ("--since", time.since != nil),
      ("--until", time.until != nil), ("--department", department != nil), ("--form", form != nil),
      ("--organization", organization != nil),
    ]
    guard let option = given.first(where: \.1)?.0 else { return }
    throw UserError(
      description: "\(option) is for indexes of reports, and \(place.index) holds other "
        + "documents; name a field in the query instead, as year:2000..2010")
  }
}

/// Reads the values of options that have a fixed set of them.
enum Choice {
  @Sendable static func type(_ text: String) throws -> CivicType {
    let all = CivicType.allCases
    guard let type = all.first(where: { $0.rawValue == text || $0.label == text }) else {
      throw ValidationError("there is no type '\(text)'; use \(list(all.map(\.rawValue)))")
    }
    return type
  }

  @Sendable static func sort(_ text: String) throws -> CivicRequest.Sort {
    guard let sort = CivicRequest.Sort(rawValue: text) else {
      let all = CivicRequest.Sort.allCases.map(\.rawValue)
      throw ValidationError("there is no order '\(text)'; use \(list(all))")
    }
    return sort
  }

  private static func list(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
