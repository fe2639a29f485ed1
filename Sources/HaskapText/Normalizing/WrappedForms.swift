/// How a text may be printed where white space is no sign of its own: with a line end for a space
/// or behind a hyphen, and without the spaces that normalization takes out of a whole date (和 5年 of
/// 令和 5年), of which the text is only a part.
public enum WrappedForms {
  private static let lineEnds = ["\n", "\r\n"].map { $0.unicodeScalars.map(\.self) }
  /// More places are not looked at: nobody types longer quotations over a line end.
  private static let mostPlaces = 12
  private static let unitsOfDates = "年月".unicodeScalars.map(\.self)
  private static let endsOfEras = Era.allCases.compactMap(\.rawValue.unicodeScalars.last)

  /// - Parameter text: normalized.
  public static func all(of text: String) -> [String] {
    // Most words have neither.
    guard text.utf8.contains(where: { $0 == 0x20 || $0 == 0x2D || $0 == 0x0A }) else { return [] }
    let scalars = Array(text.unicodeScalars)
    return (asDate(scalars) + overLines(scalars)).map { String(String.UnicodeScalarView($0)) }
  }

  /// Without the spaces that a date has inside.
  private static func asDate(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let places = text.indices.filter { place in
      guard place > 0, place + 1 < text.count, isSpace(text[place]) else { return false }
      return isDigit(text[place + 1])
        && (unitsOfDates + endsOfEras).contains(text[place - 1])
    }
    guard !places.isEmpty else { return [] }
    return [text.indices.filter { !places.contains($0) }.map { text[$0] }]
  }

  private static func overLines(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let places = text.indices.dropFirst().dropLast().filter { place in
      text[place] == " "
        || text[place] == "-" && isLetter(text[place - 1]) && isLetter(text[place + 1])
    }
    return places.prefix(mostPlaces).flatMap { place in
      lineEnds.map { end in
        text[..<place] + (text[place] == " " ? [] : [text[place]]) + end
          + text[(place + 1)...]
      }
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
}
