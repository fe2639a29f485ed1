/// The counters that make a number a figure. `町`, `号`, `階` and `層` are names, not counts.
enum FigureUnit {
  /// Longer ones first, so that `世帯` is not taken for another counter's beginning.
  static let all: [[Character]] = [
    "サークル", "グループ", "事業所", "チーム", "クラス", "ケース", "町内会", "箇所", "カ所", "ヵ所", "ヶ所", "ケ所",
    "か所", "個所", "世帯", "学級", "団体", "作品", "家族", "講座", "店舗", "施設", "時間", "種類", "千円", "万円", "億円", "件",
    "回", "人", "名", "部", "円", "日", "校", "園", "組", "食", "匹", "頭", "羽", "枚", "冊", "台", "個", "本", "着",
    "袋",
    "社", "点", "票", "便", "通", "席", "kg", "km", "㎏", "％", "%",
  ].sorted { $0.count > $1.count }.map(Array.init)

  static let people: Set<String> = ["人", "名"]

  /// The counter at a place in the text.
  static func match(_ text: [Character], at index: Int) -> [Character]? {
    all.first { text[index...].starts(with: $0) }
  }
}
