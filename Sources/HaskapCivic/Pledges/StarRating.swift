/// A measure's rating: full and empty stars, ten together, on two lines of five.
struct StarRating: Equatable {
  var full = 0
  var marks = 0
  /// As printed, a space between lines.
  var printed = ""

  /// Ten marks make a rating; another number is a misreading.
  var isWhole: Bool { marks == 10 }

  static func isStars(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy { isMark($0) || $0.isWhitespace }
      && text.contains(where: isMark)
  }

  static func isMark(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(isMark) ?? false
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool { isFull(scalar) || isEmpty(scalar) }

  /// ★, or one of the stars that recognition prints for it.
  private static func isFull(_ scalar: Unicode.Scalar) -> Bool {
    ["★", "⭐", "🌟", "✭", "✮", "⭑"].contains(scalar)
  }

  private static func isEmpty(_ scalar: Unicode.Scalar) -> Bool {
    ["☆", "✩", "⭒", "⚝"].contains(scalar)
  }

  /// Runs of stars, put together until each rating has its ten.
  static func ratings(_ runs: [String]) -> [StarRating] {
    var ratings: [StarRating] = []
    for run in runs {
      if ratings.isEmpty || ratings[ratings.count - 1].marks >= 10 { ratings.append(.init()) }
      let last = ratings.count - 1
      ratings[last].full += run.unicodeScalars.count(where: isFull)
      ratings[last].marks += run.count(where: isMark)
      ratings[last].printed += ratings[last].printed.isEmpty ? run : " " + run
    }
    return ratings
  }
}
