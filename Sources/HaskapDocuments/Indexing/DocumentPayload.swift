/// What an index of documents keeps beside them.
struct DocumentPayload: Encodable {
  /// The columns of few values.
  var facets: [String] = []

  var bytes: [UInt8] {
    get throws { Array(try JSONText.line(self).utf8) }
  }

  init(facets: [String]) { self.facets = facets }

  /// Nothing is known of an index that was written by another program.
  init(reading bytes: [UInt8]) {
    let members = (try? JSONLine.members(of: bytes)) ?? []
    facets = members.filter { $0.name == "facets" }.map(\.value.text)
  }
}
