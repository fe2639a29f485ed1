import FoundationEssentials
import HaskapCivic

/// What came into an index of reports, for programs that tell of news: an Atom feed (RFC 4287).
///
/// An index does not keep what a commit before held, so a server tells what has come since it was
/// started; before that, what reports there are.
struct Feed: Sendable {
  private struct Entry: Sendable {
    enum Subject: Sendable {
      case report(CivicIndexBuilder.Report)
      case record(Record, id: String)
    }

    var subject: Subject
    var date: Date
  }

  /// Entries that are kept.
  private static let most = 100
  private var entries: [Entry]
  private var updated: Date

  /// - Parameter date: of the commit.
  init(_ snapshot: ReportSnapshot, date: Date) {
    updated = date
    entries = snapshot.reports.prefix(Self.most).map {
      Entry(subject: .report($0), date: date)
    }
  }

  /// Tells of the records that the commit before did not have, and no more of those that are gone.
  mutating func add(_ snapshot: ReportSnapshot, since old: ReportSnapshot, date: Date) throws {
    let known = old.places
    let new = try snapshot.index.records().filter { $0.id.map { known[$0] == nil } ?? false }
    updated = date
    let added = new.prefix(Self.most).compactMap { record in
      record.id.map { Entry(subject: .record(record, id: $0), date: date) }
    }
    let kept = entries.filter { entry in
      guard case .record(_, let id) = entry.subject else { return true }
      return snapshot.places[id] != nil
    }
    entries = Array((added + kept).prefix(Self.most))
  }

  func xml(_ links: Links, _ wording: Wording) -> String {
    let text = PageText()
    let home = text.escapeText(links.canonical(.home))
    let told = entries.map { xml($0, links, wording) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(wording.language.rawValue)">
      <id>\(home)feed.xml</id><title>\(text.escapeText(wording["site"] + wording["colon"] + wording["feed"]))</title>
      <link rel="self" href="\(home)feed.xml"/><link href="\(home)"/>
      <author><name>Haskap</name></author><updated>\(Self.format(updated))</updated>
      \(told.joined())</feed>

      """
  }

  private func xml(_ entry: Entry, _ links: Links, _ wording: Wording) -> String {
    let address: String
    let (id, title, summary): (String, String, String)
    switch entry.subject {
    case .report(let report):
      address = links.canonical(.about)
      id = "\(address)#\(report.checksum)"
      title = PublicPath.of(report.path)
      summary = wording(
        "feed.report",
        ["layout": wording.label("layout", report.layout), "n": report.records.grouped])
    case .record(let record, let name):
      address = links.canonical(.record(name))
      id = address
      title = record.title
      summary = [record.section ?? record.formLabel, record.purpose].compactMap(\.self)
        .joined(separator: " – ")
    }
    func escaped(_ text: String) -> String { PageText().escapeText(text) }
    return """
      <entry><id>\(escaped(id))</id><title>\(escaped(title))</title>\
      <link href="\(escaped(address))"/><updated>\(Self.format(entry.date))</updated>\
      <summary>\(escaped(summary))</summary></entry>

      """
  }

  private static func format(_ date: Date) -> String { date.formatted(.iso8601) }
}
