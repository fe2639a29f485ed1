/// A growing run of bytes that encoders append to before it goes to a file.
///
/// One sink is reused for many terms: `removeAll` keeps the memory.
final class ByteSink {
  private(set) var count = 0
  private var capacity: Int
  private(set) var base: UnsafeMutableRawPointer

  init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    base = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  func removeAll() { count = 0 }

  func truncate(to length: Int) { count = min(count, length) }

  /// Makes room for `extra` more bytes, so that the unchecked writes that follow stay inside.
  func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    capacity = max(capacity * 2, count + extra)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    grown.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = grown
  }

  /// Room for `length` bytes, to be filled by the caller; they count as appended at once.
  func extend(by length: Int) -> UnsafeMutableRawPointer {
    reserve(length)
    defer { count += length }
    return base + count
  }

  func append<T: FixedWidthInteger>(_ value: T) {
    extend(by: MemoryLayout<T>.size).storeBytes(of: value.littleEndian, as: T.self)
  }

  func append(_ source: UnsafeRawBufferPointer) {
    guard let start = source.baseAddress, source.count > 0 else { return }
    extend(by: source.count).copyMemory(from: start, byteCount: source.count)
  }

  func appendVarint(_ value: UInt64) {
    reserve(Varint.maximumLength)
    count += Varint.write(value, to: base + count)
  }
}
