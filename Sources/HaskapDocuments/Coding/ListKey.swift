/// The place of an element in a list, from 0.
struct ListKey: CodingKey {
  let place: Int
  var intValue: Int? { place }
  var stringValue: String { "\(place)" }

  init(_ place: Int) { self.place = place }
  init?(intValue: Int) { self.init(intValue) }
  init?(stringValue _: String) { nil }
}

extension FieldName {
  /// The name of the field at a coding path: `author.name`, and for each element of a list that of
  /// the list.
  static func joined(_ path: [any CodingKey]) -> String {
    path.filter { !($0 is ListKey) }.map { writable($0.stringValue) }.joined(separator: ".")
  }
}
