/// Figures that stand for organizations: `80町内会`, `外18団体`, `計80団体`.
enum OrganizationCount {
  struct Others: Equatable {
    var name: String
    var printed: String
    var count: Int

    func group(_ role: Record.OrganizationMention.Role) -> Record.OrganizationMention {
      .init(name: printed, kind: .group, role: role, count: count)
    }
  }

  /// Splits `株式会社イワクラ外18団体` into the name and the rest that is only counted.
  static func others(_ item: String) -> Others? {
    guard let count = counted(item) else { return nil }
    let name = item.dropLast(count.printed.count)
    for word in ["その他", "ほか", "外", "他"] where Trimming.spaces(name).hasSuffix(word) {
      let rest = Trimming.marks(Trimming.spaces(name).dropLast(word.count))
      return Others(
        name: rest, printed: String(word + count.printed), count: count.number)
    }
    return nil
  }

  /// Splits `町内会・自治会 計80団体` into the name and how many there are.
  static func total(_ item: String) -> (name: String, count: Int)? {
    guard let count = counted(item) else { return nil }
    let name = Trimming.spaces(item.dropLast(count.printed.count))
    for word in ["合計", "計", "全"] where name.hasSuffix(word) {
      let rest = Trimming.marks(name.dropLast(word.count))
      return rest.isEmpty ? nil : (rest, count.number)
    }
    return nil
  }

  /// The figure at the end of an item, or at its start before generic words.
  static func counted(_ item: String) -> Count? {
    guard Count.mayEnd(item), let count = Count.scan(item).last, count.isAttendance,
      item.hasSuffix(count.printed)
    else {
      return nil
    }
    return count
  }
}
