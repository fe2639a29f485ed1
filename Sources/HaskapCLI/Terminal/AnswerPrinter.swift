import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments
import HaskapText

/// Prints the answers of a search for people: a paragraph each, and the counts below.
struct AnswerPrinter {
  /// The columns of the terminal, as far as lines of that length can be read; 80 for files and pipes.
  static let columns: Int = {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 60), 200)
  }()
  private static let indent = "   "
  /// In columns.
  private static let leastName = 20
  let output: Output
  var showsSource = false
  private var style: Style { output.style }

  func print(_ answer: CivicAnswer) {
    for note in answer.notes { output.line(style.dim(retold(note))) }
    if let shortfall = answer.shortfall { print(shortfall, of: answer) }
    for hit in answer.hits {
      if isFirstPartial(hit, of: answer) { printTurn(to: hit, of: answer) }
      let isNamedAbove = answer.shortfall != nil && hit.missing == [answer.query]
      print(hit, lacking: isNamedAbove ? [] : hit.missing)
    }
    printPage(answer)
    print(answer.facets)
    output.nextPage(
      after: answer.hits.last?.rank,
      of: answer.total + answer.partialTotal + answer.meaningTotal)
  }

  private func print(_ shortfall: Shortfall, of answer: CivicAnswer) {
    let sentences = shortfall.sentences
    for sentence in sentences { output.wrapped(retold(sentence)) }
    if !answer.suggestions.isEmpty {
      output.line(told("もしかして: \(answer.suggestions.joined(separator: Language.current.listMark))"))
    }
    if !answer.hits.isEmpty { output.wrapped(told("一部の語か、意味の近い語に合うものを示します。")) }
    if !sentences.isEmpty { output.line() }
  }

  /// Whether a hit is the first on the page that lacks a word, where others lack none.
  private func isFirstPartial(_ hit: CivicHit, of answer: CivicAnswer) -> Bool {
    answer.total > 0 && hit.rank == max(answer.total, answer.offset) + 1
  }

  private func printTurn(to hit: CivicHit, of answer: CivicAnswer) {
    output.bold(
      told("── 以上\(answer.total)件がすべての語を含むもの。以下は一部の語か、意味の近い語だけのもの ──"))
    output.line()
  }

  /// - Parameter lacking: words to be named as missing; the only word of a query is named above.
  func print(_ hit: CivicHit, lacking missing: [String] = []) {
    let entry = hit.entry
    let number = "\(hit.rank)."
    let years = Self.years(entry.fiscalYears)
    let head = "\(number) \(entry.type.word)  "
    let whole = Self.columns - DisplayWidth.of(head)
    let room = whole - DisplayWidth.of(years) - 2
    // Where the years leave no room beside the name they stand below it.
    let lines = DisplayWidth.wrap(entry.name, to: room < Self.leastName ? whole : room)
    let name = style.title(lines.first ?? "")
    let pad = "".padded(to: room - DisplayWidth.of(lines.first ?? ""))
    output.line(head + name + (room < Self.leastName ? "" : "\(pad)  \(style.dim(years))"))
    let hanging = "".padded(to: DisplayWidth.of(head))
    for line in lines.dropFirst() { output.line(hanging + style.title(line)) }
    if room < Self.leastName { output.line(Self.indent + style.dim(years)) }
    if hit.match == .spelling { output.line(Self.indent + style.dim(told("ほかの表記で"))) }
    if hit.match == .fuzzy { output.line(Self.indent + style.dim(told("似た語で"))) }
    for detail in details(of: entry) { printWrapped(detail) }
    if !missing.isEmpty {
      printWrapped(told("ない語: \(missing.joined(separator: Language.current.listMark))"))
    }
    for line in MeaningText.lines(hit.meanings) { printWrapped(line) }
    if !hit.shared.isEmpty { printWrapped(SharedWords.text(hit.shared)) }
    if let snippet = hit.snippet { print(snippet) }
    if showsSource {
      if let source = entry.record?.source {
        printWrapped(told("出典: \(HarmlessText.line(source))"))
      }
      // In one piece, to be copied.
      output.line(Self.indent + "id " + HarmlessText.line(entry.id))
    }
    if let explanation = hit.explanation {
      let text = ExplanationText(
        explanation: explanation, meanings: hit.meanings + hit.countedMeanings,
        fieldName: { Language.current.tableWords.word($0, of: "field") })
      output.wrapped(text, indent: Self.indent)
    }
    output.line()
  }

  /// What stands under the name: form and department, organizations, date and people.
  private func details(of entry: CivicEntry) -> [String] {
    let place = (entry.forms + entry.departments).joined(separator: "・")
    var details = place.isEmpty ? [] : [place]
    if let record = entry.record {
      let names = record.bodies.map(\.text)
      if !names.isEmpty {
        details.append(told("団体: \(names.joined(separator: Language.current.listMark))"))
      }
      let people = entry.type == .activity ? Self.occurrence(record) : Self.participants(record)
      if let people { details.append(people) }
    }
    if let organization = entry.organization {
      let others = organization.spellings.filter { $0 != organization.name }
      if !others.isEmpty {
        details.append(told("表記: \(others.joined(separator: Language.current.listMark))"))
      }
      details.append(
        told(
          "活動 \(organization.activities.count)件: \(organization.activities.prefix(3).joined(separator: Language.current.listMark))"
        ) + (organization.activities.count > 3 ? told(" ほか") : ""))
    }
    return details
  }

  private func print(_ snippet: Snippet) {
    output.line(Self.indent + snippet.marked(style.mark))
  }

  private func printWrapped(_ text: String) {
    for line in DisplayWidth.wrapWords(text, to: Self.columns - Self.indent.count) {
      output.line(Self.indent + line)
    }
  }

  private func printPage(_ answer: CivicAnswer) {
    let counts = Self.counts(answer)
    guard let first = answer.hits.first, let last = answer.hits.last else {
      if answer.total + answer.partialTotal + answer.meaningTotal > 0 {
        output.bold(told("\(counts) 0件"))
      } else {
        output.line(told("条件に合うものはありません。"))
      }
      return
    }
    let shown = first.rank == last.rank ? "\(first.rank)" : "\(first.rank)–\(last.rank)"
    output.bold(told("\(counts) \(shown)件目"))
  }

  /// How many there are, and where some lack a word, how many match all.
  private static func counts(_ answer: CivicAnswer) -> String {
    let parts = [
      answer.partialTotal > 0 ? told("一部の語だけのもの\(answer.partialTotal)件") : nil,
      answer.meaningTotal > 0 ? told("意味の近いもの\(answer.meaningTotal)件") : nil,
    ].compactMap(\.self)
    let joined = parts.joined(separator: Language.current.listMark)
    // Nothing has a question as a whole, though an answer may have all of its words.
    if answer.total == 0, !parts.isEmpty { return told("一部が合うもの: \(joined)中") }
    guard parts.isEmpty else {
      return told(
        "すべての語を含むもの\(answer.total)件、\(joined)中")
    }
    let others = answer.total - answer.exactTotal
    return others == 0
      ? told("全\(answer.total)件中") : told("全\(answer.total)件（ほかの表記\(others)件を含む）中")
  }

  private func print(_ facets: CivicFacets) {
    let years = facets.year.map { count in
      CivicFacets.Count(value: Int(count.value).map(Self.year) ?? count.value, count: count.count)
    }
    let types = facets.type.map { count in
      let label = CivicType(rawValue: count.value)?.word ?? count.value
      return CivicFacets.Count(value: label, count: count.count)
    }
    let rows = [
      (told("Year"), years), (told("Form"), facets.form), (told("Type"), types),
      (told("Department"), facets.department),
    ]
    for (label, counts) in rows where !counts.isEmpty {
      let texts = counts.prefix(8).map { "\($0.value) \($0.count)" }
      let more = counts.count > 8 ? [told("ほか\(counts.count - 8)")] : []
      printFacet(label, texts + more)
    }
  }

  /// Values side by side, with no value broken over two lines.
  private func printFacet(_ label: String, _ values: [String]) {
    var line = "\(label): "
    for value in values {
      if DisplayWidth.of(line) + DisplayWidth.of(value) > Self.columns {
        output.line(line.trimmingEnd)
        line = "      "
      }
      line += value + "  "
    }
    output.line(line.trimmingEnd)
  }
}

