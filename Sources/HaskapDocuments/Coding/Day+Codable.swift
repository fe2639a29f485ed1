public import Haskap

/// A day as its text: `"2023-08-22"`.
extension Day: Codable {
  /// - Throws: `DecodingError` for a text that is no day.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "'\(text)' is no day such as 2023-08-22"))
    }
    self = day
  }

  /// - Throws: as the encoder.
  public func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    try value.encode(description)
  }
}
