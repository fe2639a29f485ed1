/// A name that is misspelt in a schema must not be passed over: what it says would silently not hold.
enum UnknownKeys {
  /// - Throws: `DecodingError` where an object has another key than these.
  static func refuse(in decoder: any Decoder, knowing known: [String]) throws {
    let keys = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
    guard let other = keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: decoder.codingPath,
        debugDescription: "there is no key '\(other)'; use \(known.joined(separator: ", "))"))
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
