/// Where the documents of a segment go when it is merged.
struct DocumentIDMap: Sendable {
  /// The new number of the first document, where numbers say nothing else.
  private let base: UInt32
  /// New numbers by old ones, `dropped` for those that go; nil when all stay in their order.
  private let numbers: [UInt32]?
  let documentCount: Int
  /// How many stay.
  let count: Int
  /// Whether the new numbers ascend like the old ones.
  let isAscending: Bool

  private static let dropped = UInt32.max

  /// Keeps the order, from a new number on.
  ///
  /// - Parameter isLive: for every document whether it stays; nil when all do.
  init(base: UInt32, documentCount: Int, isLive: ((Int) -> Bool)? = nil) {
    self.base = base
    self.documentCount = documentCount
    isAscending = true
    guard let isLive else {
      numbers = nil
      count = documentCount
      return
    }
    var next = base
    numbers = (0..<documentCount).map { document in
      guard isLive(document) else { return Self.dropped }
      defer { next += 1 }
      return next
    }
    count = Int(next - base)
  }

  /// Numbers the documents of another map anew.
  ///
  /// - Parameter numbers: the newer number for each number that a document of the merge has.
  init(_ map: DocumentIDMap, renumbered numbers: [UInt32]) {
    base = 0
    documentCount = map.documentCount
    count = map.count
    isAscending = false
    self.numbers = (0..<map.documentCount).map { document in
      map[UInt32(document)].map { numbers[Int($0)] } ?? Self.dropped
    }
  }

  var keepsAll: Bool { count == documentCount }

  /// What is added to all numbers; nil when some documents go, or others come between.
  var offset: UInt32? { numbers == nil ? base : nil }

  /// The new number of a document; nil when it is dropped.
  @inline(__always)
  subscript(document: UInt32) -> UInt32? {
    guard let numbers else { return document &+ base }
    let number = numbers[Int(document)]
    return number == Self.dropped ? nil : number
  }
}
