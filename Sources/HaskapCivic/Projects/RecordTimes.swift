internal import HaskapText

/// When each record of a city was, and how many took part: what lists ask of all records at once, in a few
/// arrays where `RecordFacts` has several for each record.
struct RecordTimes: Sendable {
  private let fiscalYears: [Int?]
  private let participants: [Int?]
  /// The records of whose participants a number is printed with 約.
  private let approximate: Set<Int>
  /// The first record of the holding that each is of: two lists may have one holding.
  private let holdings: [Int]
  /// As `RecordTime` has them, of one record after the other, and where those of each end.
  private let numbers: [Int]
  private let ends: [Int]

  /// - Parameters:
  ///   - projects: of the same records.
  ///   - approximate: the records of whose participants a number is printed with 約.
  init(_ facts: [RecordFacts], _ projects: ProjectCatalog, approximate: Set<Int>) {
    var holdings = Array(facts.indices)
    for holding in projects.series.lazy.flatMap(\.years).flatMap(\.holdings) {
      for record in holding.records { holdings[record] = holding.records[0] }
    }
    (self.holdings, self.approximate) = (holdings, approximate)
    (fiscalYears, participants) = (facts.map(\.fiscalYear), facts.map(\.participants))
    let times = facts.map { RecordTime.all(of: $0).uniqued.map { Int($0.number) } }
    numbers = times.flatMap(\.self)
    ends = times.reduce(into: []) { $0.append(($0.last ?? 0) + $1.count) }
  }

  var count: Int { fiscalYears.count }

  func fiscalYear(of record: Int) -> Int? { fiscalYears[record] }
  func participants(of record: Int) -> Int? { participants[record] }
  func isApproximate(_ record: Int) -> Bool { approximate.contains(record) }
  func holding(of record: Int) -> Int { holdings[record] }

  /// Of every record whether it lies in years, and in days, as `Dated` says it.
  func areWithin(_ years: YearSpan?, _ days: DateSpan?) -> [Bool] {
    let (years, days) = (years.map { TimeBounds(years: $0) }, days.map { TimeBounds(days: $0) })
    var start = 0
    return ends.map { end in
      let own = numbers[start..<end].lazy.map { RecordTime(number: Int64($0)) }
      start = end
      return (years.map { own.contains(where: $0.hold) } ?? true)
        && (days.map { own.contains(where: $0.hold) } ?? true)
    }
  }
}

extension RecordTimes: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(fiscalYears, participants, approximate.sorted(), holdings, numbers, ends)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (fiscalYears, participants) = (try reader.read(), try reader.read())
    approximate = Set(try reader.read([Int].self))
    (holdings, numbers, ends) = (try reader.read(), try reader.read(), try reader.read())
    try reader.require(
      participants.count == count && holdings.count == count && ends.count == count
        && ends.last ?? 0 == numbers.count
        && zip([0] + ends, ends).allSatisfy(<=))
  }
}
