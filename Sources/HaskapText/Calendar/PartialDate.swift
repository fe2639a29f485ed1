/// A date known to the day, the month or only the year; written `2020-08-25`, `2020-08` or `2020`
/// (ISO 8601, Gregorian). Months and days count from 1.
public struct PartialDate: Hashable, Sendable {
  public var year: Int
  public var month: Int?
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  /// The Japanese fiscal year, which begins on 1 April. Nil for a bare year, which has two.
  public var fiscalYear: Int? {
    month.map { $0 < 4 ? year - 1 : year }
  }
}

extension PartialDate: CustomStringConvertible {
  public var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return ([String(year)] + [month, day].compactMap { $0.map(padded) }).joined(separator: "-")
  }
}

extension PartialDate: LosslessStringConvertible {
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), let year = parts[0], !parts.contains(nil) else {
      return nil
    }
    self.init(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }
}

extension PartialDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = PartialDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a date of the form 2020-08-25: \(text)")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
