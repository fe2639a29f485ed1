/// Bodies that the account of the work names as partners: `苫小牧市と連携し`, `…(株)と共催`.
///
/// Only names that cannot be a common noun count: a municipality, a name with its legal form, or one
/// in katakana that says none of the common things (`ソフトバンク`, not `ボランティアサークル`).
enum CouncilPartners {
  private static let verbs = ["と連携", "と協働し", "と協力し", "と共催", "から受託", "の受託"]
  private static let forms = [
    "株式会社", "有限会社", "(株)", "㈱", "(有)", "法人", "組合", "大学", "銀行", "信用金庫",
  ]

  static func names(in text: String) -> [String] {
    var names: [String] = []
    for verb in verbs {
      for range in text.ranges(of: verb) {
        let name = nameBefore(range.lowerBound, in: text)
        if isProper(name), !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// Back to the punctuation or particle before it.
  private static func nameBefore(_ end: String.Index, in text: String) -> String {
    let stops = Set("。、・※ 　,「」をがにはらでもの")
    let name = text[..<end].reversed().prefix { !stops.contains($0) }
    return String(name.reversed())
  }

  private static func isProper(_ name: String) -> Bool {
    guard name.count >= 3, !name.hasSuffix("等"), !name.contains("関係") else { return false }
    if let last = name.last, "市町村".contains(last) {
      return name.allSatisfy { "㐀"..."鿿" ~= $0 } && !"一二三四五各同他".contains(name.first ?? "一")
    }
    if name.count > 4, name.allSatisfy({ "ァ"..."ヺ" ~= $0 || $0 == "ー" }) {
      return !commonNouns.contains { name.contains($0) }
    }
    return forms.contains { name.contains($0) && name != $0 }
  }

  private static let commonNouns = [
    "ボラ", "サークル", "センター", "サロン", "コーディネ", "スタッフ", "メンバー", "グループ", "ネットワーク", "カフェ",
    "ヘルパー", "マネ", "リーダー", "クラブ", "スクール", "ワーカー", "サポーター", "コミュニティ",
  ]
}
