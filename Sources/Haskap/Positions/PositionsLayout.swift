/// The positions of one term, block by block like its postings: first the low byte of every
/// position, then a bit string of the rest.
///
/// A position is below its field's length, and the code of the length is at hand: it says how many
/// bits there are above the low byte (`FieldLength.highBits`; none for most passages). So nothing
/// but frequencies and lengths is needed to find a document's positions in a block, and a phrase
/// can compare low bytes sixteen at a time without decoding anything.
enum PositionsLayout {
  /// Bytes behind the last term's positions that vectors may read.
  static let padding = 64
}

/// Writes the positions of one term after another.
final class PositionsEncoder {
  private let norms: UnsafePointer<UInt8>
  private var highs = BitSink()
  /// Where the positions of each full block end, of the term encoded last.
  private(set) var blockEnds: [UInt32] = []

  /// - Parameter norms: the code of every document's length.
  init(norms: UnsafePointer<UInt8>) { self.norms = norms }

  /// Appends the positions of all documents of a term; those of a document follow each other in
  /// ascending order.
  func encode(
    _ documents: UnsafeBufferPointer<UInt32>, frequencies: UnsafePointer<UInt32>,
    positions: UnsafePointer<UInt32>, to target: ByteSink
  ) {
    blockEnds.removeAll(keepingCapacity: true)
    let start = target.count
    var place = positions
    for first in stride(from: 0, to: documents.count, by: PostingsLayout.blockLength) {
      let end = min(first + PostingsLayout.blockLength, documents.count)
      let block = UnsafeBufferPointer(rebasing: documents[first..<end])
      place += encodeBlock(block, frequencies + first, place, to: target)
      if block.count == PostingsLayout.blockLength {
        blockEnds.append(UInt32(target.count - start))
      }
    }
  }

  /// Returns the number of positions.
  private func encodeBlock(
    _ documents: UnsafeBufferPointer<UInt32>, _ frequencies: UnsafePointer<UInt32>,
    _ positions: UnsafePointer<UInt32>, to target: ByteSink
  ) -> Int {
    var total = 0
    for index in 0..<documents.count { total += Int(frequencies[index]) }
    let lows = target.extend(by: total).assumingMemoryBound(to: UInt8.self)
    for index in 0..<total { lows[index] = UInt8(truncatingIfNeeded: positions[index]) }
    highs.removeAll()
    var place = 0
    for index in 0..<documents.count {
      let width = UInt64(FieldLength.highBits(norms[Int(documents[index])]))
      if width > 0 {
        for position in place..<place + Int(frequencies[index]) {
          highs.append(UInt64(positions[position] >> 8), width: width)
        }
      }
      place += Int(frequencies[index])
    }
    highs.finish()
    target.append(highs.bytes)
    return total
  }
}
