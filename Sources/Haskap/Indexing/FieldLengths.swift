/// The lengths of one field in all documents, while they are being added.
struct FieldLengths {
  private var codes: [UInt8] = []
  private var statistics = FieldStatistics()
  private var current: UInt32?
  private var length: UInt32 = 0

  /// The array is copied to grow.
  var byteCount: Int { 2 * codes.count }

  /// The position of the first token of a new value.
  mutating func begin(_ document: UInt32) -> UInt32 {
    guard current != document else { return length + 1 }
    store()
    current = document
    length = 0
    return 0
  }

  mutating func end(_ length: UInt32) { self.length = length }

  private mutating func store() {
    guard let current else { return }
    codes.append(contentsOf: repeatElement(0, count: Int(current) - codes.count))
    codes.append(FieldLength.encode(Int(length)))
    statistics.documentCount += 1
    statistics.totalLength += Int(length)
  }

  /// The codes of a field's lengths from several buffers, of which one at most has a document; 0
  /// for documents that do not have the field.
  static func codes(_ lengths: [FieldLengths], documentCount: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: documentCount)
    for var part in lengths {
      part.store()
      for (document, code) in part.codes.enumerated() where code > 0 { result[document] = code }
    }
    return result
  }

  static func statistics(_ lengths: [FieldLengths]) -> FieldStatistics {
    lengths.reduce(FieldStatistics()) { sum, part in
      var part = part
      part.store()
      return sum + part.statistics
    }
  }
}
