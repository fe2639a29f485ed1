/// Whether two titles differ as a misprint does.
enum TitleDifference {
  /// Letters that make another event of an equal title: 春季大会 and 秋季大会, 男子 and 女子.
  private static let contrasts = Set("春夏秋冬前後上下東西南北男女小中高大新旧初午夜昼".unicodeScalars)

  /// - Parameter sharesDepartment: a short title is a misprint only when the department agrees.
  static func isMisprint(
    _ one: ProjectName, _ other: ProjectName, sharesDepartment: Bool
  ) -> Bool {
    let (short, long) = ordered(one.key, other.key)
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short.dropFirst(start).reversed(), long.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let missing = short[start..<(short.count - end)]
    let extra = long[start..<(long.count - end)]
    guard !(missing + extra).contains(where: isTelling) else { return false }
    if missing.isEmpty { return (1...3).contains(extra.count) && short.count >= 12 }
    guard missing.count == 1, extra.count == 1 else { return false }
    let sameEdition = !one.editions.isEmpty && one.editions == other.editions
    return short.count >= 10 || (short.count >= 7 && (sharesDepartment || sameEdition))
  }

  private static func ordered(
    _ one: String, _ other: String
  ) -> ([Unicode.Scalar], [Unicode.Scalar]) {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    return one.count <= other.count ? (one, other) : (other, one)
  }

  private static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || scalar.properties.numericType != nil || contrasts.contains(scalar)
  }
}
