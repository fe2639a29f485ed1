/// Round brackets in either width, nested or not.
enum Brackets {
  /// For each bracket that opens, the index of the one that closes it; nil everywhere else.
  static func ends(in folded: [Character]) -> [Int?] {
    var ends = [Int?](repeating: nil, count: folded.count)
    var open: [Int] = []
    for index in folded.indices {
      if folded[index] == "(" { open.append(index) }
      if folded[index] == ")", let start = open.popLast() { ends[start] = index }
    }
    return ends
  }

  /// The index of the bracket that closes the one at `start`; nil where none does.
  static func end(of start: Int, in folded: [Character]) -> Int? {
    var depth = 0
    for index in folded.indices.dropFirst(start) {
      if folded[index] == "(" { depth += 1 }
      if folded[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Splits `市民まつり【後援】` and `市民まつり［後援］`: what stands before corner brackets, and inside them.
  static func cornered(_ text: String) -> (before: String, inside: String)? {
    guard let last = text.last, "】］]〕".contains(last),
      let open = text.lastIndex(where: { "【［[〔".contains($0) })
    else { return nil }
    return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
  }

  /// Splits a text that ends with brackets into what stands before them and inside them.
  static func trailing(_ text: String) -> (before: String, inside: String)? {
    guard text.last.map(Folding.fold) == ")" else { return nil }
    let characters = Array(text)
    let folded = Folding.fold(text)
    var depth = 0
    for index in folded.indices.reversed() {
      if folded[index] == ")" { depth += 1 }
      if folded[index] == "(" { depth -= 1 }
      if depth == 0 {
        return (String(characters[..<index]), String(characters[(index + 1)...].dropLast()))
      }
    }
    return nil
  }
}

extension String {
  /// Whether as many brackets close as open.
  var hasWholeBrackets: Bool {
    count { "（(【［〔".contains($0) } == count { "）)】］〕".contains($0) }
  }
}
