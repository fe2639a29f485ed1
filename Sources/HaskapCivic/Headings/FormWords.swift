/// Words for how the city took part in a project.
enum FormWords {
  /// What plans say of one beside its name.
  static let states: Set<String> = ["新規", "重点", "拡充", "継続", "再掲"]

  private static let words = [
    "後援", "共催", "協賛", "協力", "主催", "委託", "補助", "実行委員会", "連携", "支援", "事業協力",
  ]

  /// True of `後援`, `共催事業`: what brackets behind a name say; `主催：清流の会` names who did it.
  static func begin(_ text: String) -> Bool {
    text.count <= 12 && !text.contains { ":：".contains($0) }
      && text.split(whereSeparator: \.isWhitespace).allSatisfy { part in
        words.contains { part.hasPrefix($0) }
      }
  }
}
