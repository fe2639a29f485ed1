/// Merges the stored documents of several segments. Blocks of which every document stays are copied
/// as they are stored; small ones, and those that lose documents, are written anew.
struct DocumentMerger {
  let stores: [DocumentStore]
  let order: MergePermutation

  func write(to writer: DocumentStoreWriter) throws {
    guard order.isSequential else {
      return try order.forEachDocument { part, document in
        try writer.append(encoded: stores[part].encoded(document))
      }
    }
    for (store, map) in zip(stores, order.maps) {
      for block in 0..<store.blocks.count { try append(block, of: store, map, to: writer) }
    }
  }

  private func append(
    _ block: Int, of store: DocumentStore, _ map: DocumentIDMap, to writer: DocumentStoreWriter
  ) throws {
    let documents = try store.blocks.documents(of: block)
    let stored = try store.stored(block)
    let staying = documents.filter { map.keepsAll || map[UInt32($0)] != nil }
    if staying.count == documents.count,
      DocumentBlockLayout.isLarge(documents: documents.count, length: stored.count)
    {
      return try writer.append(block: stored, count: documents.count)
    }
    for document in staying { try writer.append(encoded: store.encoded(document)) }
  }
}
