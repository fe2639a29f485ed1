/// What comparisons of years ask of a record: how it is listed.
struct ListedRecord: Sendable {
  let fiscalYear: Int?
  let form: ReportForm
  /// The year since which it has been held, by what the report says.
  let since: Int?
  let repetition: Record.Implementation.Kind?
  /// The least number of the edition that its name has.
  let edition: Int?
  /// The number of its project.
  let project: Int?

  private init(_ facts: RecordFacts, project: Int?) {
    (fiscalYear, form) = (facts.fiscalYear, facts.form)
    (since, repetition, edition) = (facts.since, facts.repetition, facts.edition)
    self.project = project
  }

  static func all(_ facts: [RecordFacts], of projects: [ComparedProject]) -> [ListedRecord] {
    var numbers = [Int?](repeating: nil, count: facts.count)
    for project in projects {
      for record in project.records where numbers.indices.contains(record) {
        numbers[record] = project.number
      }
    }
    return zip(facts, numbers).map { ListedRecord($0, project: $1) }
  }
}

extension ListedRecord: Packable {
  private static let repetitions: [Record.Implementation.Kind] = [
    .annual, .singleYear, .biennial, .other, .none,
  ]

  /// Numbers alone, since there may be hundreds of thousands.
  func pack(into writer: inout PackedWriter) {
    let repetition = repetition.flatMap { Self.repetitions.firstIndex(of: $0) }
    writer.write(fiscalYear, form, since, repetition, edition, project)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (fiscalYear, form, since) = (try reader.read(), try reader.read(), try reader.read())
    let number: Int? = try reader.read()
    try reader.require(number.map(Self.repetitions.indices.contains) ?? true)
    repetition = number.map { Self.repetitions[$0] }
    (edition, project) = (try reader.read(), try reader.read())
  }
}
