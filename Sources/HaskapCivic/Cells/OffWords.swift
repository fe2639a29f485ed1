/// Words that say that nothing took place, and what stands beside them where it did: 中止せず実施,
/// 中止の場合は9月8日, 当初中止予定.
enum OffWords {
  private static let words =
    [
      "中止", "見送", "取りやめ", "取り止め", "取止め", "とりやめ", "未実施", "未開催", "実施なし", "開催なし", "実施せず", "開催せず",
    ] + pauses
  private static let before = ["一部", "場合は", "場合", "時は", "ときは", "際は"]
  private static let behind = [
    "せず", "しない", "しな", "とせず", "とはせず", "としな", "にせず", "にしな", "とならず", "とならな", "にならず", "にならな", "の場合",
    "する場合", "となった場合", "になった場合", "の時", "のとき", "の際", "予定", "を予定", "も検討", "を検討", "の検討", "の声", "でなく",
    "ではな", "の可能性", "のおそれ", "の恐れ", "を避け", "を免れ",
  ]

  /// Words of what is not held for a time, which is not called off.
  private static let pauses = ["休止", "休会"]

  /// The word by which a text says that something is not held for a time. What stands in brackets counts
  /// by itself: 中止（休止中） is paused, 休止のうえ中止 was called off.
  static func pause(in text: String) -> String? {
    text.split { "（(".contains($0) }.lazy.filter { !$0.contains("中止") }
      .compactMap { part in pauses.first { part.contains($0) } }.first
  }

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
