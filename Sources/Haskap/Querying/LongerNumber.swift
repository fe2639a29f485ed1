/// A variant with a sign beside it that makes the number at that end a longer one: 二十人 of 十人.
struct LongerNumber {
  let utf8: [UInt8]
  /// Where the variant is in it, in Unicode scalars.
  let offset: Int

  private static let digits = "0123456789".unicodeScalars.map { String($0) }
  private static let kanji = "〇一二三四五六七八九十百千万億".unicodeScalars.map { String($0) }

  /// All of a variant; none where it counts in them as well.
  static func all(of variant: UnitVariant) -> [LongerNumber] {
    guard variant.isWholeNumber else { return [] }
    let text = String(decoding: variant.utf8, as: UTF8.self)
    let ends = [text.unicodeScalars.first, text.unicodeScalars.last].map {
      $0.map { String($0) } ?? ""
    }
    let beginsInDigits = digits.contains(ends[0])
    var longer: [LongerNumber] = []
    if beginsInDigits || kanji.contains(ends[0]) {
      let marks = beginsInDigits ? [",", "."].flatMap { mark in digits.map { $0 + mark } } : []
      longer += (digits + kanji + marks).map { sign in
        LongerNumber(utf8: Array((sign + text).utf8), offset: sign.unicodeScalars.count)
      }
    }
    if digits.contains(ends[1]) || kanji.contains(ends[1]) {
      longer += (digits + kanji).map { LongerNumber(utf8: Array((text + $0).utf8), offset: 0) }
    }
    return longer
  }
}
