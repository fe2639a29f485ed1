import HaskapTestSupport
import HaskapText
import Testing

@testable import Haskap

@Suite struct TermTableTests {
  @Test func varintsOfStreams() {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 8)
    defer { memory.deallocate() }
    let edges = (0..<35).flatMap { [1 << $0 - 1, 1 << $0, 1 << $0 + 1] as [UInt64] }
    for value in edges where value < 1 << 35 {
      let length = Varint.write(value, to: memory)
      if value < StreamVarint.long {
        let short = StreamVarint.encode(value)
        #expect(short.length == length)
        memory.storeBytes(of: short.bytes.littleEndian, as: UInt64.self)
      }
      #expect(length == max(1, (UInt64.bitWidth - value.leadingZeroBitCount + 6) / 7))
      memory.storeBytes(of: .max, toByteOffset: length, as: UInt64.self)
      var place = UnsafeRawPointer(memory)
      #expect(StreamVarint.read(&place) == value)
      #expect(place == UnsafeRawPointer(memory) + length)
    }
  }

  /// Terms of all lengths around the 8th and 16th byte, some equal but for their ends, in several
  /// documents: what comes out is what went in.
  @Test(arguments: [5, 6] as [UInt64]) func keepsOccurrences(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let arena = SliceArena()
    let table = TermTable(arena: arena)
    let batch = TermBatch()
    var expected: [[UInt8]: [[UInt32]]] = [:]
    for document in 0..<40 as Range<UInt32> {
      let terms = (0..<64).map { _ -> [UInt8] in
        let length = Int.random(in: 1...40, using: &random)
        return (0..<length).map {
          $0 + 1 < length ? 0x61 : UInt8.random(in: 0...99, using: &random)
        }
      }
      let text = terms.flatMap { $0 }
      var start: UInt32 = 0
      let tokens = terms.map { term in
        defer { start += UInt32(term.count) }
        return TokenSpan(start: start, end: start + UInt32(term.count))
      }
      text.withUnsafeBytes { text in
        guard let base = text.baseAddress else { return }
        tokens.withUnsafeBufferPointer { batch.fill($0[...], of: base, length: text.count) }
        table.append(batch, document: document * 3, position: 7)
      }
      for (index, term) in terms.enumerated() {
        expected[term, default: []].append([document * 3, 7 + UInt32(index)])
      }
    }
    check(table, arena, expected)
  }

  private func check(_ table: TermTable, _ arena: SliceArena, _ expected: [[UInt8]: [[UInt32]]]) {
    let (term, positions, list) = (ByteSink(), ByteSink(), PostingsList())
    let lengths = [UInt8](repeating: FieldLength.encode(71), count: 200)
    #expect(table.count == expected.count)
    lengths.withUnsafeBufferPointer { lengths in
      guard let lengths = lengths.baseAddress else { return }
      let encoder = PositionsEncoder(norms: lengths)
      for index in 0..<table.count {
        let entry = table.entries + index
        table.bytes(of: entry, into: term)
        let stream = SliceArena.Cursor(
          arena, head: entry.pointee.head, tail: entry.pointee.occurrences)
        positions.removeAll()
        list.read([stream], documentCount: 200, positions: encoder, to: positions)
        var found: [[UInt32]] = []
        for index in 0..<list.count {
          for _ in 0..<list.frequencies[index] {
            found.append([list.documents[index], UInt32(positions.bytes[found.count])])
          }
        }
        #expect(found == expected[Array(term.bytes)])
      }
    }
  }
}
