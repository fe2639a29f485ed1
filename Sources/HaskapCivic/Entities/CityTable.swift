/// The cities of an index, and the numbers of their records: those of the first city come first.
struct CityTable: Sendable {
  struct City: Sendable, Equatable {
    /// Empty for records that do not say what city they are of.
    var name: String
    var records: Int
    /// Words for the analyzer that its names give.
    var words: [String]
  }

  /// In the order of their names.
  let cities: [City]
  /// The number of each city's first record, and the number of all records.
  private let bases: [Int]

  init(_ cities: [City]) {
    self.cities = cities
    bases = cities.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.records) }
  }

  var recordCount: Int { bases[cities.count] }
  var all: [Int] { Array(cities.indices) }

  func base(of city: Int) -> Int { bases[city] }

  /// The city of a record, by the record's number.
  func city(of record: Int) -> Int { bases.lastPlace(notAbove: record) }

  /// What tells things of one name apart; nil where there is but one city.
  func label(of city: Int) -> String? {
    let name = cities[city].name
    return cities.count > 1 && !name.isEmpty ? name : nil
  }
}

extension CityTable.City: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(name, records, words) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(name: try reader.read(), records: try reader.read(), words: try reader.read())
  }
}
