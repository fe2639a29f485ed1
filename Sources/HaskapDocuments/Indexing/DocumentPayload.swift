internal import FoundationEssentials
internal import Haskap

/// What an index of documents keeps beside them.
struct DocumentPayload: Codable, Equatable {
  /// The columns of few values.
  var facets: [String]
  /// What the user named.
  var sources: SourcePaths
  /// In the order in which they were read.
  var files: [IndexedFile]

  var bytes: [UInt8] {
    get throws { Array(try JSONText.line(self).utf8) }
  }

  init(facets: [String], sources: SourcePaths, files: [IndexedFile]) {
    (self.facets, self.sources, self.files) = (facets, sources, files)
  }

  /// Nil for what no indexer of documents has written.
  init?(_ bytes: [UInt8]) {
    guard let payload = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = payload
  }

  /// What several indexes keep, as one that has all their documents.
  init(joining all: [DocumentPayload], facets: [String]) {
    self.facets = facets
    sources = SourcePaths(all.flatMap(\.sources.paths))
    files = []
    for file in all.flatMap(\.files) {
      guard let known = files.firstIndex(where: { ExactString($0.path) == ExactString(file.path) })
      else {
        files.append(file)
        continue
      }
      // The texts of one name in two indexes need not be the same.
      if files[known].stamp != file.stamp { files[known].stamp = nil }
      files[known].documents += file.documents
    }
  }

  /// The facets alone, for a search, without a decoder that would take longer to load than the
  /// search. None are known of an index that another program wrote.
  static func facets(_ bytes: [UInt8]) -> [String] {
    let members = (try? JSONDocument(bytes))?.members ?? []
    return members.filter { $0.name == "facets" }.map(\.value.text)
  }
}
