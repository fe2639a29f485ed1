internal import HaskapText

extension Record.OrganizationMention: CellItem {
  /// Name, part, kind, number, whether others took part, former name.
  func fields(in words: TableWords) -> [String?] {
    let isPlain = self == Self(name: name)
    return [
      name,
      isPlain ? nil : words.word(role.rawValue, of: "role"),
      isPlain ? nil : words.word(kind.rawValue, of: "kind"),
      count.map(String.init),
      others.map { words.word($0 ? "others" : "alone", of: "organization") },
      formerName,
    ]
  }

  init?(_ fields: CellFields) {
    guard let name = fields[0] else { return nil }
    self.init(
      name: name, kind: fields.code(2, of: "kind").flatMap(Kind.init(rawValue:)) ?? .named,
      role: fields.code(1, of: "role").flatMap(Role.init(rawValue:)) ?? .related,
      count: fields[3].flatMap { Int($0) })
    others = fields.flag(4, "others", of: "organization")
    formerName = fields[5]
  }
}

extension Record.Occurrence: CellItem {
  /// Dates, people, their unit, what it is called, whether the number is about right, whether it was
  /// called off.
  func fields(in words: TableWords) -> [String?] {
    [
      DateCell.text(start, end), participants.map(String.init), unit, label,
      approximate.map { words.word($0 ? "approximate" : "exact", of: "occurrence") },
      cancelled.map { words.word($0 ? "cancelled" : "held", of: "occurrence") },
    ]
  }

  init?(_ fields: CellFields) {
    guard let (start, end) = DateCell.dates(fields[0] ?? "") else { return nil }
    self.init(start: start, end: end)
    participants = fields[1].flatMap { Int($0) }
    (unit, label) = (fields[2], fields[3])
    approximate = fields.flag(4, "approximate", of: "occurrence")
    cancelled = fields.flag(5, "cancelled", of: "occurrence")
  }
}

extension Record.Result: CellItem {
  /// Label, value, unit, fiscal year.
  func fields(in words: TableWords) -> [String?] {
    [
      label, value.map { Int(exactly: $0).map(String.init) ?? String($0) }, unit,
      fiscalYear.map(String.init),
    ]
  }

  init?(_ fields: CellFields) {
    guard let label = fields[0] else { return nil }
    self.init(
      label: label, value: fields[1].flatMap { Double($0) }, unit: fields[2],
      fiscalYear: fields[3].flatMap { Int($0) })
  }
}

extension Record.Note: CellItem {
  /// Kind, field, reason, and what is printed.
  func fields(in words: TableWords) -> [String?] {
    [words.word(kind.rawValue, of: "note"), words.heading(field), reason, printed]
  }

  init?(_ fields: CellFields) {
    guard let kind = fields.code(0, of: "note").flatMap(Kind.init(rawValue:)),
      let field = fields[1], let reason = fields[2]
    else { return nil }
    self.init(
      kind: kind, field: TableWords.name(ofHeading: field) ?? field, printed: fields[3],
      reason: reason)
  }
}

/// One date or two in a cell: `2020-08-25`, `2020-08～2020-10`, `～2020-10-29`.
enum DateCell {
  static func text(_ start: PartialDate?, _ end: PartialDate?) -> String? {
    let ends = [start, end].map { $0?.description ?? "" }
    if end == nil { return start?.description }
    return ends.joined(separator: "～")
  }

  /// Both nil for an empty text; nil where it holds no dates.
  static func dates(_ text: String) -> (start: PartialDate?, end: PartialDate?)? {
    let ends = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "～〜~".contains($0) }
    var dates: [PartialDate?] = []
    for end in ends {
      let date = date(end)
      if date == nil, !end.isEmpty { return nil }
      dates.append(date)
    }
    return (dates[0], dates.count > 1 ? dates[1] : nil)
  }

  /// A spreadsheet turns `2020-08-05` into `2020/8/5`.
  private static func date(_ text: Substring) -> PartialDate? {
    PartialDate(String(text.map { $0 == "/" ? "-" : $0 }))
  }
}
