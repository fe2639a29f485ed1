import HaskapCivic
import HaskapDocuments
import HaskapText

/// Prints records a line each, by year: role, title, form and department.
struct RecordList {
  let output: Output
  private static var roleColumns: Int { Language.current == .english ? 9 : 6 }
  private var style: Style { output.style }

  func print(_ records: [RecordReference], limit: Int) {
    var all: [Int?: Int] = [:]
    for place in records.indices { all[records[place].fiscalYear, default: 0] += 1 }
    let shown = records.indices.prefix(limit)
    let years = Dictionary(grouping: shown) { records[$0].fiscalYear }
    // Years of which nothing fits in are named as well, with what they have.
    for year in all.keys.sorted(by: { ($0 ?? 0) < ($1 ?? 0) }) {
      print(year, (years[year] ?? []).lazy.map { records[$0] }, of: all[year] ?? 0)
    }
    output.line()
    if let sums = Self.participants(records) { output.wrapped(sums, hanging: "  ") }
    output.line(
      style.bold(
        shown.count < records.count
          ? told("全\(records.count)件中 \(shown.count)件") : told("全\(records.count)件")))
  }

  /// The sums of participants by year, of all records; nil where none tells any.
  private static func participants(_ records: [RecordReference]) -> String? {
    var years: [Int: (counts: [Int], isApproximate: Bool)] = [:]
    for place in records.indices {
      guard let count = records[place].participants else { continue }
      let year = records[place].fiscalYear ?? .max
      years[year, default: ([], false)].counts.append(count)
      if records[place].approximate == true { years[year]?.isApproximate = true }
    }
    guard !years.isEmpty else { return nil }
    let sums = years.sorted { $0.key < $1.key }.map { year, sum in
      let name = year == .max ? told("年度不明") : AnswerPrinter.fiscalYear(year)
      let people = sum.counts.saturatedSum.grouped
      return "\(name) " + (sum.isApproximate ? told("約\(people)人") : told("\(people)人"))
    }
    return told("Participants: \(sums.joined(separator: Language.current.listMark))")
  }

  private static func count(_ shown: Int, of all: Int) -> String {
    shown < all ? told("\(shown) of \(all)") : told("\(all)件")
  }

  private func print(_ year: Int?, _ records: some Collection<RecordReference>, of all: Int) {
    let title = AnswerPrinter.years([year].compactMap(\.self))
    output.line()
    output.line(style.bold("\(title) \(Self.count(records.count, of: all))"))
    for record in records {
      let facts = [record.city, record.form].compactMap(\.self) + record.departments.prefix(1)
      let role = record.role.map { $0.label.padded(to: Self.roleColumns) } ?? ""
      // Half of what the screen has beyond 80 columns, or lacks, is the titles', and what a place
      // leaves.
      let more = (AnswerPrinter.columns - 80) >> 1
      let place = DisplayWidth.truncate(facts.joined(separator: "・"), to: 28 + more)
      let room = AnswerPrinter.columns - DisplayWidth.of(role) - DisplayWidth.of(place) - 4
      let title = DisplayWidth.truncate(record.title, to: max(48 - Self.roleColumns + more, room))
        .padded(to: 48 - Self.roleColumns + more)
      output.line("  \(role)\(title)  \(style.dim(place))".trimmingEnd)
    }
  }
}

extension OrganizationEntity.Role {
  var label: String {
    switch self {
    case .host: told("主催")
    case .partner: told("協力")
    case .related: told("関係")
    case .mentioned: told("記載")
    }
  }
}

extension String {
  /// With spaces behind up to a width in columns.
  func padded(to columns: Int) -> String { self + Self.spaces(columns - DisplayWidth.of(self)) }

  /// With spaces before it up to a width in columns.
  func leftPadded(to columns: Int) -> String {
    Self.spaces(columns - DisplayWidth.of(self)) + self
  }

  private static func spaces(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return String(unsafeUninitializedCapacity: count) { bytes in
      UnsafeMutableBufferPointer(rebasing: bytes[..<count]).initialize(repeating: UInt8(ascii: " "))
      return count
    }
  }
}
