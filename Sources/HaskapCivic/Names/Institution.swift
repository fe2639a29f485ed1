/// A school or hospital named behind the body that runs it: `独立行政法人国立高等専門学校機構
/// 苫小牧工業高等専門学校`.
///
/// The body's name says what it runs, so that two bodies side by side are not taken for one:
/// `北海道立総合研究機構 室蘭工業大学` are two.
enum Institution {
  /// The kinds that are known by their own names, with what their owners call them.
  private static let kinds = [
    ("高等専門学校", "高等専門学校"), ("高専", "高等専門学校"), ("大学", "大学"), ("病院", "病院"),
  ]
  private static let ownerEndings = ["機構", "大学法人"]

  /// The owner and the institution; nil where the name is not made of both.
  static func split(_ name: String) -> (owner: String, institution: String)? {
    for ending in ownerEndings {
      guard name.contains(ending), let end = name.firstRange(of: ending)?.upperBound else {
        continue
      }
      let (owner, institution) = (name[..<end].trimmed, name[end...].trimmed)
      if owns(owner, institution) { return (owner, institution) }
    }
    return nil
  }

  /// True where the first is a body that runs the second.
  static func owns(_ owner: String, _ institution: String) -> Bool {
    guard ownerEndings.contains(where: owner.hasSuffix), institution.count >= 4,
      LegalFormWords.prefix(of: institution) == nil, !LegalFormWords.isForm(owner)
    else { return false }
    return kinds.contains { institution.hasSuffix($0.0) && owner.contains($0.1) }
  }
}
