import HaskapCivic

extension Snapshot {
  /// Where that is which an address asks for by another name than its own; nil where the name means
  /// nothing, or several things.
  ///
  /// - Throws: errors of the index.
  func place(meantBy address: Address) throws -> Address? {
    guard case .reports(let snapshot) = self else { return nil }
    let index = snapshot.index
    switch address {
    case .organization(let name):
      guard case .one(let found) = try index.organizations().resolve(name),
        found.agreement == .exact
      else { return nil }
      return .organization(found.entity.id)
    case .project(let name):
      guard case .one(let found) = try index.projects().resolve(name), found.agreement == .exact
      else { return nil }
      return .project(found.series.id)
    case .department(let name):
      let found = try index.departments().find(name).filter { $0.agreement == .exact }
      return found.count == 1 ? .department(found[0].department.id) : nil
    default: return nil
    }
  }
}
