import HaskapCivic

/// What an answer says whatever was asked, laid out.
struct Card: Sendable {
  var title: String
  /// What it is, and of which years.
  var kind: String
  var details: String
}

/// By what a card is asked for.
struct CardKey: Hashable {
  var id: String
  var language: Language
  /// That goes along with its link.
  var chosen: Language?
}

extension PageLayout {
  func card(_ fields: Fields) throws -> Card {
    Card(
      title: try templates.render("title", fields), kind: try templates.render("kind", fields),
      details: try templates.render("details", fields))
  }
}

/// Cards are kept with the commit: other questions have the same answers.
extension PageMaker {
  func card(of entry: CivicEntry) throws -> Card {
    let key = CardKey(id: entry.id, language: wording.language, chosen: links.language)
    // Reports that were given twice have an id twice.
    if let known = snapshot.cards[key], known.entry == entry { return known.card }
    let card = try layout.card([
      "name": entry.name, "isJapanese": entry.name.isJapanese, "href": links.to(address(of: entry)),
      "kind": [
        "type": wording.label("type", entry.type), "years": wording.years(entry.fiscalYears),
      ] as Fields,
      "details": details(of: entry).filter { !$0.values.isEmpty }.map(\.fields),
    ])
    snapshot.cards.insert((entry, card), for: key)
    return card
  }

  private func address(of entry: CivicEntry) -> Address {
    entry.organization.map { .organization($0.id) } ?? .record(entry.id)
  }

  private func details(of entry: CivicEntry) -> [Fact] {
    let place = (entry.forms.prefix(3) + entry.departments.prefix(3))
      .joined(separator: wording["dot"])
    let head = [Fact(wording["belongs"], place)]
    guard let record = entry.record else { return head + organization(entry) }
    let bodies = record.organizations.prefix(8).map(wording.mention)
    let more = record.organizations.count > 8 ? wording["others"] : ""
    return head + [
      Fact(wording["organizations"], bodies.joined(separator: wording["comma"]) + more),
      Fact(wording["date"], record.occurrences.first.map(wording.dates)),
      Fact(wording["participants"], participants(entry, record)),
    ]
  }

  private func participants(_ entry: CivicEntry, _ record: Record) -> String? {
    entry.type == .activity
      ? record.occurrences.first.flatMap(wording.people)
      : wording.people(record)
  }

  private func organization(_ entry: CivicEntry) -> [Fact] {
    guard let body = entry.organization else { return [] }
    let others = body.spellings.filter { $0 != body.name }.joined(separator: wording["comma"])
    let some = body.activities.prefix(3).joined(separator: wording["comma"])
    let more = body.activities.count > 3 ? wording["others"] : ""
    return [
      Fact(wording["spellings"], others),
      Fact(wording("activities.n", ["n": body.activities.count.grouped]), some + more),
    ]
  }
}
