public import Haskap
internal import HaskapText

/// A schema file.
extension Schema: Codable {
  private enum Key: String, CodingKey, CaseIterable { case fields, key, words }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    try UnknownKeys.refuse(in: decoder, knowing: Key.allCases.map(\.rawValue))
    if values.contains(.words) {
      try Self.checkKeys(ofWords: values.nestedUnkeyedContainer(forKey: .words))
    }
    try self.init(
      values.decode([Field].self, forKey: .fields),
      key: values.decodeIfPresent(String.self, forKey: .key),
      words: values.decodeIfPresent([UserWord].self, forKey: .words) ?? [])
  }

  /// Words are texts, or objects with more to say.
  private static func checkKeys(ofWords words: any UnkeyedDecodingContainer) throws {
    var words = words
    while !words.isAtEnd {
      let decoder = try words.superDecoder()
      let isText = (try? decoder.singleValueContainer().decode(String.self)) != nil
      if !isText { try UnknownKeys.refuse(in: decoder, knowing: ["text", "cost", "reading"]) }
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(fields, forKey: .fields)
    try values.encodeIfPresent(key, forKey: .key)
    if !words.isEmpty { try values.encode(words, forKey: .words) }
  }
}
