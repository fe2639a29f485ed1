/// The postings of one term in memory, between reading and writing them.
final class PostingsList {
  var count = 0
  var totalFrequency = 0
  private(set) var documents: UnsafeMutablePointer<UInt32>
  private(set) var frequencies: UnsafeMutablePointer<UInt32>
  private var capacity = 1024

  init() {
    documents = .allocate(capacity: capacity)
    frequencies = .allocate(capacity: capacity)
  }

  deinit {
    documents.deallocate()
    frequencies.deallocate()
  }

  var documentBuffer: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: documents, count: count)
  }

  func removeAll() {
    count = 0
    totalFrequency = 0
  }

  /// Makes room for more documents.
  func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    capacity = max(capacity * 2, count + extra)
    documents = Self.grown(documents, count: count, capacity: capacity)
    frequencies = Self.grown(frequencies, count: count, capacity: capacity)
  }

  private static func grown(
    _ old: UnsafeMutablePointer<UInt32>, count: Int, capacity: Int
  ) -> UnsafeMutablePointer<UInt32> {
    let new = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    new.update(from: old, count: count)
    old.deallocate()
    return new
  }

  func append(document: UInt32, frequency: UInt32) {
    documents[count] = document
    frequencies[count] = frequency
    count += 1
    totalFrequency += Int(frequency)
  }
}
