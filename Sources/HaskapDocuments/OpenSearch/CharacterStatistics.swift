internal import Haskap

/// In how many documents each character stands with each of the word boundaries around it: what a
/// cluster weighs it by.
struct CharacterStatistics {
  static let fileName = "characters.tsv"

  private var counts: [String: [String: Int]] = [:]

  init() {}

  /// - Parameter tokens: of one document; each counts once.
  mutating func add(_ tokens: Set<String>, field: String) {
    for token in tokens { counts[field, default: [:]][token, default: 0] += 1 }
  }

  func documentFrequency(of token: String, in field: String) -> Int { counts[field]?[token] ?? 0 }

  /// A field, a token and a number on each line.
  func write(to folder: String) throws {
    let file = try OutputFile("\(folder)/\(Self.fileName)")
    for (field, tokens) in counts.sorted(by: { $0.key < $1.key }) {
      for (token, count) in tokens.sorted(by: { $0.key < $1.key }) {
        try file.line("\(field)\t\(token)\t\(count)")
      }
    }
    try file.flush()
  }

  /// - Throws: `InputError` where the folder has no such file, or another.
  init(folder: String) throws {
    let path = "\(folder)/\(Self.fileName)"
    let text = String(decoding: try InputFile.read(path), as: UTF8.self)
    for (number, line) in text.split(separator: "\n").enumerated() {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3, let count = Int(parts[2]) else {
        throw InputError(
          description: "\(path), line \(number + 1): is no field, token and number; "
            + "export the index again")
      }
      counts[String(parts[0]), default: [:]][String(parts[1])] = count
    }
  }
}
