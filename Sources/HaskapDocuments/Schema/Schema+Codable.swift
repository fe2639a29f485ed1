public import Haskap
internal import HaskapText

/// A schema file.
extension Schema: Codable {
  private enum Key: String, CodingKey { case fields, key, words }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    try self.init(
      values.decode([Field].self, forKey: .fields),
      key: values.decodeIfPresent(String.self, forKey: .key),
      words: values.decodeIfPresent([UserWord].self, forKey: .words) ?? [])
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(fields, forKey: .fields)
    try values.encodeIfPresent(key, forKey: .key)
    if !words.isEmpty { try values.encode(words, forKey: .words) }
  }
}
