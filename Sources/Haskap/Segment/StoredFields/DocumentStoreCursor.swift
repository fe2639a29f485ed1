/// Reads the stored bytes of many documents. Where they follow each other, a block's head is read
/// once, and each document is made of the one before.
struct DocumentStoreCursor {
  private let store: DocumentStore
  private var block: DocumentStore.Block?
  private var document = -1
  private var bytes: [UInt8] = []

  init(_ store: DocumentStore) { self.store = store }

  /// The bytes of a document as `DocumentStoreWriter.append(encoded:)` takes them.
  mutating func encoded(_ number: Int) throws(FormatError) -> [UInt8] {
    let index = number & (DocumentBlockLayout.length - 1)
    let follows = number == document + 1
    document = number
    guard follows else {
      block = nil
      bytes = try store.encoded(number)
      return bytes
    }
    if block == nil || index == 0 { block = try store.block(number >> DocumentBlockLayout.bits) }
    if let block {
      bytes.removeLast(bytes.count - block.head.sharedLength(of: index))
      bytes += try store.bytes(block.head.suffix(of: index), of: block)
    }
    return bytes
  }
}
