/// A place of the site. Each has one path, which outlasts the index: it is made of names and ids
/// that building again does not change.
enum Address: Hashable, Sendable {
  case home
  case search
  case record(String)
  case document(String)
  case documents(page: Int)
  case organization(String)
  case project(String)
  case department(String)
  case year(Int)
  case list(Listing, page: Int = 1)
  case about

  /// What there are lists of.
  enum Listing: String, Sendable, CaseIterable {
    case organizations, projects, departments, years
  }
}

extension Address {
  /// The parts of the path, not escaped.
  var parts: [String] {
    switch self {
    case .home: []
    case .search: ["search"]
    case .record(let id): ["records", id]
    case .document(let key): ["documents", key]
    case .documents(page: 1): ["documents"]
    case .documents(let page): ["documents", "page", String(page)]
    case .organization(let id): [Listing.organizations.rawValue, id]
    case .project(let id): [Listing.projects.rawValue, id]
    case .department(let id): [Listing.departments.rawValue, id]
    case .year(let year): [Listing.years.rawValue, String(year)]
    case .list(let listing, page: 1): [listing.rawValue]
    case .list(let listing, let page): [listing.rawValue, "page", String(page)]
    case .about: ["about"]
    }
  }

  /// Without the slash at its beginning, escaped.
  var path: String { parts.map(Escaping.segment).joined(separator: "/") }

  /// - Parameter segments: of a path, still escaped. An id may hold slashes, escaped or not.
  /// - Returns: nil where there is no such place, and for what is not UTF-8.
  init?(segments: [Substring]) {
    let parts = segments.compactMap { Escaping.decoded($0) }
    guard parts.count == segments.count else { return nil }
    let id = parts.dropFirst().joined(separator: "/")
    switch (parts.first, parts.count) {
    case (nil, _): self = .home
    case ("search", 1): self = .search
    case ("about", 1): self = .about
    case ("documents", 1): self = .documents(page: 1)
    case ("documents", 3) where parts[1] == "page":
      guard let page = Int(parts[2]), page > 1 else { return nil }
      self = .documents(page: page)
    case (let name?, 1):
      guard let listing = Listing(rawValue: name) else { return nil }
      self = .list(listing)
    case (let name?, 3) where parts[1] == "page" && Listing(rawValue: name) != nil:
      guard let listing = Listing(rawValue: name), let page = Int(parts[2]), page > 1 else {
        return nil
      }
      self = .list(listing, page: page)
    case ("records", _): self = .record(id)
    case ("documents", _): self = .document(id)
    case ("organizations", _): self = .organization(id)
    case ("projects", _): self = .project(id)
    case ("departments", _): self = .department(id)
    case ("years", 2):
      guard let year = Int(id), String(year) == id else { return nil }
      self = .year(year)
    default: return nil
    }
  }
}
