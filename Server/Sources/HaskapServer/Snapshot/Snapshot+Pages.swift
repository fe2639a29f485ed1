extension Snapshot {
  /// - Throws: `Refusal` where there is no such page or the question cannot be read; errors of the
  ///   index.
  func page(_ address: Address, _ items: QueryItems, _ layout: PageLayout) throws -> Page {
    switch self {
    case .reports(let snapshot):
      try PageMaker(snapshot: snapshot, layout: layout).page(address, items)
    case .documents(let snapshot):
      try DocumentPageMaker(snapshot: snapshot, layout: layout).page(address, items)
    }
  }

  /// The content of a page that asks for nothing, for programs and spreadsheets.
  ///
  /// - Throws: as `page`.
  func data(_ address: Address, as format: DataFormat) throws -> Answer {
    let none = try QueryItems("")
    return switch self {
    case .reports(let snapshot):
      try DataMaker(snapshot: snapshot, format: format).answer(address, none)
    case .documents(let snapshot):
      try DocumentDataMaker(snapshot: snapshot).answer(address, none)
    }
  }

  /// All pages but the search, in the order in which readers meet them.
  var addresses: [Address] {
    get throws {
      switch self {
      case .reports(let snapshot): try SiteMap.addresses(of: snapshot)
      case .documents(let snapshot):
        try SiteMap.addresses(of: snapshot) + snapshot.keys().map(Address.document)
      }
    }
  }
}
