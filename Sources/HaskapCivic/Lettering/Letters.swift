/// Latin letters that were taken from PDF one by one.
enum Letters {
  /// `M a m m y P r o` is `MammyPro`, `C. A. W` is `C.A.W`; words stay words.
  static func joined(_ text: String) -> String {
    // Most texts have no letter before a space.
    guard mayPart(text) else { return text }
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      let isTrace =
        character == " "
        && (partsInitials(characters, at: index) || partsLetters(characters, at: index))
      if !isTrace { result.append(character) }
    }
    return result
  }

  /// False where no space stands between signs of ASCII.
  private static func mayPart(_ text: String) -> Bool {
    var (isAfterSpace, isAfterASCII) = (false, false)
    for byte in text.utf8 {
      if isAfterSpace, byte < 0x80 { return true }
      isAfterSpace = byte == 0x20 && isAfterASCII
      isAfterASCII = byte < 0x80
    }
    return false
  }

  /// A space after `C.` where another initial follows.
  private static func partsInitials(_ text: [Character], at space: Int) -> Bool {
    guard space >= 2, space + 1 < text.count, text[space - 1] == "." else { return false }
    return isSingle(text, at: space - 2) && isSingle(text, at: space + 1)
  }

  /// A space in a row of at least four letters that stand alone.
  private static func partsLetters(_ text: [Character], at space: Int) -> Bool {
    guard space >= 1, space + 1 < text.count, isSingle(text, at: space - 1),
      isSingle(text, at: space + 1)
    else { return false }
    var first = space - 1
    var last = space + 1
    while first >= 2, text[first - 1] == " ", isSingle(text, at: first - 2) { first -= 2 }
    while last + 2 < text.count, text[last + 1] == " ", isSingle(text, at: last + 2) { last += 2 }
    return last - first >= 6
  }

  private static func isSingle(_ text: [Character], at index: Int) -> Bool {
    guard text[index].isASCII, text[index].isLetter else { return false }
    let joinsLeft = index > 0 && text[index - 1].isASCII && text[index - 1].isLetter
    let joinsRight =
      index + 1 < text.count && text[index + 1].isASCII && text[index + 1].isLetter
    return !joinsLeft && !joinsRight
  }
}
