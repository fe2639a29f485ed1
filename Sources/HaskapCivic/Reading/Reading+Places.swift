extension Reading {
  /// Tells every record by what name it can be cited, and where in its file it stands.
  mutating func locateRecords(in text: ReportText) {
    var names: [String: Int] = [:]
    names.reserveCapacity(records.count)
    for index in records.indices {
      records[index].dropOverlongNames(text.document)
      records[index].locate(in: text)
    }
    for (index, citation) in citations().enumerated() {
      var name = citation
      if names[name] != nil { name += ".\(records[index].distinction)" }
      let count = Self.next(&names[name, default: 0])
      records[index].id = count == 1 ? name : "\(name).\(count)"
    }
  }

  /// By what each record can be cited where no other is called alike.
  private func citations() -> [String] {
    let records = records
    return SharedWork.map(records.count) { records[$0].id ?? records[$0].citation }
  }

  private static func next(_ count: inout Int) -> Int {
    count += 1
    return count
  }
}

extension Record {
  /// Records that others have written may be named by anything.
  fileprivate mutating func dropOverlongNames(_ own: String) {
    if !NameLength.fits(document) { document = own }
    if let id, !NameLength.fits(id) { self.id = nil }
    if let sheet, !NameLength.fits(sheet) { self.sheet = nil }
    if let municipality, !NameLength.fits(municipality) {
      rest.append(municipality)
      self.municipality = nil
    }
  }

  fileprivate mutating func locate(in text: ReportText) {
    file = file ?? text.file
    guard let source = text.source(ofLine: line) else { return }
    (line, page, sheet) = (source.number, source.page, source.sheet)
  }
}
