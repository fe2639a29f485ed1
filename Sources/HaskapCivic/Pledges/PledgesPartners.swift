/// Bodies outside the city hall that the work of a measure names: `…高等専門学校`, `…協議会`.
enum PledgesPartners {
  /// Endings of names that are never a department's.
  private static let endings = [
    "社会福祉協議会", "協議会", "高等専門学校", "大学", "商工会議所", "観光協会", "協会", "連盟", "組合", "財団", "株式会社",
  ]

  /// The names in one item of work, in order.
  static func names(in text: String) -> [String] {
    text.split { !isNameLetter($0) }.map(String.init).filter(isName)
  }

  /// A name goes on up to a particle or a mark.
  private static func isNameLetter(_ character: Character) -> Bool {
    character.isLetter && !("ぁ"..."ゖ" ~= character) || character == "ー"
  }

  /// A bare `協議会` names none; `社会福祉協議会` does, the city has one.
  private static func isName(_ text: String) -> Bool {
    endings.contains { text.hasSuffix($0) && (text.count > $0.count + 2 || text == "社会福祉協議会") }
      || text.hasSuffix("大学") && text.count > 3
  }
}
