/// One field of a segment that is being merged.
struct FieldSource {
  let index: InvertedIndex
  let map: DocumentIDMap
  let field: Int
  /// Nil when the segment has no documents.
  let codes: UnsafePointer<UInt8>?

  init(_ index: InvertedIndex, _ map: DocumentIDMap, field: Int) throws {
    self.index = index
    self.map = map
    self.field = field
    codes = index.documentCount > 0 ? try index.fieldNorms(field: field) : nil
  }
}
