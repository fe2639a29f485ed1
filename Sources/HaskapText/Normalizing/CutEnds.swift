/// What the ends of a piece of text are in the normalized text that it was cut out of. Normalization
/// takes the spaces out of a whole date (令和 5年 4月) and tells ー from - by both neighbors (090ー1234,
/// スポ-ツ); of a piece it sees one side alone.
enum CutEnds {
  private typealias Text = [Unicode.Scalar]
  /// So many scalars at an end, and what the text has there.
  private typealias End = (count: Int, scalars: Text)

  private static let endsOfEras = Set(Era.allCases.compactMap(\.rawValue.unicodeScalars.last))
    .sorted()
  /// Of a date, in their order.
  private static let units: [Unicode.Scalar] = ["年", "月", "日"]
  private static let dashes: Set<Unicode.Scalar> = ["-", "ー", "─", "━"]

  static func hasDash(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.first.map(dashes.contains) == true || scalars.last.map(dashes.contains) == true
  }

  /// All but the piece itself.
  ///
  /// - Parameter text: normalized.
  static func forms(of text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let (heads, tails) = (heads(of: text), tails(of: text))
    guard heads.count + tails.count > 2 else { return [] }
    return heads.flatMap { head in
      tails.compactMap { tail in
        guard head.count + tail.count <= text.count, head.count + tail.count > 0 else { return nil }
        return head.scalars + text[head.count..<(text.count - tail.count)] + tail.scalars
      }
    }
  }

  /// ` 3年` of 令和 3年, `和 3年` of it, ` 4月` of 3年 4月; `ー32` of 44ー32.
  private static func heads(of text: Text) -> [End] {
    let start = text.first.map(endsOfEras.contains) == true ? 1 : 0
    let spaces = text[start...].prefix(while: isSpace).count
    let number = text[(start + spaces)...].prefix(while: isDigit).count
    var heads: [End] = [(0, [])]
    if spaces > 0, number > 0 {
      let next = text[(start + spaces + number)...].first { !isSpace($0) }
      let before =
        start > 0 ? [text[0]] : endsOfEras + units.dropLast().filter { mayFollow(next, $0) }
      heads += before.map { (start + spaces, [$0]) }
    }
    if text.count > 1, let dash = dash(text[0], beside: text[1]) { heads.append((1, [dash])) }
    return heads
  }

  /// `年 4` of 3年 4月, `年 4 ` of 3年 4 月; `44ー` of 44ー32.
  private static func tails(of text: Text) -> [End] {
    let spaces = text.reversed().prefix(while: isSpace).count
    let number = text.dropLast(spaces).reversed().prefix(while: isDigit).count
    let rest = text.dropLast(spaces + number)
    let inner = rest.reversed().prefix(while: isSpace).count
    let unit = rest.dropLast(inner).last.flatMap { units.dropLast().firstIndex(of: $0) }
    var tails: [End] = [(0, [])]
    if number > 0, spaces + inner > 0 {
      let digits = Text(text[rest.count...].prefix(number))
      if spaces == 0 {
        if unit != nil { tails.append((inner + number, digits)) }
      } else {
        tails += units.map { (spaces, [$0]) }
        if inner > 0, let unit {
          tails.append((inner + number + spaces, digits + [units[unit + 1]]))
        }
      }
    }
    if let last = text.last, text.count > 1, let dash = dash(last, beside: text[text.count - 2]) {
      tails.append((1, [dash]))
    }
    return tails
  }

  /// Whether spaces behind a unit are left out before a number with `next` behind it.
  private static func mayFollow(_ next: Unicode.Scalar?, _ unit: Unicode.Scalar) -> Bool {
    guard let next else { return true }
    return units.firstIndex(of: next).map { $0 > 0 && units[$0 - 1] == unit } ?? false
  }

  /// What a dash is between two characters of the kind that it has on one side; nil where it stays.
  private static func dash(
    _ dash: Unicode.Scalar, beside neighbor: Unicode.Scalar
  ) -> Unicode.Scalar? {
    guard dashes.contains(dash) else { return nil }
    let form = Dashes.form(
      of: dash.value, before: neighbor.value, after: neighbor.value, isBehindHalfWidth: false)
    return form == dash.value ? nil : Unicode.Scalar(form)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    " \n\r".unicodeScalars.contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
