/// The command that shows the answers after these.
enum NextPage {
  /// - Parameter last: the rank of the last answer that was shown.
  static func command(after last: Int, of total: Int, arguments: [String]) -> String? {
    guard last < total else { return nil }
    var words: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" {
        rest = rest.isEmpty ? rest : [word] + rest
        break
      }
      if word == "--offset" {
        rest = rest.dropFirst()
      } else if !word.hasPrefix("--offset=") {
        words.append(word)
      }
    }
    let all = ["haskap"] + words + ["--offset", String(last)] + rest
    return all.map(quoted).joined(separator: " ")
  }

  /// For a shell: in quotes where a letter may have a meaning there.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.value > 0x7F && !$0.properties.isWhitespace || $0.properties.isAlphabetic
        || "0123456789-_./:,=@%+".unicodeScalars.contains($0)
    }
    if isPlain, !word.isEmpty { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

extension Output {
  /// Offers what follows the last answer shown; nothing where that was the last of all.
  func nextPage(after last: Int?, of total: Int) {
    guard let last,
      let command = NextPage.command(after: last, of: total, arguments: Language.arguments)
    else { return }
    line(style.dim(told("The next page: \(command)")))
  }
}
