internal import HaskapText

/// What brackets after a date say: who came, how, or that nothing took place.
struct Attendance: Equatable {
  var participants: Int?
  var unit: String?
  var approximate = false
  var cancelled = false
  /// True of a figure said to be a sum: 延べ, 計.
  var isTotal = false
  /// True where people are called attendants: 出席者, 参加者.
  var countsAttendants = false
  /// True of a figure that holds for each of several dates: `各20名`.
  var isEach = false
  /// True of `10～20人`: that people came, and not how many.
  var isUncertain = false
  /// What else the brackets say: `書面開催`, `234団体`.
  var label: String?
  /// Details beside the label: `238団体へ送付`.
  var remark: String?
  let text: String

  var countsPeople: Bool { unit == "人" || unit == "名" }
  /// The unit of how often a film was seen, which adds no people.
  static let views = "回"
  var countsViews: Bool { unit == Self.views }

  init(_ text: String) {
    self.text = text
    let counts = Count.scan(text)
    if OffWords.say(text), !counts.contains(where: \.isPeople) {
      cancelled = true
      label = OffWords.pause(in: text)
      return
    }
    let named = counts.filter(\.isPeople)
    if named.contains(where: \.isUncertain) {
      (label, isUncertain) = (text, true)
      return
    }
    if !named.isEmpty, named.allSatisfy(\.isPart) {
      label = text
      return
    }
    let people = Self.attendants(named)
    if let first = people.first {
      take(people, unit: first.unit)
      label = label(counts, beside: people)
    } else if let other = counts.first(where: \.isAttendance) {
      take([other], unit: other.unit)
      label = label(counts, beside: [other])
    } else {
      readWords(text)
    }
  }

  private mutating func take(_ counts: [Count], unit: String) {
    participants = counts.map(\.number).saturatedSum
    self.unit = unit
    approximate = counts.contains(where: \.approximate)
    isTotal = counts.contains(where: \.isSum)
    isEach = counts.count == 1 && counts.contains(where: \.isEach)
    countsAttendants = counts.contains { $0.before.contains("出席者") || $0.before.contains("参加者") }
  }

  /// A sum counts alone; else all who came, without those who held the event.
  private static func attendants(_ people: [Count]) -> [Count] {
    if let sum = people.last(where: \.isSum) { return [sum] }
    let whole = people.enumerated().filter { $0.offset == 0 || !$0.element.isPart }.map(\.element)
    let guests = whole.filter { !$0.isStaff }
    return guests.isEmpty ? whole : guests
  }

  private func label(_ counts: [Count], beside used: [Count]) -> String? {
    let parts = Self.parts(text)
    let plain = parts.filter { !$0.contains(where: \.isDigit) }
    let words = used.map(\.word)
    let taken = Set(used)
    let others = counts.filter { !taken.contains($0) && $0.isAttendance }
      .map { Trimming.marks($0.before.filter { !"（(".contains($0) }) + $0.printed }
    let label = (plain + words + others).filter { !$0.isEmpty }.joined(separator: "、")
    return label.isEmpty ? nil : label
  }

  /// The words between commas, which are none inside a number.
  private static func parts(_ text: String) -> [String] {
    let characters = Array(text)
    var parts = [""]
    for (index, character) in characters.enumerated() {
      let isInNumber =
        index > 0 && characters[index - 1].isDigit
        && characters[(index + 1)...].first?.isDigit == true
      if "、，,".contains(character), !isInNumber {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { Trimming.marks($0) }.filter { !$0.isEmpty }
  }

  /// `書面開催、238団体へ送付` is held in writing; the rest is detail.
  private mutating func readWords(_ text: String) {
    var parts = Self.parts(text)
    guard let place = parts.firstIndex(where: { !$0.contains(where: \.isDigit) }) else {
      label = parts.isEmpty ? nil : parts.joined(separator: "、")
      return
    }
    label = parts.remove(at: place)
    if !parts.isEmpty { remark = parts.joined(separator: "、") }
  }
}
