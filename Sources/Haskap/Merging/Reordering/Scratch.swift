/// Memory that is used again and again, and grows when more is asked for.
final class Scratch<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity = 0

  init() { base = .allocate(capacity: 0) }

  deinit { base.deallocate() }

  /// Room for so many elements. What was there is lost when it has to grow.
  func room(_ count: Int) -> UnsafeMutablePointer<Element> {
    if count > capacity {
      base.deallocate()
      base = .allocate(capacity: count)
      capacity = count
    }
    return base
  }
}
