extension String {
  /// As one line: a query may be copied from a text over its line end, `in the⏎morning`, `Wi-⏎Fi`.
  package var unwrapped: String {
    guard contains(where: \.isNewline) else { return self }
    var text = ""
    var rest = self[...]
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
