import Synchronization

/// Keeps the answers that were asked for last. Nothing grows old in it: a new commit changes the
/// keys.
final class AnswerCache: Sendable {
  /// In bytes, of each half.
  private static let room = 4 << 20

  /// When the new half is full it becomes the old one; what is asked for again moves back.
  private struct Halves {
    var new: [String: Answer] = [:]
    var old: [String: Answer] = [:]
    var bytes = 0
  }

  private let halves = Mutex(Halves())

  subscript(key: String) -> Answer? {
    halves.withLock { halves in
      if let answer = halves.new[key] { return answer }
      guard let answer = halves.old[key] else { return nil }
      Self.insert(answer, key, &halves)
      return answer
    }
  }

  func insert(_ answer: Answer, for key: String) {
    halves.withLock { Self.insert(answer, key, &$0) }
  }

  private static func insert(_ answer: Answer, _ key: String, _ halves: inout Halves) {
    let size = answer.body.count + key.utf8.count + 256
    guard size <= room / 8 else { return }
    if halves.bytes + size > room { halves = Halves(old: halves.new) }
    if halves.new.updateValue(answer, forKey: key) == nil { halves.bytes += size }
  }
}
