internal import Haskap

/// Records of one report and one city, which a build has set aside: so few that what is made of them takes
/// little memory.
struct RecordBlock: Sendable {
  let report: String
  /// As the records say it.
  let city: String?
  /// Where the first of them stands in its report.
  private let start: Int
  /// Hashes of the records' names.
  let names: [Int]
  private let place: SpillFile.Place

  private static let mostRecords = 256

  /// The records of one report in their order, of one city after the other.
  ///
  /// - Throws: `StorageError`.
  static func all(_ placed: [CityRecords.Placed], in file: SpillFile) throws -> [RecordBlock] {
    let cities = Dictionary(grouping: placed) { $0.record.municipality }.values
    return try cities.sorted { $0[0].place < $1[0].place }.flatMap { records in
      try stride(from: 0, to: records.count, by: mostRecords).map {
        try RecordBlock(records[$0...].prefix(mostRecords), in: file)
      }
    }
  }

  private init(_ placed: ArraySlice<CityRecords.Placed>, in file: SpillFile) throws {
    let first = placed[placed.startIndex]
    (report, city, start) = (first.report, first.record.municipality, first.place)
    names = placed.map(\.name.hashValue)
    place = try file.keep(placed.map { Row(place: $0.place, record: $0.record) })
  }

  /// - Throws: `StorageError`.
  func records(in file: SpillFile) throws -> [CityRecords.Placed] {
    try file.read([Row].self, place).map {
      CityRecords.Placed(record: $0.record, report: report, place: $0.place)
    }
  }

  /// As `CityRecords` orders its records.
  static func precedes(_ one: RecordBlock, _ other: RecordBlock) -> Bool {
    CityRecords.precedes((one.report, one.start), (other.report, other.start))
  }

  private struct Row: Packable {
    let place: Int
    let record: Record

    func pack(into writer: inout PackedWriter) { writer.write(place, record) }

    init(place: Int, record: Record) { (self.place, self.record) = (place, record) }

    init(from reader: inout PackedReader) throws(PackedError) {
      (place, record) = (try reader.read(), try reader.read())
    }
  }
}
