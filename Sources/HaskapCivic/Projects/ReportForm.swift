/// The form under which a report lists its rows.
public enum ReportForm: Hashable, Comparable, Sendable {
  case jointHosting, committee, support, patronage, council, pledges
  /// As a table of another layout prints it: 補助, 委託.
  case named(String)
  case other

  /// Those that have a name of their own, in order.
  static let all: [ReportForm] = [
    .jointHosting, .committee, .support, .patronage, .council, .pledges, .other,
  ]

  init(label: String) {
    self = Self.all.first { $0.label == label } ?? .named(label)
  }

  /// 共催.
  public var label: String {
    switch self {
    case .jointHosting: "共催"
    case .committee: "実行委員会・協議会等"
    case .support: "その他（事業協力）"
    case .patronage: "後援"
    case .council: "社協事業"
    case .pledges: "市長公約"
    case .named(let label): label
    case .other: "その他"
    }
  }

  /// With the number of the section that prints such rows: `① 共催`.
  var section: String {
    switch self {
    case .jointHosting: "① " + label
    case .committee: "② " + label
    case .support: "③ " + label
    case .patronage: "④ " + label
    case .council, .pledges, .named, .other: label
    }
  }

  public static func < (one: ReportForm, other: ReportForm) -> Bool {
    (one.place, one.label) < (other.place, other.label)
  }

  /// By which headings and sections tell the forms of collaboration.
  static let words: [(word: String, form: ReportForm)] = [
    ("共催", .jointHosting), ("実行委員会", .committee), ("事業協力", .support), ("その他", .support),
    ("後援", .patronage),
  ]

  /// Of forms of other names one: behind those of known names, before what has no form.
  private var place: Int {
    if case .named = self { return Self.all.count - 1 }
    return self == .other ? Self.all.count : Self.all.firstIndex(of: self) ?? 0
  }
}

extension ReportForm: Packable {
  /// A number alone for nearly all, since there may be hundreds of thousands.
  func pack(into writer: inout PackedWriter) {
    writer.write(unsigned: UInt64(Self.all.firstIndex(of: self) ?? Self.all.count))
    if case .named(let label) = self { writer.write(label) }
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    let place = try reader.unsigned()
    try reader.require(place <= Self.all.count)
    self = place < Self.all.count ? Self.all[Int(place)] : .named(try reader.read())
  }
}

extension Record {
  /// As the row or a line above says; by the section's words, else by the number that it begins with; by
  /// the layout where there are no sections.
  public var form: ReportForm {
    if !forms.isEmpty { return ReportForm(label: forms.joined(separator: "・")) }
    // What groups the rows of a table is whatever the city likes.
    if layout == .table { return .other }
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

  /// What a filter or a count by form calls it: 共催, 後援. Most other reports have one form each.
  public var formLabels: [String] {
    if !forms.isEmpty { return forms }
    if form != .other { return [form.label] }
    return layout == .table ? [] : [section].compactMap(\.self)
  }

  /// The same as one text.
  public var formLabel: String? {
    formLabels.isEmpty ? nil : formLabels.joined(separator: "・")
  }
}
