internal import HaskapText

/// A stretch of time that a record tells of with the fiscal year of its report, as one number: what
/// a column keeps, so that the documents of a period are found without their records.
///
/// A number, from the lowest bit: 25 bits of the last day and 25 of the first, each as 20240217; a
/// bit that says that the fiscal year is known; 12 bits of that year. A record without dates has its
/// own time, else the days of its fiscal years.
struct RecordTime: Hashable {
  var fiscalYear: Int?
  /// The earliest day that the first may mean, and the latest that the last may.
  var first: Int
  var last: Int

  private init(_ fiscalYear: Int?, _ days: DateSpan) {
    self.fiscalYear = fiscalYear
    first = days.start.map { Self.bounded($0).firstOrdinal } ?? 0
    last = days.end.map { Self.bounded($0).lastOrdinal } ?? Self.most
  }

  private static let most = 1 << 25 - 1
  private static let years = 0...3000

  /// Whatever a file says: within what the numbers can hold.
  private static func bounded(_ date: PartialDate) -> PartialDate {
    func bounded(_ number: Int, _ range: ClosedRange<Int>) -> Int {
      min(max(number, range.lowerBound), range.upperBound)
    }
    return PartialDate(
      year: bounded(date.year, years), month: date.month.map { bounded($0, 1...12) },
      day: date.day.map { bounded($0, 1...31) })
  }

  /// All times of a record, or of what is told of one.
  static func all(of record: some Dated) -> [RecordTime] {
    let known = record.fiscalYears.filter(years.contains)
    let told = record.days.isEmpty ? [record.span].compactMap(\.self) : record.days
    let days = told.isEmpty ? known.map { YearSpan.fiscal($0).days } : told
    guard record.fiscalYear != nil, !known.isEmpty else { return days.map { RecordTime(nil, $0) } }
    return known.flatMap { year in days.map { RecordTime(year, $0) } }
  }

  /// From 1 April to 31 March, or longer: as numbers these are so far apart.
  var isWholeYear: Bool { last - first >= 2024_0331 - 2023_0401 }

  var number: Int64 {
    let year = fiscalYear.map { $0 << 1 | 1 } ?? 0
    return Int64(year << 50 | first << 25 | last)
  }

  init(number: Int64) {
    let bits = UInt64(bitPattern: number)
    fiscalYear = bits >> 50 & 1 == 1 ? Int(bits >> 51) : nil
    first = Int(bits >> 25) & Self.most
    last = Int(bits) & Self.most
  }
}
