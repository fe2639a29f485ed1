/// How what is made of each city's records becomes one for several cities: records are counted on
/// from city to city.
struct CityPart<Value> {
  var value: Value
  /// The number of the city's first record.
  var base: Int
  /// What tells things of one name apart; nil where there is but one city.
  var label: String?

  /// An id that no other city has.
  func id(_ own: String) -> String { label.map { "\(own)@\($0)" } ?? own }
}
