import Haskap
import HaskapDocuments

/// Makes the pages of one commit of other documents than reports, in one language.
struct DocumentPageMaker {
  let snapshot: DocumentSnapshot
  let layout: PageLayout

  var wording: Wording { layout.wording }
  var links: Links { layout.links }

  /// - Throws: `Refusal` where there is no such page or the question cannot be read; errors of the
  ///   index.
  func page(_ address: Address, _ items: QueryItems) throws -> Page {
    switch address {
    case .home: try homePage()
    case .documents(let page): try listPage(page)
    case .search: try searchPage(items)
    case .document(let key): try documentPage(key)
    case .about: aboutPage()
    default: throw Refusal.notFound
    }
  }

  private var counts: String {
    wording("home.documents", ["documents": snapshot.reader.documentCount.grouped])
  }

  /// The way in: a box, or in files, which have none, the first of the documents.
  private func homePage() throws -> Page {
    let table: Any = if links.isStatic { try list(1).fields } else { false }
    return Page(
      address: .home, title: wording["site"], description: counts,
      linkedData: LinkedData(.dataset, name: wording["site"], description: counts),
      template: "home",
      fields: [
        "counts": counts, "search": links.to(.search), "hasSearch": !links.isStatic,
        "chosen": links.language?.rawValue ?? false, "table": table,
      ], formats: [])
  }

  /// All documents, a page at a time.
  private func listPage(_ number: Int) throws -> Page {
    guard number <= snapshot.pageCount else { throw Refusal.notFound }
    let title = wording["list.documents"]
    return Page(
      address: .documents(page: number), title: title, description: counts,
      fields: [
        "sections": [Section(heading: counts, table: try list(number)).fields],
        "paging": Paging(page: number, pages: snapshot.pageCount) {
          links.to(.documents(page: $0))
        }.fields,
      ], formats: [])
  }

  /// With their keys, since titles may be the same.
  private func list(_ number: Int) throws -> Table {
    let shape = snapshot.shape
    let keys = snapshot.reader.schema.key.map { [$0] } ?? []
    let fields = (keys + shape.details.filter { !(shape.texts + keys).contains($0) }).prefix(4)
    let rows = try snapshot.documents(onPage: number).map { document -> [Cell] in
      let (title, key) = snapshot.name(of: document)
      return [Cell(title, link: key.map { links.to(.document($0)) })]
        + fields.map { Cell(shown(document, $0)) }
    }
    return Table(
      caption: wording["list.documents"], headings: [wording["document"]] + fields, rows: rows)
  }

  /// The values of a field in a line.
  func shown(_ document: Document, _ field: String) -> String {
    let values = document[field].compactMap(\.shown).joined(separator: wording["comma"])
    let isLong = values.count > Self.longestDetail
    return isLong ? values.prefix(Self.longestDetail) + "…" : values
  }

  /// Longer values say little in a line.
  private static let longestDetail = 100

  /// What the index holds: its fields.
  private func aboutPage() -> Page {
    let rows = snapshot.reader.schema.fields.map { field in
      [
        Cell(field.name), Cell(field.kind.name), Cell(field.isStored ? wording["yes"] : ""),
        Cell(field.hasColumn ? wording["yes"] : ""),
      ]
    }
    let headings = ["field", "field.kind", "field.shown", "field.column"].map { wording[$0] }
    return Page(
      address: .about, title: wording["about"], description: counts,
      fields: [
        "lead": counts,
        "sections": [
          Section(
            heading: wording["fields"],
            table: Table(caption: wording["fields"], headings: headings, rows: rows),
            note: wording("commit", ["n": String(snapshot.reader.generation)])
          ).fields
        ],
      ], formats: [.json])
  }

  /// One document: all that is kept of it, and what is like it.
  private func documentPage(_ key: String) throws -> Page {
    guard let entry = try snapshot.entry(key) else { throw Refusal.notFound }
    let (document, shape) = (entry.document, snapshot.shape)
    let title = snapshot.name(of: document).title
    let facts = shape.details.filter { !shape.texts.contains($0) }.map { field in
      Fact(field, document[field].compactMap(\.shown).map { Cell($0) })
    }
    let texts = shape.texts.map { field in
      Section(
        heading: field,
        paragraphs: document[field].compactMap(\.text).flatMap {
          $0.split(whereSeparator: \.isNewline)
        }
        .map(String.init))
    }
    return Page(
      address: .document(key), title: title, description: title,
      fields: [
        "facts": Section.fields(
          facts + [Fact(wording["file"], entry.file), Fact(wording["key"], key)]),
        "sections": (texts.filter { !$0.paragraphs.isEmpty } + [try similar(to: key)]).map(
          \.fields),
      ], formats: [.json])
  }

  private func similar(to key: String) throws -> Section {
    let found = try SimilarDocuments(in: snapshot.reader).answer(to: key, limit: 5)
    let rows = (found?.hits ?? []).map { hit in
      let (title, key) = snapshot.name(of: hit.document)
      return [
        Cell(title, link: key.map { links.to(.document($0)) }),
        Cell(hit.shared.prefix(8).joined(separator: wording["comma"])),
      ]
    }
    return Section(
      heading: wording["similar"],
      table: rows.isEmpty
        ? nil
        : Table(
          caption: wording["similar"], headings: [wording["document"], wording["shared"]],
          rows: rows),
      note: rows.isEmpty ? wording["similar.none"] : nil)
  }
}

extension FieldValue {
  /// For people; nil for bytes.
  var shown: String? { plainText }
}
