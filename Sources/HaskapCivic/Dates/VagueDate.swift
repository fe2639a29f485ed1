/// Words that tell when without a day: they are kept as text.
enum VagueDate {
  private static let words = [
    "通年", "年間", "毎", "随時", "不定期", "未定", "上旬", "中旬", "下旬", "初旬", "春", "夏", "秋", "冬", "常時", "常設",
    "適宜", "定期", "隔週", "隔月", "週", "月", "年", "期", "中止", "未実施", "延期", "休止", "休会", "開催なし", "調整中", "終日",
    "平日",
    "曜", "祝日", "休日", "学期",
  ]

  static func isKnown(_ text: String) -> Bool { words.contains(where: text.contains) }
}
