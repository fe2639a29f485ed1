/// Which of `-` and `ー` a dash is. Both are typed for one another: スポ-ツ, 090ー1234.
enum Dashes {
  /// Whether a scalar is one of those that neighbors decide about.
  static func mayBe(_ scalar: UInt32) -> Bool {
    scalar == LookAlikes.hyphen || isProlongedSoundMark(scalar)
      || LookAlikes.isDash(scalar) || LookAlikes.isBoxLine(scalar)
  }

  /// What to write for a dash.
  ///
  /// - Parameters:
  ///   - before: the scalar written last.
  ///   - after: the scalar that follows, normalized.
  ///   - isBehindHalfWidth: whether the source has half-width Katakana before it, which were typed
  ///     where there was no ー but `-`: ｺﾝﾋﾟｭ-ﾀ-教室.
  static func form(
    of scalar: UInt32, before: UInt32?, after: UInt32?, isBehindHalfWidth: Bool
  ) -> UInt32 {
    let mark = LookAlikes.prolongedSoundMark
    let isBetweenLetters = isAlphanumeric(before) && isAlphanumeric(after)
    if isProlongedSoundMark(scalar) { return isBetweenLetters ? LookAlikes.hyphen : mark }
    let prolongs =
      isKatakana(before) && before != mark
      && (isKatakana(after) || isBehindHalfWidth && !isAlphanumeric(after) && !isDash(after))
    if prolongs { return mark }
    return LookAlikes.isBoxLine(scalar) && !isBetweenLetters ? scalar : LookAlikes.hyphen
  }

  /// ー of either width.
  private static func isProlongedSoundMark(_ scalar: UInt32) -> Bool {
    scalar == LookAlikes.prolongedSoundMark || scalar == 0xFF70
  }

  private static func isKatakana(_ scalar: UInt32?) -> Bool {
    scalar.map { NormalizerRun.kind($0) == CharacterTable.katakana } ?? false
  }

  private static func isDash(_ scalar: UInt32?) -> Bool { scalar.map(mayBe) ?? false }

  private static func isAlphanumeric(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return 0x30...0x39 ~= scalar || 0x61...0x7A ~= scalar || 0x41...0x5A ~= scalar
  }
}

extension Normalizer {
  /// Writes the dash at `run.position`.
  func writeDash(
    _ scalar: UInt32, length: Int, _ run: inout NormalizerRun, into text: inout AnalyzedText,
    scratch: inout Scratch
  ) throws(ICUError) {
    let ahead = try lookAhead(run.source, from: run.position + length, scratch: &scratch)
    let form = Dashes.form(
      of: scalar, before: text.last, after: ahead.first,
      isBehindHalfWidth: run.isBehindHalfWidthKatakana)
    run.replace(form, length: length, into: &text)
  }
}

extension NormalizerRun {
  /// True behind U+FF66 to U+FF9F.
  var isBehindHalfWidthKatakana: Bool {
    guard position >= 3, source[position - 3] == 0xEF else { return false }
    let scalar = UTF8Decoder.decode(source, at: position - 3).scalar
    return 0xFF66...0xFF9F ~= scalar
  }
}
