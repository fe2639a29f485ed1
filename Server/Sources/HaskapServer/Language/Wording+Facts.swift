import HaskapCivic
import HaskapText

/// Years, dates and numbers as the language writes them.
extension Wording {
  private var isJapanese: Bool { language == .ja }

  /// 令和5年度（2023年度）, or FY2023; a run as its ends.
  func years(_ years: [Int]) -> String {
    guard let first = years.first, let last = years.last else { return self["year.unknown"] }
    if isJapanese { return YearSpan(first: first, last: last, kind: .fiscal).description }
    return first == last ? "FY\(first)" : "FY\(first)–\(last)"
  }

  /// For a narrow place: 令和5（2023）, or 2023.
  func shortYear(_ year: Int) -> String {
    guard isJapanese,
      let era = Era.inForce(on: PartialDate(year: year, month: 8, day: 1))
    else { return String(year) }
    return "\(era.printed(westernYear: year))（\(year)）"
  }

  /// （12） behind a name, or (12).
  func aside(_ text: String) -> String { isJapanese ? "（\(text)）" : " (\(text))" }

  func date(_ date: PartialDate) -> String { isJapanese ? date.wareki : date.description }

  func dates(_ occurrence: Record.Occurrence) -> String {
    [occurrence.start, occurrence.end].compactMap { $0.map(date) }
      .joined(separator: isJapanese ? "～" : " – ")
  }

  /// 約1,200人; any other unit than that of people is the report's own.
  func people(_ occurrence: Record.Occurrence) -> String? {
    occurrence.participants.map { number in
      let about = occurrence.approximate == true ? self["about.prefix"] : ""
      let unit = occurrence.unit.flatMap { ["人", "名"].contains($0) && !isJapanese ? nil : $0 }
      return about + number.grouped + (unit ?? self["people.unit"])
    }
  }

  /// The sum where a report has no total.
  func people(_ record: Record) -> String? {
    record.participants.map { people($0, approximate: record.areParticipantsApproximate) }
  }

  func people(_ number: Int, approximate: Bool) -> String {
    (approximate ? self["about.prefix"] : "") + number.grouped + self["people.unit"]
  }

  /// On one line: dates, what it was called, participants.
  func occurrence(_ one: Record.Occurrence) -> String {
    let parts = [
      dates(one), one.label ?? "", people(one) ?? "",
      one.cancelled == true && !one.isPaused ? self["cancelled"] : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Why nothing of these was held.
  func off(_ occurrences: [Record.Occurrence]) -> String {
    self[occurrences.arePaused ? "paused" : "cancelled"]
  }

  func mention(_ one: Record.OrganizationMention) -> String {
    let count = one.count.flatMap { number in
      one.name.contains(String(number)) ? nil : aside(number.grouped)
    }
    return one.name + (count ?? "") + (one.others == true ? self["others"] : "")
  }

  /// Where a record stands: 2023.pdf 3ページ 12行.
  func source(_ record: Record) -> String {
    let parts = [
      PublicPath.of(record.file ?? record.document),
      record.sheet.map { self("source.sheet", ["name": $0]) },
      record.page.map { self("source.page", ["n": String($0)]) },
      self("source.line", ["n": String(record.line)]),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// 参加支援 10件
  func result(_ one: Record.Result) -> String {
    let number = one.value.map { Int(exactly: $0).map(\.grouped) ?? String($0) } ?? ""
    let amount = number.isEmpty ? "" : number + (one.unit ?? "")
    return [one.label, amount].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Int {
  /// With commas: 13,889.
  var grouped: String {
    let digits = Array(String(magnitude))
    let groups = digits.indices.map { place in
      place > 0 && (digits.count - place) % 3 == 0 ? ",\(digits[place])" : String(digits[place])
    }
    return (self < 0 ? "-" : "") + groups.joined()
  }
}
