/// The numbers by which segments, their deletions and commits are counted, and files are named.
enum SerialNumber {
  /// They stay below this: no index comes near it, and none that is counted on from a number on
  /// disk can overflow.
  static let limit: UInt64 = 1 << 62

  /// A number on disk, which may be the one after the last.
  static func read(_ record: inout RecordDecoder) throws(FormatError) -> UInt64 {
    let number = try record.unsigned()
    guard number <= limit else {
      throw record.error("a number up to \(limit)", found: "\(number)")
    }
    return number
  }

  /// The numbers in a name such as `12.terms` or `12-15.deletions`; nil for other names.
  static func inName(_ name: String, of kinds: [FileKind] = FileKind.allCases) -> [UInt64]? {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, kinds.contains(where: { $0.suffix.utf8.elementsEqual(parts[1]) })
    else { return nil }
    let numbers = parts[0].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard numbers.count <= 2, numbers.allSatisfy({ $0.allSatisfy(digits.contains) }) else {
      return nil
    }
    let values = numbers.compactMap { UInt64(Substring($0)) }
    return values.count == numbers.count ? values : nil
  }
}
