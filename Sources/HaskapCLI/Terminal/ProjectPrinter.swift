import HaskapCivic
import HaskapDocuments
import HaskapText

/// Prints a project by year, with a bar for its participants.
struct ProjectPrinter {
  private static let barColumns = 24
  private static let mostOccurrences = 12
  let output: Output
  private var style: Style { output.style }

  /// - Parameter option: names the index behind a command.
  func print(_ answer: ProjectAnswer, askedFor name: String, option: String) {
    for series in answer.projects { print(series) }
    guard answer.projects.isEmpty else { return }
    if answer.candidates.isEmpty {
      output.line(told("「\(name)」という事業は見つかりません。"))
      output.line(told("名称のほかからも探すには: haskap search \(name + option)"))
    } else {
      output.line(told("「\(name)」に当たる事業が\(answer.candidates.count)あります。どれですか。"))
      for candidate in answer.candidates {
        let name = [candidate.city, candidate.title].compactMap(\.self).joined(separator: " ")
        output.wrapped("\(name)（\(AnswerPrinter.years(candidate.years))）", indent: "  ")
      }
    }
  }

  private func print(_ series: ProjectAnswer.Series) {
    let title = series.title + (series.city.map { "（\($0)）" } ?? "")
    for line in DisplayWidth.wrap(title, to: AnswerPrinter.columns) {
      output.line(style.title(line))
    }
    let others = series.names.filter { $0 != series.title }
    if !others.isEmpty {
      output.wrapped(told("名称: \(others.joined(separator: Language.current.listMark))"))
    }
    if !series.since.isEmpty { output.wrapped(told("実施: \(Self.beginnings(series.since))")) }
    let most = series.years.compactMap(\.participants).max() ?? 0
    if series.years.isEmpty { output.line(told("In this time there is nothing under this name.")) }
    for year in series.years { print(year, since: series.since.first, most: most) }
    for turn in series.notDue {
      let year = AnswerPrinter.years([turn.missingIn])
      output.line()
      output.wrapped(
        told("held every other year: not in the table of \(turn.form) of \(year)"))
    }
    for pause in series.paused {
      let year = AnswerPrinter.years([pause.missingIn])
      output.line()
      output.wrapped(told("paused: not under this name in the table of \(pause.form) of \(year)"))
    }
    for ending in series.ended {
      let years = [ending.missingIn, ending.lastYear].map { AnswerPrinter.years([$0]) }
      output.line()
      output.wrapped(
        told(
          "not under this name in the table of \(ending.form) of \(years[0]) (until \(years[1]))"))
    }
    if !series.unreported.isEmpty {
      output.line()
      let reports = series.unreported.map(AnswerPrinter.fiscalYear).joined(
        separator: Language.current.listMark)
      output.wrapped(told("その後の報告（\(reports)）には比べられる表がなく、続いているかは分かりません"))
    }
  }

  /// 昭和47年頃から; where reports contradict each other, each value with the reports that have it.
  private static func beginnings(_ all: [ProjectAnswer.Beginning]) -> String {
    all.map { one in
      let year = beginning(one)
      let reports = one.reports.map { AnswerPrinter.shortYear($0) }.joined(
        separator: Language.current.listMark)
      return all.count == 1 || reports.isEmpty ? year : told("\(year)（\(reports)年度の報告）")
    }.joined(separator: Language.current.listMark)
  }

  private static func beginning(_ one: ProjectAnswer.Beginning) -> String {
    let year =
      Language.current == .english ? String(one.year) : PartialDate.wareki(ofYear: one.year)
    return one.approximate ? told("\(year)頃から") : told("\(year)から")
  }

