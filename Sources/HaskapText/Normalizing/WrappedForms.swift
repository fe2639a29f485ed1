/// How a text may be printed where white space is no sign of its own: with a line end for a space
/// or behind a hyphen; and what its ends are in a longer text, whose neighbors decide about spaces
/// in dates and about dashes (`CutEnds`).
public enum WrappedForms {
  private static let lineEnds = ["\n", "\r\n"].map { $0.unicodeScalars.map(\.self) }
  /// More places are not looked at: nobody types longer quotations over a line end.
  private static let mostPlaces = 12

  /// - Parameter text: normalized.
  public static func all(of text: String) -> [String] {
    // Most words have none of these.
    guard
      text.utf8.contains(where: { $0 == 0x20 || $0 == 0x2D || $0 == 0x0A }) || CutEnds.hasDash(text)
    else { return [] }
    let scalars = Array(text.unicodeScalars)
    return (CutEnds.forms(of: scalars) + overLines(scalars))
      .map { String(String.UnicodeScalarView($0)) }
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

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
}
