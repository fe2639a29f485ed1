internal import HaskapDocuments

extension CivicIndex {
  /// Who is who in the records, by the aliases that the index was built with.
  public func organizations() throws -> OrganizationRegistry {
    try entities.organizations.value {
      OrganizationRegistry(records: try records(), aliases: try aliases().all)
    }
  }

  /// The projects, each through all its years.
  public func projects() throws -> ProjectCatalog {
    try entities.projects.value {
      ProjectCatalog(records: try records(), organizations: try organizations())
    }
  }

  /// Which department is in charge of what.
  public func departments() throws -> DepartmentRegistry {
    try entities.departments.value { DepartmentRegistry(records: try records()) }
  }

  /// What each form's list gained and lost against the last report before that has it.
  public func comparisons() throws -> [YearComparison] {
    try entities.comparisons.value {
      YearComparison.all(records: try records(), catalog: try projects())
    }
  }

  /// Makes all of these, so that no question has to wait for them.
  public func prepareEntities() throws {
    _ = try (departments(), comparisons())
  }
}
