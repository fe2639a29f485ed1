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
  /// What else the brackets say: `書面開催`, `234団体`.
  var label: String?
  /// Details beside the label: `238団体へ送付`.
  var remark: String?
  let text: String

  var countsPeople: Bool { unit == "人" || unit == "名" }

  init(_ text: String) {
    self.text = text
    let counts = Count.scan(text)
    if text.contains("中止"), !text.contains("一部中止"), !counts.contains(where: \.isPeople) {
      cancelled = true
      return
    }
    let people = Self.attendants(counts.filter(\.isPeople))
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
    participants = counts.reduce(0) { $0 + $1.number }
    self.unit = unit
    approximate = counts.contains(where: \.approximate)
    isTotal = counts.contains(where: \.isSum)
    countsAttendants = counts.contains { $0.before.contains("出席者") || $0.before.contains("参加者") }
  }

  /// A sum counts alone; else all who came, without those who held the event.
  private static func attendants(_ people: [Count]) -> [Count] {
    if let sum = people.last(where: \.isSum) { return [sum] }
    let guests = people.filter { !$0.isStaff }
    return guests.isEmpty ? people : guests
  }

  private func label(_ counts: [Count], beside used: [Count]) -> String? {
    let parts = text.split { "、，,".contains($0) }.map { Trimming.marks($0) }
    let plain = parts.filter { !$0.contains(where: \.isDigit) }
    let words = used.map(\.word)
    let others = counts.filter { !used.contains($0) && $0.isAttendance }
      .map { Trimming.marks($0.before) + $0.printed }
    let label = (plain + words + others).filter { !$0.isEmpty }.joined(separator: "、")
    return label.isEmpty ? nil : label
  }

  /// `書面開催、238団体へ送付` is held in writing; the rest is detail.
  private mutating func readWords(_ text: String) {
    var parts = text.split { "、，,".contains($0) }.map { Trimming.marks($0) }
    guard !parts.isEmpty else { return }
    label = parts.remove(at: parts.firstIndex { !$0.contains(where: \.isDigit) } ?? 0)
    if !parts.isEmpty { remark = parts.joined(separator: "、") }
  }
}
