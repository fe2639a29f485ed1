internal import HaskapText
internal import Synchronization

/// Analyses documents and keeps their terms, on one thread.
final class Inverter {
  let inverted: InvertedBuffer
  let boundaries: BoundariesBuffer
  private let sessions: [String: AnalyzerSession]
  private var analyzed = AnalyzedText()
  private let cutter = GramCutter()

  init(plan: DocumentPlan, analyzers: AnalyzerSet) throws {
    sessions = try analyzers.analyzers.mapValues { try $0.makeSession() }
    inverted = InvertedBuffer(fields: plan.indexedFields)
    boundaries = BoundariesBuffer(fieldCount: plan.schema.gramsFields.count)
  }

  var use: InverterUse {
    var use = inverted.use
    use.byteCount += boundaries.byteCount
    return use
  }

  /// Documents come in ascending order of their numbers.
  func add(_ items: [DocumentPlan.Item], to document: UInt32) throws {
    for item in items { try add(item, to: document) }
  }

  private func add(_ item: DocumentPlan.Item, to document: UInt32) throws {
    switch (item.kind, item.value) {
    case (.text(let options), .text(let text)):
      try sessions[options.analyzer]?.analyze(text, into: &analyzed)
      append(analyzed.tokens, of: analyzed.utf8, field: item.inverted, to: document)
      if let place = item.grams { appendGrams(place, to: document) }
    case (.keyword, .text(let text)):
      let utf8 = Array(text.utf8)
      append(
        [TokenSpan(start: 0, end: UInt32(utf8.count))], of: utf8, field: item.inverted,
        to: document)
    default: break
    }
  }

  private func appendGrams(_ place: DocumentPlan.GramsPlace, to document: UInt32) {
    cutter.cut(analyzed)
    boundaries.add(document: document, field: place.boundaries, cutter.boundaries)
    analyzed.utf8.withUnsafeBufferPointer { utf8 in
      inverted.add(document: document, field: place.inverted, utf8: utf8, tokens: cutter.grams)
    }
  }

  private func append(
    _ tokens: [TokenSpan], of utf8: [UInt8], field: Int?, to document: UInt32
  ) {
    guard let field, !utf8.isEmpty else { return }
    utf8.withUnsafeBufferPointer { utf8 in
      tokens.withUnsafeBufferPointer { tokens in
        inverted.add(document: document, field: field, utf8: utf8, tokens: tokens)
      }
    }
  }
}