extension AnswerPrinter {
  /// The fiscal years in both calendars, a run as its ends: 令和5年度（2023年度）.
  static func years(_ years: [Int]) -> String {
    guard Language.current == .english else { return YearSpan.text(ofFiscal: years) }
    guard let first = years.first, let last = years.last else { return told("年度不明") }
    return first == last ? "FY \(first)" : "FY \(first)–\(last)"
  }

  /// A fiscal year for a narrow place: 令和2（2020）.
  private static func year(_ year: Int) -> String {
    Language.current == .english ? String(year) : "\(shortYear(year))（\(year)）"
  }

  /// A fiscal year in the calendar of the language alone: 令和2.
  static func shortYear(_ year: Int) -> String {
    if Language.current == .english { return String(year) }
    let era = Era.inForce(on: PartialDate(year: year, month: 8, day: 1))
    return era?.printed(westernYear: year) ?? String(year)
  }

  /// 令和2年度, FY 2020
  static func fiscalYear(_ year: Int) -> String { told("FY \(shortYear(year))") }

  private static func participants(_ record: Record) -> String? {
    let dated = record.occurrences.filter { $0.start != nil }
    let date = dated.first.map { $0.dates + (dated.count > 1 ? "ほか" : "") }
    let people = record.participants.map { number in
      record.areParticipantsApproximate
        ? told("参加 約\(number.grouped)人") : told("参加 \(number.grouped)人")
    }
    let off = record.cancelled == true ? Self.off(record.occurrences) : nil
    let parts = [date, people, off].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ・ ")
  }

  /// Why nothing of these was held.
  static func off(_ occurrences: [Record.Occurrence]) -> String {
    occurrences.arePaused ? told("休止") : told("called off")
  }

  private static func occurrence(_ record: Record) -> String? {
    guard let occurrence = record.occurrences.first else { return nil }
    let parts = [
      occurrence.start.map { _ in occurrence.dates }, occurrence.people,
      occurrence.cancelled == true ? Self.off([occurrence]) : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " ・ ")
  }
}

extension String {
  var trimmingEnd: String {
    lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
  }
}

extension CivicType {
  /// In the language of the process.
  var word: String {
    switch self {
    case .project: told("project")
    case .organization: told("organization")
    case .activity: told("activity")
    case .paragraph: told("段落")
    }
  }
}
