/// A city as a keyword of its records: an empty one would be found by no query.
enum CityKeyword {
  private static let nameless = "-"

  /// - Parameter city: empty where no report says which.
  static func keyword(_ city: String) -> String { city.isEmpty ? nameless : city }

  static func city(_ keyword: String) -> String { keyword == nameless ? "" : keyword }
}
