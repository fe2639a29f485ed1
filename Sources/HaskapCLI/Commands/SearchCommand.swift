import ArgumentParser
import HaskapCivic

struct SearchCommand: IndexesCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search projects, organizations and activities, or any documents.",
    usage: "haskap search [<words> ...] [<options>]",
    discussion: """
      QUERIES:
        町内会 清掃            both words
        "環境美化"             exactly these characters, in no other spelling; also 「環境美化」
        祭り OR まつり         one of the two
        防災 -訓練             the first without the second; also 防災 NOT 訓練
        (祭り OR 花火) 港      brackets
        まちか*                anything that begins so
        協*事業, wom?n         any characters, or one, left open
        committee~, volunte~2  words that differ in one or two characters
        "清掃 公園"~5          these words with at most five others between
        name:講演会            only in names; also organizations:, departments:,
                               prose:, type:, form:, year:
        name:*                 whatever has a name
        name:あ..か            a range; also name:[あ TO か}, } leaves か out
        -- --help              words that look like options stand behind --

      Reports that have all words come first. Where these do not fill the page,
      those follow that have only some, or other words of the same or a near meaning
      (同義, 狭義, 関連, 広義), and are told apart. A year among the words
      (令和2年度 美術展) means the reports of that year as well, and a date
      (2024年2月17日) what took place then.

      An index of documents has the fields of its schema, with ranges of numbers,
      days and times: year:2000..2010, price:>=1.5, published:2023-04..; --type,
      --year, --since, --until, --department, --form and --organization are for
      reports.

      \(PeriodOptions.help)

      EXAMPLES:
        haskap search 町内会 清掃
        haskap search ボランティア --year 令和7 --type project
        haskap search 講演会 --year 2020-2023 --form 共催 --sort year
        haskap search 講座 --since 令和5年10月 --until 2024-03-15
        haskap search "" --department 生涯学習課 --csv > 生涯学習課.csv
        haskap search title:海 year:1990..2000 --sort year:desc --index Index/docs
        haskap search 海 --index Index/2024 --index Index/2025
        haskap search --queries queries.txt --index Index/docs > answers.jsonl
      """)

  @Argument(parsing: .allUnrecognized, help: "What to look for.")
  var words: [String] = []

  @OptionGroup var place: IndexesOptions

  @Option(
    help: "Only project, organization, activity or paragraph; in Japanese 事業, 団体, 活動 or 段落.",
    completion: .list(CivicType.allCases.map(\.rawValue)), transform: Choice.type)
  var type: [CivicType] = []

  @OptionGroup var time: PeriodOptions

  @Option(
    help: "Only this department; a part of its name is enough.",
    completion: NameCompletion.departments)
  var department: String?

  @Option(
    help: "Only this form: 共催, 後援 …; a part is enough.", completion: NameCompletion.forms)
  var form: String?

  @Option(
    help: "Only what this organization took part in, however it is spelled.",
    completion: NameCompletion.organizations)
  var organization: String?

  @Option(
    parsing: .unconditional,
    help: "How many answers to show. (default: 10; all with --json and --csv)")
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

  @Option(
    help: "A file with words of the same or a near meaning, beside those of the index.",
    completion: .file())
  var thesaurus: String?

  @Option(
    parsing: .unconditional,
    help: "How many seconds the answer may take; the exit status is 6 when it takes longer.")
  var timeout: Double?

  @Option(
    help: """
      A file with a query on each line, - for standard input; the answers are lines of JSON with \
      rank, match, id and score.
      """,
    completion: .file())
  var queries: String?

  @OptionGroup var export: ExportOptions

  @Flag(help: "Say how each score comes about.")
  var explain = false

  @Flag(help: "Say in which file, page and line each answer stands, and its id for haskap show.")
  var source = false

  func validate() throws {
    let options = words.prefix { $0 != "--" }
    if let option = options.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'; words that look so stand behind --")
    }
    guard queries == nil || words.isEmpty else {
      throw ValidationError("--queries and words exclude each other")
    }
    guard queries != nil || !task.isEmpty else {
      throw ValidationError("nothing to look for: give a word, or a filter such as --year")
    }
    guard limit ?? 0 >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take numbers from 0")
    }
    guard timeout.map(SearchTask.timeouts.contains) ?? true else {
      throw ValidationError("--timeout takes seconds above 0, at most 86400")
    }
  }

  func run() throws { try task.run() }

  var task: SearchTask {
    SearchTask(
      words: words, index: place.folder, types: type, time: time.text, department: department,
      form: form, organization: organization, limit: limit, offset: offset, sort: sort,
      thesaurus: thesaurus, timeout: timeout, queries: queries, json: export.json, csv: export.csv,
      explains: explain, showsSource: source)
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
