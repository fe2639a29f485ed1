/// A Japanese era. Years count from 1 in the year the era began.
public enum Era: String, CaseIterable, Sendable, Codable {
  case meiji = "明治"
  case taisho = "大正"
  case showa = "昭和"
  case heisei = "平成"
  case reiwa = "令和"

  /// The Western year of the era's first year.
  public var firstYear: Int {
    switch self {
    case .meiji: 1868
    case .taisho: 1912
    case .showa: 1926
    case .heisei: 1989
    case .reiwa: 2019
    }
  }

  /// The Western year of a year of this era: 令和5 is 2023.
  public func westernYear(_ year: Int) -> Int { firstYear + year - 1 }
}
