/// Reads the documents of a pair as `PairCollector` collects them.
struct PairEntries {
  private var place: UnsafeRawPointer?
  private let end: UnsafeRawPointer?
  private var document = PostingsLayout.noDocument

  /// - Parameter bytes: they outlive this.
  init(_ bytes: UnsafeRawBufferPointer) {
    place = bytes.baseAddress
    end = bytes.baseAddress.map { $0 + bytes.count }
  }

  mutating func next() -> (document: UInt32, frequency: UInt32)? {
    guard var place, let end, place < end else { return nil }
    let head = Varint.read(&place)
    document = document &+ UInt32(truncatingIfNeeded: head &>> 1) &+ 1
    let frequency = head & 1 == 1 ? 1 : Varint.read32(&place)
    self.place = place
    return (document, frequency)
  }
}
