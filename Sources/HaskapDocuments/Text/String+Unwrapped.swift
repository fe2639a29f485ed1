internal import HaskapText

extension String {
  /// As one line: a query may be copied from a text over its line end, `in the⏎morning`, `Wi-⏎Fi`.
  /// However many marks are on a letter of it, it can be compared in a time that grows with its length.
  package var unwrapped: String {
    guard contains(where: \.isNewline) else { return streamSafe }
    var text = ""
    var rest = streamSafe[...]
    while let next = rest.first {
      let space = rest.prefix(while: \.isWhitespace)
      guard space.contains(where: \.isNewline) else {
        text.append(next)
        rest.removeFirst()
        continue
      }
      rest = rest[space.endIndex...]
      if !text.hasWordBeforeHyphen || rest.first?.isASCIILetter != true { text.append(" ") }
    }
    return text
  }

  private var hasWordBeforeHyphen: Bool {
    last == "-" && dropLast().last?.isASCIILetter == true
  }
}

extension Character {
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
