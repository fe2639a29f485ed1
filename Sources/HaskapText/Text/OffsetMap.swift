/// From offsets of the normalized text back to the original, both UTF-8 bytes. The idea is that of
/// ICU's `Edits`.
///
/// Only the places where lengths differ are stored; a text that did not change has an empty map.
public struct OffsetMap: Sendable {
  /// A stretch of the normalized text that stands for a stretch of the original, in UTF-8 bytes.
  public struct Edit: Hashable, Sendable {
    public var normalized: Range<UInt32>
    public var original: Range<UInt32>
  }

  /// In order of the text; between two edits bytes correspond one to one.
  public private(set) var edits: [Edit] = []

  public init() {}

  /// The stretch of the original that a stretch of the normalized text stands for, whole
  /// replaced characters at its edges included.
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    if range.isEmpty {
      let start = originalStart(of: range.lowerBound)
      return start..<start
    }
    return originalStart(of: range.lowerBound)..<originalEnd(of: range.upperBound)
  }

  private func originalStart(of offset: Int) -> Int {
    guard let edit = lastEdit(where: { $0.normalized.lowerBound <= offset }) else { return offset }
    if edit.normalized.contains(UInt32(offset)) { return Int(edit.original.lowerBound) }
    return offset - Int(edit.normalized.upperBound) + Int(edit.original.upperBound)
  }

  private func originalEnd(of offset: Int) -> Int {
    guard let edit = lastEdit(where: { $0.normalized.lowerBound < offset }) else { return offset }
    if offset <= edit.normalized.upperBound { return Int(edit.original.upperBound) }
    return offset - Int(edit.normalized.upperBound) + Int(edit.original.upperBound)
  }

  /// The last edit of a prefix of the edits that satisfies `predicate`.
  private func lastEdit(where predicate: (Edit) -> Bool) -> Edit? {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if predicate(edits[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : edits[low - 1]
  }

  mutating func clear() { edits.removeAll(keepingCapacity: true) }

  mutating func append(normalized: Range<Int>, original: Range<Int>) {
    edits.append(
      Edit(
        normalized: UInt32(normalized.lowerBound)..<UInt32(normalized.upperBound),
        original: UInt32(original.lowerBound)..<UInt32(original.upperBound)))
  }
}
