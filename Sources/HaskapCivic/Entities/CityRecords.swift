internal import Haskap

/// The records of one city, in the order of the reports and in each report's own.
///
/// Who is who, the projects through the years and what changed from year to year are told of a city
/// at a time: reports of others make no difference to them.
struct CityRecords: Sendable {
  /// A record, and where it stands among those of its report.
  struct Placed: Sendable {
    private(set) var shared: SharedRecord
    /// The report's path.
    let report: String
    let place: Int

    init(record: Record, report: String, place: Int) {
      (shared, self.report, self.place) = (SharedRecord(record), report, place)
    }

    var record: Record {
      _read { yield shared.value }
      set { shared = SharedRecord(newValue) }
    }

    var name: String { record.id ?? record.citation }
  }

  /// Empty for records that do not say what city they are of.
  let city: String
  /// Sorted.
  let placed: [Placed]

  var records: RecordList { RecordList(placed.map(\.shared)) }

  /// What a record is called whose name others have had before it.
  static func repeated(_ name: String, _ count: Int) -> String { "\(name)~\(count)" }

  /// Those of all cities, in the order of the cities' names.
  ///
  /// - Parameter onlyCity: whose the records are that do not say so.
  static func grouped(_ placed: [Placed], onlyCity: String?) -> [CityRecords] {
    Dictionary(grouping: placed) { $0.record.municipality ?? onlyCity ?? "" }
      .sorted { $0.key < $1.key }
      .map {
        CityRecords(
          city: $0.key,
          placed: $0.value.sorted { precedes(($0.report, $0.place), ($1.report, $1.place)) })
      }
  }

  /// The city that alone is named; nil where there are several, or none.
  static func onlyCity(_ cities: some Sequence<String?>) -> String? {
    let named = Set(cities.compactMap(\.self)).subtracting([""])
    return named.count == 1 ? named.first : nil
  }

  /// The order of a city's records: by report, and place in it.
  static func precedes(
    _ one: (report: String, place: Int), _ other: (report: String, place: Int)
  ) -> Bool {
    // Paths that Swift takes for the same are two reports.
    (one.report, ExactString(one.report), one.place)
      < (other.report, ExactString(other.report), other.place)
  }
}
