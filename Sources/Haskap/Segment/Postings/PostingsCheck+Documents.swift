extension PostingsCheck {
  /// Whether the documents ascend inside the segment: all that a loop over them takes on trust. The
  /// shape must have been checked.
  func checkDocuments(_ reader: PostingsReader) throws(FormatError) {
    guard reader.blockCount > 0 else { return }
    var room = InlineArray<136, UInt32>(repeating: 0)
    var span = room.mutableSpan
    try span.withUnsafeMutableBufferPointer { room throws(FormatError) in
      guard let documents = room.baseAddress else { return }
      for block in 0..<reader.blockCount {
        _ = reader.decodeDocuments(ofBlock: block, into: documents)
        try check(documents, reader, block)
      }
    }
  }

  /// The last one of the full blocks is checked with the shape, and the rest is.
  private func check(
    _ documents: UnsafePointer<UInt32>, _ reader: PostingsReader, _ block: Int
  ) throws(FormatError) {
    let (before, last) = (
      reader.documentBefore(block: block), reader.lastDocument(ofBlock: block)
    )
    let length = PostingsLayout.blockLength
    // One number behind the other, without a branch.
    var falls: UInt32 = 0
    for index in 1..<length {
      falls |= documents[index] > documents[index &- 1] ? 0 : 1
    }
    let isFirst = before == PostingsLayout.noDocument
    guard falls == 0, isFirst || documents[0] > before, documents[length - 1] == last else {
      throw error(
        0, "documents of block \(block) in ascending order up to \(last)",
        "\(documents[0]) to \(documents[length - 1])")
    }
  }
}
