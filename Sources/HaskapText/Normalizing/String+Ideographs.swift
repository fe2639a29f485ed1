extension String {
  /// With ideographs in the place of the radicals that some programs write into PDFs (`6⽉5⽇`, `市⺠`), and without
  /// what tells glyphs apart and nobody sees: a name is one name whichever program wrote it.
  package var withIdeographs: String {
    guard unicodeScalars.contains(where: Self.isStandIn) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if Self.isInvisible(scalar) { continue }
      text.append(Self.isRadical(scalar) ? Self.ideographs[scalar] ?? scalar : scalar)
    }
    return String(text)
  }

  private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
    isRadical(scalar) || isInvisible(scalar)
  }

  private static func isRadical(_ scalar: Unicode.Scalar) -> Bool {
    0x2E80...0x2FDF ~= scalar.value
  }

  /// Hyphens and spaces without width, and the selectors of variants; those of pictures (U+FE0F) do show.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFE00...0xFE0E, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Those of the Kangxi block by NFKC, the others by their table.
  private static let ideographs: [Unicode.Scalar: Unicode.Scalar] = {
    let icu = try? ICUNormalizer()
    var (table, target) = ([Unicode.Scalar: Unicode.Scalar](), [UInt16]())
    for value in UInt32(0x2E80)...0x2FDF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if let ideograph = LookAlikes.replacement(of: value) {
        table[scalar] = Unicode.Scalar(ideograph)
      } else if let icu, (try? icu.normalize([UInt16(value)], into: &target)) != nil {
        table[scalar] = target.first.flatMap(Unicode.Scalar.init)
      }
    }
    return table
  }()
}
