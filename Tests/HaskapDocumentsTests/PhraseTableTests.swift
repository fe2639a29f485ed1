import HaskapTestSupport
import Testing

@testable import HaskapDocuments

/// A `PhraseTable` finds what a plain search finds, in the same order.
struct PhraseTableTests {
  @Test(arguments: UInt64(1)...40)
  func findsWhatAPlainSearchFinds(seed: UInt64) {
    var random = SplitMix(seed: seed)
    // 亁 and 䁁 have the low bits of 元 and of A, 。 and ⠂ those of 。
    let letters = Array("元亁A䁁é𠮷会議の年12三。。⠂\n".unicodeScalars)
    func text(_ length: Int) -> String {
      String(
        String.UnicodeScalarView((0..<length).map { _ in letters.randomElement(using: &random)! }))
    }
    let phrases = (0..<8).map { _ in text(Int.random(in: 1...3, using: &random)) }
    let read = text(200)
    var found: [PhraseTable.Event] = []
    PhraseTable(phrases).forEachMatch(in: Array(read.utf8)) { found.append($0) }
    #expect(found == plain(phrases, Array(read.unicodeScalars)))
  }

  private func plain(_ phrases: [String], _ text: [Unicode.Scalar]) -> [PhraseTable.Event] {
    var events: [PhraseTable.Event] = []
    for (place, character) in text.enumerated() {
      let before = place > 0 ? text[place - 1] : " "
      if "。\n".unicodeScalars.contains(character) {
        if !"。\n".unicodeScalars.contains(before) { events.append(.sentenceEnd) }
        continue
      }
      let isNumber = "0123456789〇一二三四五六七八九十".unicodeScalars.contains(before)
      if "年月日世".unicodeScalars.contains(character), isNumber { events.append(.date) }
      for (number, phrase) in phrases.enumerated()
      where text[place...].starts(with: phrase.unicodeScalars) {
        events.append(.phrase(number))
      }
    }
    return events
  }
}
