/// Reads the documents of a pair as `PairCollector` collects them.
struct PairEntries {
  private let parts: [ByteSink]
  /// How many parts have been begun.
  private var begun = 0
  private var place: UnsafeRawPointer?
  private var end: UnsafeRawPointer?
  private var document = PostingsLayout.noDocument

  init(_ parts: [ByteSink]) { self.parts = parts }

  mutating func next() -> (document: UInt32, frequency: UInt32)? {
    while place == end {
      guard begun < parts.count else { return nil }
      let bytes = parts[begun].bytes
      place = bytes.baseAddress
      end = bytes.baseAddress.map { $0 + bytes.count }
      document = PostingsLayout.noDocument
      begun += 1
    }
    guard var place else { return nil }
    let head = Varint.read(&place)
    document = document &+ UInt32(truncatingIfNeeded: head &>> 1) &+ 1
    let frequency = head & 1 == 1 ? 1 : Varint.read32(&place)
    self.place = place
    return (document, frequency)
  }
}
