/// What a normalized scalar may have been before: other case and other width. For keyword fields,
/// whose values are kept as they were given.
enum UnnormalizedForms {
  private static let dashes: [UInt32] = [0x2010, 0x2011, 0x2013, 0x2014, 0x2015, 0x2212, 0x30FC]
  private static let halfWidth = Array(
    "ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ".unicodeScalars)
  private static let fullWidth = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)
  private static let voiced: Unicode.Scalar = "\u{FF9E}"
  private static let semivoiced: Unicode.Scalar = "\u{FF9F}"

  /// Itself first; each form in one scalar or more.
  static func of(_ scalar: Unicode.Scalar) -> [[Unicode.Scalar]] {
    let value = scalar.value
    var forms = [[scalar]]
    if 0x61...0x7A ~= value { forms += single([value - 0x20, value + 0xFEE0 - 0x20]) }
    if 0x21...0x7E ~= value { forms += single([value + 0xFEE0]) }
    if value == 0x20 { forms += single([0x3000]) }
    if value == 0x2D { forms += single(dashes) }
    if value == 0x7E { forms += single([0x301C]) }
    if value == 0x27 { forms += single([0x2019]) }
    return forms + narrow(scalar)
  }

  private static func single(_ values: [UInt32]) -> [[Unicode.Scalar]] {
    values.compactMap { Unicode.Scalar($0).map { [$0] } }
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> [[Unicode.Scalar]] {
    guard 0x30A1...0x30FC ~= scalar.value else { return [] }
    if let place = fullWidth.firstIndex(of: scalar) { return [[halfWidth[place]]] }
    for (mark, distance) in [(voiced, 1), (semivoiced, 2)] as [(Unicode.Scalar, UInt32)] {
      guard let plain = Unicode.Scalar(scalar.value - distance),
        let place = fullWidth.firstIndex(of: plain)
      else { continue }
      return [[halfWidth[place], mark]]
    }
    return scalar == "ヴ" ? [["ｳ", voiced]] : []
  }
}
