/// A range of a field's values, as typed. A bound that is nil is open.
public struct QueryRange: Equatable, Sendable {
  public var lower: String?
  public var upper: String?
  public var includesLower: Bool
  public var includesUpper: Bool

  public init(
    _ lower: String?, _ upper: String?, includesLower: Bool = true, includesUpper: Bool = true
  ) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  /// The range that a word behind `name:` stands for; nil for other texts.
  init?(typed text: String) {
    guard let range = QueryRange(dotted: text) ?? QueryRange(compared: text) else { return nil }
    self = range
  }

  /// The range that two dots stand for, as in `a..b`, `a..` and `..b`; nil for other texts.
  init?(dotted text: String) {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let ends = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    guard ends != ("", "") else { return nil }
    self.init(ends.0.isEmpty ? nil : ends.0, ends.1.isEmpty ? nil : ends.1)
  }

  /// The range that a sign of comparison begins, as in `>=1.5` and `＜5`; nil for other texts.
  init?(compared text: String) {
    let found = Self.signs.first { text.hasPrefix($0.sign) }
    guard let found else { return nil }
    let bound = String(text.dropFirst(found.sign.count))
    guard !bound.isEmpty, !bound.contains(where: { "<>＜＞".contains($0) }) else { return nil }
    self.init(
      found.isLower ? bound : nil, found.isLower ? nil : bound,
      includesLower: !found.isLower || found.includes,
      includesUpper: found.isLower || found.includes)
  }

  private static let signs: [(sign: String, isLower: Bool, includes: Bool)] = [
    (">=", true, true), ("＞＝", true, true), ("≧", true, true), ("≥", true, true),
    ("<=", false, true), ("＜＝", false, true), ("≦", false, true), ("≤", false, true),
    (">", true, false), ("＞", true, false), ("<", false, false), ("＜", false, false),
  ]

  /// The other way round, where it ends before it begins.
  var turned: String? {
    guard let lower, let upper else { return nil }
    if let first = Double(lower), let last = Double(upper), first <= last { return nil }
    return lower > upper ? "\(upper)..\(lower)" : nil
  }

  /// The range with two dots; nil when it leaves out an end.
  public var dotted: String? {
    includesLower && includesUpper ? "\(lower ?? "")..\(upper ?? "")" : nil
  }
}
