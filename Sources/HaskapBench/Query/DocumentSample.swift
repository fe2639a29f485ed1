internal import Haskap

/// The documents of a snapshot that are not deleted, to draw from.
struct DocumentSample {
  private let reader: IndexReader
  let places: [(segment: Int, document: Int)]

  init(_ snapshot: QuerySnapshot) throws {
    var request = SearchRequest(limit: 0)
    request.gathersDocuments = true
    let found = try snapshot.searcher.prepare(.everything).run(request)
    reader = snapshot.reader
    places = found.documents?.places ?? []
  }

  var isEmpty: Bool { places.isEmpty }

  func draw(_ random: inout SeededGenerator) throws -> Document {
    let place = places[random.number(0...places.count - 1)]
    return try reader.storedDocument(segment: place.segment, document: place.document)
  }

  /// At most so many documents, evenly spread.
  func spread(_ limit: Int) throws -> [(segment: Int, document: UInt32, stored: Document)] {
    let step = max(1, (places.count + limit - 1) / max(1, limit))
    return try stride(from: 0, to: places.count, by: step).map { index in
      let (segment, document) = places[index]
      let stored = try reader.storedDocument(segment: segment, document: document)
      return (segment, UInt32(document), stored)
    }
  }
}

extension DocumentSets {
  func contains(segment: Int, document: UInt32) -> Bool {
    guard words.indices.contains(segment) else { return false }
    let index = Int(document) / 64
    return words[segment].indices.contains(index)
      && words[segment][index] >> UInt64(document % 64) & 1 == 1
  }
}
