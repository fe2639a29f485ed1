import ArgumentParser
import HaskapCivic
import HaskapDocuments
import HaskapText

/// What the lists of organizations, projects and departments have in common.
struct CatalogOptions: ParsableArguments {
  enum Sort: String, ExpressibleByArgument, CaseIterable {
    case count, name, participants, report
  }

  @OptionGroup var place: IndexOptions

  @OptionGroup var time: PeriodOptions

  @Option(help: "By how often, by name, by people, or as the reports have them.")
  var sort = Sort.count

  @Option(parsing: .unconditional, help: "How many to show on the screen.")
  var limit = 1000

  @OptionGroup var export: ExportOptions

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes a number from 0") }
  }

  func run(_ kind: CatalogAnswer.Kind) throws {
    let period = try time.period
    let answer = try place.ask { try $0.catalog(kind, period: period) }
    let places = sorted(answer.entries)
    let output = Output()
    if export.json {
      try answer.writeJSON(places) { output.write($0) }
      output.line()
    } else if export.csv {
      Self.table.write(places.lazy.map { answer.entries[$0] }, to: output)
    } else {
      print(places.prefix(limit).map { answer.entries[$0] }, of: places.count, to: output)
    }
    output.flush()
    if answer.entries.isEmpty { throw ExitStatus.nothingFound }
  }

  /// The places of the entries in the order that was asked for; of equals the order of the reports stays.
  private func sorted(_ entries: [CatalogAnswer.Entry]) -> [Int] {
    switch sort {
    case .report: Array(entries.indices)
    case .count: Self.places(byNumber: entries.map(\.records))
    case .participants: Self.places(byNumber: entries.map { $0.participants ?? -1 })
    case .name: entries.indices.sorted { entries[$0].name < entries[$1].name }
    }
  }

  /// The largest first.
  private static func places(byNumber numbers: [Int]) -> [Int] {
    numbers.indices.sorted { (numbers[$1], $0) < (numbers[$0], $1) }
  }

  private func print(
    _ shown: [CatalogAnswer.Entry], of all: Int, to output: Output
  ) {
    let room = Self.nameColumns(shown)
    output.line(
      output.style.bold(
        told("Name").padded(to: room) + told("Records").leftPadded(to: 7)
          + told("People").leftPadded(to: 13) + "  " + told("Years")))
    for entry in shown {
      let people = entry.participants.map { number in
        entry.approximate == true ? told("約\(number.grouped)人") : told("\(number.grouped)人")
      }
      let line =
        DisplayWidth.truncate(Self.name(entry), to: room).padded(to: room)
        + entry.records.grouped.leftPadded(to: 7) + (people ?? "").leftPadded(to: 13) + "  "
        + Self.years(entry.years)
      output.line(line.trimmingEnd)
    }
    output.line(
      output.style.bold(
        all == shown.count
          ? told("全\(all)件") : told("\(shown.count) of \(all)")))
  }

  /// What numbers and years leave of the screen; of a wide one no more than the names take.
  private static func nameColumns(_ entries: [CatalogAnswer.Entry]) -> Int {
    let columns = AnswerPrinter.columns
    let years = entries.map { Self.years($0.years).count }.max() ?? 0
    let longest = entries.map { DisplayWidth.of(name($0)) }.max() ?? 0
    return min(columns - 22 - min(max(14, years), columns / 3), max(45, longest))
  }

  private static func name(_ entry: CatalogAnswer.Entry) -> String {
    entry.name + (entry.owner.map { "（\($0)）" } ?? "")
  }

  /// `2018-2020, 2023`.
  static func years(_ years: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for year in years {
      if let last = spans.last, last.upperBound + 1 == year {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }

  private static let table = CSVTable<CatalogAnswer.Entry>([
    ("name", { $0.name }),
    ("owner", { $0.owner }),
    ("records", { $0.records.cell }),
    ("participants", { $0.participants?.cell }),
    ("approximate", { $0.approximate?.cell }),
    ("years", { $0.years.map(\.cell).cell }),
  ])
}
