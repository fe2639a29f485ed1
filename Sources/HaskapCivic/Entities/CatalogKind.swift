/// What there are lists of.
public enum CatalogKind: String, Sendable, Encodable, CaseIterable, Packable {
  case organizations, projects, departments
}
