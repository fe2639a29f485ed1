/// What there are lists of.
public enum CatalogKind: String, Sendable, Encodable, CaseIterable {
  case organizations, projects, departments
}
