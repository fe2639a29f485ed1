import HaskapCivic
import HaskapDocuments

/// A part of a list of all there is of a kind.
struct Listed: Encodable {
  struct Item: Encodable {
    var id: String
    var name: String
    /// How many records there are of it.
    var records: Int
    var fiscalYears: [Int]
  }

  var total: Int
  var offset: Int
  var items: [Item]

  static let table = CSVTable<Item>([
    ("id", { $0.id }), ("name", { $0.name }), ("records", { String($0.records) }),
    ("fiscalYears", { $0.fiscalYears.map(String.init).joined(separator: "\n") }),
  ])
}

extension DataMaker {
  private static let mostItems = 10_000

  /// Those that `q` may mean, the likeliest first, or all.
  func listed(_ listing: Address.Listing, _ items: QueryItems) throws -> Listed {
    if let name = items["q"] { try SearchInput.check("q", name) }
    let all =
      switch listing {
      case .organizations: try organizations(items["q"])
      case .projects: try projects(items["q"])
      case .departments: try departments(items["q"])
      case .years: [Listed.Item]()
      }
    let offset = try SearchInput.number(items, "offset", 0...1_000_000) ?? 0
    let limit = try SearchInput.number(items, "limit", 1...Self.mostItems) ?? 1000
    return Listed(
      total: all.count, offset: offset, items: Array(all.dropFirst(offset).prefix(limit)))
  }

  private func organizations(_ name: String?) throws -> [Listed.Item] {
    let registry = try index.organizations()
    let bodies = name.map { registry.find($0).map(\.entity) } ?? registry.organizations
    return try bodies.map { try item($0.id, $0.name, records: $0.mentions.map(\.record)) }
  }

  private func projects(_ name: String?) throws -> [Listed.Item] {
    let catalog = try index.projects()
    let all = name.map { catalog.find($0).map(\.series) } ?? catalog.series
    return try all.map { try item($0.id, $0.title, records: $0.records) }
  }

  private func departments(_ name: String?) throws -> [Listed.Item] {
    let registry = try index.departments()
    let all = name.map { registry.find($0).map(\.department) } ?? registry.departments
    return try all.map { try item($0.id, $0.name, records: $0.records) }
  }

  private func item(_ id: String, _ name: String, records places: [Int]) throws -> Listed.Item {
    let records = try index.records()
    return Listed.Item(
      id: id, name: name, records: places.count,
      fiscalYears: Set(places.compactMap { records[$0].fiscalYear }).sorted())
  }
}
