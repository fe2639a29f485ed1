/// Finds the ceilings of one term after another.
struct CeilingsEncoder {
  private let field: InvertedField
  private let norms: UnsafePointer<UInt8>
  private let documentCount: Int
  private let saturations: [Float]
  private var ceilings: [Float] = []
  /// How many documents of the term have a ratio of so many steps.
  private var counts = [UInt32](repeating: 0, count: CeilingsEncoder.steps + 1)
  private static let steps = 4096

  /// - Parameters:
  ///   - norms: the code of every document's length.
  ///   - saturations: of every code.
  init(
    field: InvertedField, norms: UnsafePointer<UInt8>, documentCount: Int, saturations: [Float]
  ) {
    self.field = field
    self.norms = norms
    self.documentCount = documentCount
    self.saturations = saturations
  }

  mutating func encode(
    _ documents: UnsafeBufferPointer<UInt32>, frequencies: UnsafePointer<UInt32>,
    to target: ByteSink
  ) {
    let layout = CeilingsLayout(
      documentFrequency: documents.count, documentCount: documentCount, field: field)
    guard let layout else { return }
    find(documents, frequencies, layout)
    let codes = ceilings.map { Int(Impact.code($0)) }
    let highest = codes.max() ?? 0
    let lowest = codes.reduce(highest) { $1 > 0 ? min($0, $1) : $0 }
    target.append(UInt16(lowest))
    target.append(UInt16(highest))
    for cell in stride(from: 0, to: layout.cells, by: 2) {
      let pair = codes[cell..<min(cell + 2, layout.cells)].map {
        $0 == 0 ? 0 : CeilingsLayout.level($0, lowest: lowest, highest: highest)
      }
      target.append(UInt8(pair[0] | (pair.count > 1 ? pair[1] << 4 : 0)))
    }
    for count in CeilingsLayout.reachedBy { target.append(reached(by: count)) }
  }

  /// The step that so many documents reach, rounded down.
  private func reached(by count: Int) -> UInt16 {
    var found = 0
    let step = counts.indices.reversed().first {
      found += Int(counts[$0])
      return found >= count
    }
    return UInt16((step ?? 0) * Int(Impact.maximum) / Self.steps)
  }

  private mutating func find(
    _ documents: UnsafeBufferPointer<UInt32>, _ frequencies: UnsafePointer<UInt32>,
    _ layout: CeilingsLayout
  ) {
    ceilings.removeAll(keepingCapacity: true)
    ceilings.append(contentsOf: repeatElement(0, count: layout.cells))
    for step in counts.indices { counts[step] = 0 }
    for index in documents.indices {
      let frequency = Float(frequencies[index])
      let document = Int(documents[index])
      let ratio = frequency / (frequency + saturations[Int(norms[document])])
      let cell = document >> layout.bits
      ceilings[cell] = max(ceilings[cell], ratio)
      counts[Int(ratio * Float(Self.steps))] += 1
    }
  }
}
