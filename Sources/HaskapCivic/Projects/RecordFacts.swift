public import HaskapText

/// What answers ask of every record, without the record: for a period, and for what changed from year
/// to year.
public struct RecordFacts: Sendable {
  public var fiscalYear: Int?
  /// All that the record tells of.
  public var fiscalYears: [Int]
  public var form: ReportForm
  /// The year since which it has been held, by what the report says.
  public var since: Int?
  /// How often it is held, by what the report says.
  public var repetition: Record.Implementation.Kind?
  /// The how-manieth time it is held, by its name: 3 of 第3回リサイクル川柳.
  public var edition: Int?
  public var participants: Int?
  /// The time that its report covers, where that is more than one fiscal year.
  public var span: DateSpan?
  /// When each of its occurrences was; nil where it has no date.
  public var occurrences: [DateSpan?]

  public init(_ record: Record) {
    (fiscalYear, fiscalYears, form) = (record.fiscalYear, record.fiscalYears, record.form)
    since = record.implementation?.since
    repetition = record.implementation?.kind
    edition = EditionMarks(record.name).numbers.min()
    (participants, span) = (record.participants, record.span)
    occurrences = record.occurrences.map(\.days)
  }
}

extension RecordFacts: Dated {
  var days: [DateSpan] { occurrences.compactMap(\.self) }
}

extension RecordFacts: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(fiscalYear, fiscalYears, form, since, repetition, edition, participants, span)
    writer.write(occurrences)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    fiscalYear = try reader.read()
    fiscalYears = try reader.read()
    form = try reader.read()
    since = try reader.read()
    repetition = try reader.read()
    (edition, participants, span) = (try reader.read(), try reader.read(), try reader.read())
    occurrences = try reader.read()
  }
}

extension Record.Implementation.Kind: Packable {}
