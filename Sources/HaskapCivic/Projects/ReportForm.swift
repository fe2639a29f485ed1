/// The form under which a report lists its rows.
public enum ReportForm: String, CaseIterable, Comparable, Sendable, Codable {
  case jointHosting = "① 共催"
  case committee = "② 実行委員会・協議会等"
  case support = "③ その他（事業協力）"
  case patronage = "④ 後援"
  case council = "社会福祉協議会"
  case pledges = "市長公約"
  case other = "その他"

  /// Without the section's number: 共催.
  public var label: String {
    switch self {
    case .jointHosting, .committee, .support, .patronage: String(rawValue.dropFirst(2))
    case .council: "社協事業"
    case .pledges, .other: rawValue
    }
  }

  public static func < (one: ReportForm, other: ReportForm) -> Bool {
    one.place < other.place
  }

  /// By which headings and sections tell the forms of collaboration.
  static let words: [(word: String, form: ReportForm)] = [
    ("共催", .jointHosting), ("実行委員会", .committee), ("事業協力", .support), ("その他", .support),
    ("後援", .patronage),
  ]

  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Record {
  /// By the section's words, else by the number that it begins with; by the layout where there are no
  /// sections.
  public var form: ReportForm {
    if let section, let first = section.first, "①②③④".contains(first) {
      let told = Set(ReportForm.words.filter { section.contains($0.word) }.map(\.form))
      if told.count == 1, let form = told.first { return form }
    }
    return switch (layout, section?.first) {
    case (_, "①"): .jointHosting
    case (_, "②"): .committee
    case (_, "③"): .support
    case (_, "④"): .patronage
    case (.council, _): .council
    case (.pledges, _): .pledges
    default: .other
    }
  }
}
