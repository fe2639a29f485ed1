import ArgumentParser
import CLibrary
import HaskapCivic
import HaskapDocuments
import HaskapText

struct WhoWithCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who-with",
    abstract: "Show with which other organizations one works, and on what.",
    usage: "haskap who-with <name> ... [<options>]",
    discussion: """
      EXAMPLES:
        haskap who-with 苫小牧市社会福祉協議会
        haskap who-with 苫小牧商工会議所 --year 令和5 --json

      \(PeriodOptions.help)
      """)

  @OptionGroup var options: NameOptions

  func run() throws {
    let name = options.text
    let period = try options.time.period
    let answer = try options.place.ask { try $0.partners(of: name, period: period) }
    let output = Output()
    if answer.isNearSpelling {
      options.export.notes(beside: output)?.wrapped(told("「\(name)」という団体はありません。名称の近いものを示します。"))
    }
    if options.export.json {
      output.line(try JSONText.line(answer))
    } else if options.export.csv {
      let rows = answer.partners.flatMap { partner in partner.activities.map { (partner, $0) } }
      RecordTables.partners.write(rows, to: output)
      if rows.isEmpty { print(answer, name, to: Output(STDERR_FILENO)) }
    } else {
      print(answer, name, to: output)
    }
    output.flush()
    if answer.partners.isEmpty { throw ExitStatus.nothingFound }
  }

  private func print(_ answer: PartnersAnswer, _ name: String, to output: Output) {
    guard let organization = answer.organization else {
      return printCandidates(answer.candidates, name, to: output)
    }
    output.line(output.style.title(organization))
    for partner in answer.partners {
      output.line()
      let years = CatalogOptions.years(partner.years)
      output.line(
        output.style.bold("\(partner.name) " + told("\(partner.activities.count)件"))
          + "  \(years)")
      var seen: Set<String> = []
      let titles = partner.activities.map(\.title).filter { seen.insert($0).inserted }
      output.wrapped(titles.joined(separator: Language.current.listMark), indent: "  ")
    }
    output.line()
    output.line(
      answer.partners.isEmpty
        ? told("ともに名前のある団体はありません。") : told("全\(answer.partners.count)団体"))
  }

  private func printCandidates(
    _ candidates: [OrganizationAnswer.Candidate], _ name: String, to output: Output
  ) {
    if candidates.isEmpty { return output.line(told("「\(name)」という団体は見つかりません。")) }
    output.line(told("「\(name)」に当たる団体が\(candidates.count)あります。どれですか。"))
    for candidate in candidates {
      output.line("  \(candidate.name) " + told("\(candidate.activities)件"))
    }
  }
}
