/// Numbers with a fraction as integers of 64 bits in the same order, as a column keeps them.
///
/// Source: IEEE 754-2019, 5.10: numbers of one sign have the order of their bits; of those below
/// zero it is turned round here. −0 is 0.
package enum DecimalNumber {
  /// Reads `1.5`, `-3`, `1e-7`. Nil for other texts, and for numbers beyond those of a double.
  package static func parse(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  static func ordered(_ number: Double) -> Int64 {
    number == 0 ? 0 : turned(Int64(bitPattern: number.bitPattern))
  }

  static func number(ofOrdered bits: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: turned(bits)))
  }

  /// In the fewest digits that give the same again, without a fraction where there is none.
  static func text(_ number: Double) -> String {
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func turned(_ bits: Int64) -> Int64 { bits < 0 ? bits ^ .max : bits }
}
