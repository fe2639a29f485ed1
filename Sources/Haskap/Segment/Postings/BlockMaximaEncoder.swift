/// Finds the ceilings of one term after another.
struct BlockMaximaEncoder {
  private let options: PostingsOptions
  private let norms: UnsafePointer<UInt8>
  private let documentCount: Int
  private let saturations: [Float]
  /// Of the current term; nil when it has none.
  private var layout: BlockMaximaLayout?
  private var ceilings: [Float] = []
  /// How many documents of the term have a ratio of so many steps.
  private var counts = [UInt32](repeating: 0, count: BlockMaximaEncoder.steps + 1)
  private static let steps = 4096

  /// - Parameters:
  ///   - norms: the code of every document's length.
  ///   - saturations: of every code.
  init(
    options: PostingsOptions, norms: UnsafePointer<UInt8>, documentCount: Int, saturations: [Float]
  ) {
    self.options = options
    self.norms = norms
    self.documentCount = documentCount
    self.saturations = saturations
  }

  /// Begins a term, which may have no ceilings; the rest does nothing then.
  mutating func begin(documentFrequency: Int) {
    layout = BlockMaximaLayout(
      documentFrequency: documentFrequency, documentCount: documentCount, options: options)
    guard let layout else { return }
    ceilings.removeAll(keepingCapacity: true)
    ceilings.append(contentsOf: repeatElement(0, count: layout.cells))
    for step in counts.indices { counts[step] = 0 }
  }

  mutating func append(
    _ documents: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int
  ) {
    guard let layout else { return }
    let (norms, saturations) = (norms, saturations)
    ceilings.withUnsafeMutableBufferPointer { ceilings in
      counts.withUnsafeMutableBufferPointer { counts in
        for index in 0..<count {
          let frequency = Float(frequencies[index])
          let document = Int(documents[index])
          let ratio = frequency / (frequency + saturations[Int(norms[document])])
          let cell = document >> layout.bits
          ceilings[cell] = max(ceilings[cell], ratio)
          counts[Int(ratio * Float(Self.steps))] &+= 1
        }
      }
    }
  }

  func finish(to target: ByteSink) {
    guard let layout else { return }
    let codes = ceilings.map { Int(Impact.code($0)) }
    let highest = codes.max() ?? 0
    let lowest = codes.reduce(highest) { $1 > 0 ? min($0, $1) : $0 }
    target.append(UInt16(lowest))
    target.append(UInt16(highest))
    func level(_ cell: Int) -> Int {
      guard cell < layout.cells, codes[cell] > 0 else { return 0 }
      return BlockMaximaLayout.level(codes[cell], lowest: lowest, highest: highest)
    }
    for cell in stride(from: 0, to: layout.cells, by: 2) {
      target.append(UInt8(level(cell) | level(cell + 1) << 4))
    }
    // The step that so many documents reach, rounded down.
    var (step, found) = (counts.count, 0)
    for count in BlockMaximaLayout.reachedBy {
      while step > 0 && found < count {
        step -= 1
        found += Int(counts[step])
      }
      target.append(UInt16(step * Int(Impact.maximum) / Self.steps))
    }
  }
}
