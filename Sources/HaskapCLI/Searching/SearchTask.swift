import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments

/// What `haskap search` was asked, as it was typed, and how it is answered.
struct SearchTask: Equatable {
  /// Answers on a screen.
  private static let page = 10
  /// In seconds.
  static let timeouts = Double.leastNonzeroMagnitude...86_400

  var words: [String] = []
  var index = IndexFolder.standard
  var types: [CivicType] = []
  var time = PeriodText()
  var department: String?
  var form: String?
  var organization: String?
  var limit: Int?
  var offset = 0
  var sort = "relevance"
  var thesaurus: String?
  var timeout: Double?
  /// A file of queries, which stands in place of the words.
  var queries: String?
  var json = false
  var csv = false
  var explains = false
  var showsSource = false

  /// Answers, and ends the process.
  func run() throws {
    guard let timeout else { return try answer() }
    try TimeLimit.run(.seconds(timeout), answer)
  }

  private func answer() throws {
    try index.askReader { reader in
      if let queries {
        try searchAll(queries, in: reader)
      } else if CivicIndex.isCivic(reader) {
        try searchReports(in: reader)
      } else {
        try searchDocuments(in: reader)
      }
    }
  }

  private func searchReports(in reader: IndexReader) throws {
    var (answer, hits) = try CivicIndex(reader).pendingSearch(try request)
    let output = Output()
    if json {
      answer.notes = answer.notes.map(retold)
      try output.line(answer, hits)
    } else if csv {
      try RecordTables.hits.write(hits, to: output)
    } else {
      answer.hits = try hits.made()
      AnswerPrinter(output: output, showsSource: showsSource).print(answer)
    }
    output.flush()
    exit(isFound: answer.exactTotal > 0)
  }

  /// Whether there is neither a word nor a filter.
  var isEmpty: Bool {
    let named = [department, form, organization].contains { $0 != nil }
    let hasFilter = named || !types.isEmpty || time.isGiven
    return !hasFilter && query.allSatisfy(\.isWhitespace)
  }

  /// All words; the `--` that stands before those that look like options is none.
  private var query: String {
    var words = words
    if let mark = words.firstIndex(of: "--") { words.remove(at: mark) }
    return words.dropFirst().reduce(words.first ?? "") { $0 + " " + $1 }
  }

  private var request: CivicRequest {
    get throws {
      var request = CivicRequest()
      request.query = query
      request.types = types
      request.period = try time.period
      request.department = department
      request.form = form
      request.organization = organization
      (request.limit, request.offset) = (limit ?? (json || csv ? .max : Self.page), offset)
      (request.countsAll, request.fillsPage) = (json, limit != nil)
      request.sort = try Choice.sort(sort)
      request.explains = explains
      request.snippetColumns = AnswerPrinter.columns - 12
      request.thesaurus = try thesaurus.map {
        ThesaurusFile(path: $0, text: try TextFile.read($0))
      }
      return request
    }
  }
}

extension SearchTask {
  /// Ends the process while the index is open: the kernel takes back at once what unmapping would
  /// give file by file.
  private func exit(isFound: Bool) -> Never {
    CLibrary.exit((isFound ? ExitStatus.found : .nothingFound).rawValue)
  }
}

/// The same for documents of any schema.
extension SearchTask {
  private func searchDocuments(in reader: IndexReader) throws {
    try refuseCivicOptions()
    var request = try request(query, in: reader)
    request.explains = explains
    request.tellsFiles = showsSource || json
    request.snippetColumns = AnswerPrinter.columns - 12
    var (answer, hits) = try DocumentSearch(request, in: reader).pendingAnswer()
    let output = Output()
    if json {
      answer.notes = answer.notes.map(retold)
      try output.line(answer, hits)
    } else if csv {
      try DocumentTable(reader.schema).write(hits, to: output)
    } else {
      answer.hits = try hits.made()
      DocumentPrinter(output: output, shape: DocumentShape(reader.schema)).print(answer)
    }
    output.flush()
    exit(isFound: answer.exactTotal > 0)
  }

  func request(_ query: String, in reader: IndexReader) throws -> DocumentRequest {
    var request = DocumentRequest(query)
    request.limit = limit ?? (json || csv ? .max : Self.page)
    request.offset = offset
    request.sort = try .init(sort, schema: reader.schema)
    return request
  }

  func refuseCivicOptions() throws {
    let given = [
      ("--type", !types.isEmpty), ("--year", time.year != nil), ("--since", time.since != nil),
      ("--until", time.until != nil), ("--department", department != nil), ("--form", form != nil),
      ("--organization", organization != nil), ("--thesaurus", thesaurus != nil),
    ]
    guard let option = given.first(where: \.1)?.0 else { return }
    throw UserError(
      description: "\(option) is for indexes of reports, and \(index.path) holds other "
        + "documents; name a field in the query instead, as year:2000..2010")
  }
}
