import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct DenseTextTests {
  private func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBytes { DenseText.decoded($0) }
  }

  /// Each by itself, so that none hides behind its neighbors.
  @Test func everyScalarComesBack() {
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let back = decoded(DenseText.encoded(text))
      if back.map({ !$0.elementsEqual(text.utf8) }) ?? true { Issue.record("U+\(value)") }
    }
  }

  @Test func textsComeBack() {
    for text in ["", "海の家", "ABC def\n\t\u{0}\u{7F}é😀한글㍿", "（カタカナ）！ヴ・ゞ\u{3000}……――"] {
      #expect(decoded(DenseText.encoded(text)) == Array(text.utf8))
    }
  }

  /// As the description of the format has it.
  @Test func bytes() {
    #expect(DenseText.encoded("海の家") == [0x9F, 0x77, 0xD2, 0x8D, 0xB6])
    #expect(DenseText.encoded("a\u{3000}カ！é") == [0x61, 0, 0xFD, 0xAB, 0xFE, 1, 0xFF, 0xC3, 0xA9])
  }

  @Test func anyBytesHaveAnEnd() {
    #expect(decoded([0x9F]) == nil)
    #expect(decoded([0xFF]) == nil)
    #expect(decoded([0xFF, 0xE3, 0x81]) == nil)
    var random = SplitMix(seed: 9)
    for length in 0..<2000 {
      let bytes = (0..<length % 40).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect((decoded(bytes)?.count ?? 0) <= 3 * bytes.count)
    }
  }
}
