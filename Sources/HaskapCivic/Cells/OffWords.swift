/// Words that say that nothing took place, and what stands beside them where it did: 中止せず実施,
/// 中止の場合は9月8日, 当初中止予定.
enum OffWords {
  private static let words = [
    "中止", "見送", "取りやめ", "取り止め", "取止め", "とりやめ", "未実施", "未開催", "実施なし", "開催なし", "実施せず", "開催せず",
    pause,
  ]
  private static let before = ["一部", "場合は", "場合", "時は", "ときは", "際は"]
  private static let behind = [
    "せず", "しない", "しな", "とせず", "とはせず", "としな", "にせず", "にしな", "とならず", "とならな", "にならず", "にならな", "の場合",
    "する場合", "となった場合", "になった場合", "の時", "のとき", "の際", "予定", "を予定", "も検討", "を検討", "の検討", "の声", "でなく",
    "ではな", "の可能性", "のおそれ", "の恐れ", "を避け", "を免れ",
  ]

  /// The word of what is not held for a time, which is not called off.
  static let pause = "休止"

  static func sayPause(_ text: String) -> Bool { text.contains(pause) && !text.contains("中止") }

  static func say(_ text: String) -> Bool {
    words.contains { word in
      guard text.contains(word) else { return false }
      var rest = text[...]
      while let place = rest.firstRange(of: word) {
        let isMeant =
          !before.contains(where: text[..<place.lowerBound].hasSuffix)
          && !behind.contains(where: text[place.upperBound...].hasPrefix)
        if isMeant { return true }
        rest = text[place.upperBound...]
      }
      return false
    }
  }
}
