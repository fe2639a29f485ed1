internal import CLibrary

/// The functions of C's library that measuring needs.
enum Math {
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  static func exponential(_ value: Double) -> Double { exp(value) }
  static func logarithm(_ value: Double) -> Double { log(value) }
  static func decimalLogarithm(_ value: Double) -> Double { log10(value) }
}
