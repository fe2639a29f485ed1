import Haskap
import HaskapCivic

/// Why an answer stands where it does: what adds up to its score, a line for each part.
struct ExplanationText {
  /// What stands before the text of a part is as wide.
  static let margin = 10

  let explanation: Explanation
  /// What counts in place of words of the query.
  var meanings: [CivicMeaning] = []
  /// A field in the words of the reader.
  let fieldName: (String) -> String

  /// The running sum is rounded, so that the numbers add up as they are shown.
  var lines: [String] {
    var sum = 0.0
    let parts = explanation.contributions.map { part in
      let before = Self.hundredths(sum)
      sum += part.score
      let number = Self.number(Self.hundredths(sum) - before)
      let pad = String(repeating: " ", count: max(0, Self.margin - 2 - number.count))
      return "\(pad)\(number)  \(text(of: part))"
    }
    return [told("点数 \(Self.number(Self.hundredths(explanation.score)))")] + parts
  }

  private func text(of part: Explanation) -> String {
    guard !part.words.isEmpty else { return retold(part.reason) }
    var groups: [(name: String, places: [String])] = []
    for word in part.words {
      let name = name(of: word)
      if groups.last?.name != name { groups.append((name, [])) }
      groups[groups.count - 1].places.append(place(of: word))
    }
    let mark = Language.current.listMark
    return groups.map { "\($0.name) \($0.places.joined(separator: mark))" }.joined(separator: "; ")
  }

  private func name(of word: FoundWord) -> String {
    if let meaning = meanings.first(where: { $0.found == word.text }) {
      let relation = MeaningText.label(meaning.relation)
      return told("「\(word.text)」（\(relation): \(meaning.word)）")
    }
    return word.isTyped ? told("「\(word.text)」") : told("「\(word.text)」（ほかの表記）")
  }

  private func place(of word: FoundWord) -> String {
    let field = fieldName(word.field)
    return switch word.rung {
    case .aligned: told("\(field)に語として\(word.count)回")
    case .extended: told("\(field)の長い語の端に\(word.count)回")
    case .inside: told("\(field)の語の中に\(word.count)回")
    case .across: told("\(field)の語の切れ目をまたいで\(word.count)回")
    }
  }

  private static func hundredths(_ score: Double) -> Int {
    Int(exactly: (score * 100).rounded()) ?? 0
  }

  private static func number(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(hundredths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
