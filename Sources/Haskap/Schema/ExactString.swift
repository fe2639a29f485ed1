/// A string that equals another only byte by byte, and is ordered by its bytes.
///
/// Swift's own `==` takes canonically equivalent strings as equal (が in one scalar and in two);
/// what is kept as written must not be joined so.
package struct ExactString: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: ExactString, right: ExactString) -> Bool {
    left.text.utf8.count == right.text.utf8.count
      && left.text.utf8Span.span.withUnsafeBytes { left in
        right.text.utf8Span.span.withUnsafeBytes { compareBytes(left, $0) == 0 }
      }
  }

  package static func < (left: ExactString, right: ExactString) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if done == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}

extension [ExactString] {
  /// The first from an index on that is not below these bytes, looked for in steps that double. Of
  /// ascending strings.
  func firstIndex(notBelow bytes: [UInt8], from start: Int) -> Int {
    var (low, step) = (start, 1)
    while low + step <= count, isBelow(bytes, at: low + step - 1) {
      low += step
      step *= 2
    }
    var high = Swift.min(low + step, count)
    while low < high {
      let middle = (low + high) / 2
      if isBelow(bytes, at: middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isBelow(_ bytes: [UInt8], at index: Int) -> Bool {
    self[index].text.utf8Span.span.withUnsafeBytes { text in
      bytes.withUnsafeBytes { compareBytes(text, $0) < 0 }
    }
  }
}
