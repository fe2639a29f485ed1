/// Numbers with a fraction, and the integers of the same order that columns keep of them.
///
/// Source: IEEE 754-2019, 5.10: numbers of one sign have the order of their bits; of those below
/// zero it is turned round here.
package enum DecimalNumber {
  /// Reads `4.5`, `-3` and `1e-3`; nil for other texts, and for numbers beyond the 64 bits.
  package static func parse(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }
    guard isPlain, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// In the fewest digits that read back the same, without a point where nothing is behind it.
  package static func text(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? String(value)
  }

  static func ordered(_ value: Double) -> Int64 {
    // Both zeros are one.
    value == 0 ? 0 : turned(Int64(bitPattern: value.bitPattern))
  }

  /// Of what no number gives, the infinite one at its side.
  static func value(ofOrdered number: Int64) -> Double {
    let number = min(max(number, ordered(-.infinity)), ordered(.infinity))
    return Double(bitPattern: UInt64(bitPattern: turned(number)))
  }

  private static func turned(_ bits: Int64) -> Int64 { bits < 0 ? bits ^ .max : bits }
}