  private func print(
    _ year: ProjectAnswer.Year, since: ProjectAnswer.Beginning?, most: Int
  ) {
    output.line()
    let title = AnswerPrinter.years([year.fiscalYear].compactMap(\.self))
    let lists = year.sections.isEmpty ? year.forms : year.sections
    let lines = DisplayWidth.wrap(
      lists.joined(separator: Language.current.listMark),
      to: AnswerPrinter.columns - DisplayWidth.of(title) - 2)
    output.line("\(style.bold(title))  \(lines.first ?? "")".trimmingEnd)
    let hanging = "".padded(to: DisplayWidth.of(title) + 2)
    for line in lines.dropFirst() { output.line(hanging + line) }
    if let standing = Self.standing(year, since: since) { output.wrapped(standing, indent: "  ") }
    if year.calledSingle { output.wrapped(told("単年度とあるが前の報告にもある"), indent: "  ") }
    if let participants = year.participants {
      let change = Self.change(year).map { "  \($0)" } ?? ""
      let number =
        year.approximate ? told("約\(participants.grouped)人") : told("\(participants.grouped)人")
      output.wrapped(
        told("People \(bar(participants, of: most)) \(number)") + change, indent: "  ",
        hanging: "    ")
    }
    if year.cancelled { output.line("  " + AnswerPrinter.off(year.occurrences)) }
    printOccurrences(year.occurrences)
    printResults(year.results)
    printList(told("Organizations"), year.partners)
    printList(told("Department"), year.departments)
  }

  private func printOccurrences(_ occurrences: [Record.Occurrence]) {
    for occurrence in occurrences.prefix(Self.mostOccurrences) {
      output.wrapped("・" + occurrence.text, indent: "  ", hanging: "    ")
    }
    let more = occurrences.count - Self.mostOccurrences
    if more > 0 { output.line(told("  ・ほか\(more)回")) }
  }

  /// The figures of a progress report, each fiscal year on its own.
  private func printResults(_ results: [Record.Result]) {
    for (year, results) in Dictionary(grouping: results, by: \.fiscalYear)
      .sorted(by: { ($0.key ?? 0) < ($1.key ?? 0) })
    {
      let name = year.map { told("Results \(AnswerPrinter.shortYear($0))") } ?? told("Results")
      printList(name, results.map(\.text))
    }
  }

  private func printList(_ label: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    output.wrapped(
      "\(label): \(values.joined(separator: Language.current.listMark))", indent: "  ",
      hanging: "    ")
  }

  private func bar(_ value: Int, of most: Int) -> String {
    let length = most == 0 ? 0 : max(value > 0 ? 1 : 0, value * Self.barColumns / most)
    return String(repeating: "█", count: length).padded(to: Self.barColumns)
  }

  /// What a year is against the report before it.
  private static func standing(
    _ year: ProjectAnswer.Year, since: ProjectAnswer.Beginning?
  ) -> String? {
    let against = year.standingAgainst.map(AnswerPrinter.fiscalYear) ?? told("前の年度")
    switch year.standing {
    case .new: return told("新規（この名称では\(against)の報告にない）")
    case .older:
      return since.map { told("\(beginning($0))実施、この名称では\(against)の報告にない") }
        ?? told("この名称では\(against)の報告にない")
    case .resumed: return told("再開（\(against)は中止か、この名称では報告にない）")
    case .calledOff: return nil
    case .continued: return told("継続（\(against)から）")
    case .moved: return told("形態が替わる（\(against)は別の形態）")
    case .renamed, nil:
      return year.renamedFrom.map { told("名称変更（\(against)は「\($0)」）") }
    }
  }

  /// Against the year before: +44人（+16.9%、令和2年度比）.
  private static func change(_ year: ProjectAnswer.Year) -> String? {
    guard let change = year.change, let before = year.comparedWith else { return nil }
    let sign = change > 0 ? "+" : change < 0 ? "-" : "±"
    let percent = year.changePercent.map { percent in
      let tenths = Int((percent.magnitude * 10).rounded())
      return "\(sign)\(tenths / 10).\(tenths % 10)%"
    }
    let number = sign + Int(change.magnitude).grouped
    let since = AnswerPrinter.shortYear(before)
    return percent.map { told("\(number)人（\($0)、\(since)年度比）") }
      ?? told("\(number)人（\(since)年度比）")
  }
}
