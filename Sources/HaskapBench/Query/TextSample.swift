internal import Haskap
internal import HaskapText

/// The texts of one field, to draw queries from: as they are stored, or restored from the index.
struct TextSample {
  private let maker: QueryMaker
  private let documents: DocumentSample
  /// Nil where the field is stored.
  private let restored: RestoredTexts?

  init(_ snapshot: QuerySnapshot, _ maker: QueryMaker, seed: UInt64) throws {
    self.maker = maker
    documents = try DocumentSample(snapshot)
    var random = SeededGenerator(seed: seed)
    restored =
      maker.isStored
      ? nil
      : try RestoredTexts(
        snapshot.reader, field: maker.field, among: documents.places, &random)
  }

  var isEmpty: Bool { restored?.places.isEmpty ?? documents.isEmpty }

  func draw(_ random: inout SeededGenerator) throws -> DrawnText? {
    if let restored {
      let place = restored.places[random.number(0...restored.places.count - 1)]
      return restored.text(segment: place.segment, document: place.document)
    }
    let values = try documents.draw(&random)[maker.field].compactMap(\.text)
    guard !values.isEmpty else { return nil }
    let text = try maker.analyze(values[random.number(0...values.count - 1)])
    return DrawnText(
      words: text.tokens.map(text.text), text: String(decoding: text.utf8, as: UTF8.self))
  }

  /// The texts of at most so many documents, evenly spread.
  func spread(_ limit: Int) throws -> [String] {
    guard let restored else {
      return try documents.spread(limit).flatMap { $0.stored[maker.field].compactMap(\.text) }
    }
    let step = max(1, (restored.places.count + limit - 1) / max(1, limit))
    return stride(from: 0, to: restored.places.count, by: step).compactMap { index in
      let (segment, document) = restored.places[index]
      return restored.text(segment: segment, document: document)?.text
    }
  }
}
