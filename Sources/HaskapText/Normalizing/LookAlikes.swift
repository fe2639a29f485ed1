/// Characters that stand for another one which NFKC does not give: radicals out of PDFs, dashes,
/// wave dashes, quotation marks and the spacing marks of voiced kana; and the one-to-one part of
/// NFKC worth a short cut.
enum LookAlikes {
  /// U+30FC, ー.
  static let prolongedSoundMark: UInt32 = 0x30FC
  static let hyphen: UInt32 = 0x2D

  /// The scalar to write instead; nil if there is none.
  static func replacement(of scalar: UInt32) -> UInt32? {
    if scalar == 0x3000 { return 0x20 }
    if isDash(scalar) { return hyphen }
    if 0xFF01...0xFF5E ~= scalar {
      let ascii = scalar - 0xFEE0
      return 0x41...0x5A ~= ascii ? ascii | 0x20 : ascii
    }
    return 0x2E80...0x2EFF ~= scalar ? radicals[scalar] : mark(scalar)
  }

  /// Hyphens, dashes and the minus sign, raised, lowered and upright ones too: asked for at every
  /// character that is not plain, and so no table in a file. They stand for one another and,
  /// between Katakana, for the prolonged sound mark.
  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2015, 0x207B, 0x208B, 0x2212, 0xFE31, 0xFE32, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// Lines of boxes, which some type as hyphens: ─ and ━.
  static func isBoxLine(_ scalar: UInt32) -> Bool { 0x2500...0x2501 ~= scalar }

  /// True for the marks of voiced kana that join what stands before them.
  static func joinsKana(_ scalar: UInt32) -> Bool { 0x3099...0x309A ~= scalar }

  /// 〜, quotation marks, apostrophes and primes as ASCII has them; ゛ and ゜ as they join kana.
  private static func mark(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x301C, 0x223C: 0x7E
    case 0x2018...0x201B, 0x2032, 0x2035, 0x02BC, 0x00B4: 0x27
    case 0x201C...0x201F, 0x2033, 0x2036, 0x301D...0x301F: 0x22
    case 0x309B: 0x3099
    case 0x309C: 0x309A
    default: nil
    }
  }

  /// Parsed at the first radical met: most text has none.
  private static let radicals: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for fields in ResourceTable.rows(of: PackageResources.cjk_radicals_tsv) {
      guard fields.count == 2, let from = fields[0].unicodeScalars.first,
        let to = fields[1].unicodeScalars.first
      else { continue }
      table[from.value] = to.value
    }
    return table
  }()
}
