/// Characters that stand for another one which NFKC does not give: radicals out of PDFs and
/// dashes, from `Resources/cjk-radicals.tsv`; and the one-to-one part of NFKC worth a short cut.
enum LookAlikes {
  /// U+30FC, ー.
  static let prolongedSoundMark: UInt32 = 0x30FC

  /// The scalar to write instead; nil if there is none.
  static func replacement(of scalar: UInt32) -> UInt32? {
    if scalar == 0x3000 { return 0x20 }
    if isDash(scalar) { return 0x2D }
    if 0xFF01...0xFF5E ~= scalar {
      let ascii = scalar - 0xFEE0
      return 0x41...0x5A ~= ascii ? ascii | 0x20 : ascii
    }
    return 0x2E80...0x2EFF ~= scalar ? radicals[scalar] : nil
  }

  /// Hyphens, dashes and the minus sign: ten scalars, asked for at every character that is not
  /// plain, and so no table in a file. They stand for one another and, between Katakana, for
  /// the prolonged sound mark.
  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
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
