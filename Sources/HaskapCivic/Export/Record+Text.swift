internal import HaskapDocuments
package import HaskapText

extension Record.Occurrence {
  /// 令和5年8月22日～令和5年10月31日; empty when no date is known.
  package var dates: String { [start, end].compactMap { $0?.wareki }.joined(separator: "～") }

  /// 約1,200人
  package var people: String? {
    participants.map { "\(approximate == true ? "約" : "")\($0.grouped)\(unit ?? "人")" }
  }

  /// On one line: date, what it was called, participants.
  package var text: String {
    [dates.isEmpty ? nil : dates, label, people, cancelled == true && !isPaused ? "中止" : nil]
      .compactMap(\.self).joined(separator: " ")
  }

  /// Whether it was not held for a time, as its label says, rather than called off.
  public var isPaused: Bool {
    cancelled == true && label.flatMap(OffWords.pause) != nil
  }
}

extension [Record.Occurrence] {
  /// Whether all that there was of them was not held for a time.
  public var arePaused: Bool { !isEmpty && allSatisfy(\.isPaused) }
}

extension Record.OrganizationMention {
  /// As an answer names it: 町内会（44）, 自主防災組織ほか.
  package var text: String {
    let number = count.flatMap { name.contains(String($0)) ? nil : "（\($0.grouped)）" } ?? ""
    return name + number + (others == true ? "ほか" : "")
  }
}

extension Record.Result {
  /// 参加支援 10件
  package var text: String {
    let number = value.map { value in
      value == value.rounded() && value.magnitude < 1e15 ? Int(value).grouped : String(value)
    }
    return [label, (number ?? "") + (number == nil ? "" : unit ?? "")]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Record.Result {
  /// 令和5年度（2023年度） 参加支援 10件
  var textWithYear: String {
    [fiscalYear.map { YearSpan.fiscal($0).description }, text].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension YearSpan {
  /// Fiscal years in both calendars, a run as its ends: 令和5年度（2023年度）.
  package static func text(ofFiscal years: [Int]) -> String {
    guard let first = years.first, let last = years.last else { return "年度不明" }
    return YearSpan(first: first, last: last, kind: .fiscal).description
  }
}
