/// Numbers as people write them: 1,500, 1500円, ¥1500, 28.0℃.
package enum WrittenNumber {
  private static let currencies: [Character] = ["¥", "￥", "$", "€"]
  /// Only what cannot say more than the number alone, as 万 and 以上 do.
  private static let units: Set<Substring> = [
    "", "円", "人", "名", "件", "個", "本", "枚", "冊", "台", "回", "点", "歳", "才", "度", "°c", "℃", "%", "％",
    "番", "号", "巻", "位", "日", "月", "年", "頁", "ページ", "メートル", "キロ", "グラム",
  ]

  /// The figures alone; nil for what is no number.
  package static func figures(in text: String) -> String? {
    let hasCurrency = text.first.map(currencies.contains) == true
    let rest = hasCurrency ? text.dropFirst() : text[...]
    let number = rest.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
    guard units.contains(rest[number.endIndex...]) else { return nil }
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let digits = groups.first?.drop { "+-".contains($0) } ?? ""
    let areThousands = 1...3 ~= digits.count && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard groups.count == 1 || areThousands else { return nil }
    return groups.joined() + number.dropFirst(parts.first?.count ?? 0)
  }

  /// Nil where it has a fraction.
  package static func integer(_ text: String) -> Int64? {
    guard let figures = figures(in: text) else { return nil }
    let parts = figures.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isWhole = parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 == "0" } }
    return isWhole ? parts.first.flatMap { Int64($0) } : nil
  }
}
