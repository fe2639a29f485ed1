/// Writes what buffers hold as one segment, on as many threads as there are buffers.
///
/// Each buffer has documents that no other has. The terms of each are sorted and cut into pieces;
/// threads bring those of a piece in one order and encode them, and the caller's writes the pieces as
/// they follow each other. The files are those that one buffer with all documents gives.
enum InvertedFlush {
  /// Memory that a thread needs, in bytes: the order of its terms, and room to sort them; the longest
  /// stream in one piece, each of its bytes perhaps an occurrence, encoded and not; and the pieces that
  /// wait to be written.
  static func byteCount(terms: Int, longestStream: Int) -> Int {
    terms * 48 + longestStream * 11 + BufferedTerms.pieceLength * 4
  }

  /// - Parameter documentCount: of the segment, those without any term included.
  static func write(_ buffers: [InvertedBuffer], to files: SegmentFiles, documentCount: Int) throws
  {
    let fields = buffers.first?.fields ?? []
    let writer = try InvertedWriter(files, fields: fields)
    for field in fields.indices {
      let lengths = buffers.map { $0.lengths[field] }
      let statistics = FieldLengths.statistics(lengths)
      let codes = FieldLengths.codes(lengths, documentCount: documentCount)
      try codes.withUnsafeBufferPointer { codes in
        guard let codes = codes.baseAddress else { return try writer.skipField() }
        try writer.beginField(codes: codes, documentCount: documentCount, statistics)
        let workers = buffers.map { _ in
          FlushWorker(
            TermEncoder(
              options: fields[field].options, codes: codes, documentCount: documentCount,
              statistics))
        }
        let terms = try BufferedTerms(buffers, field: field)
        try OrderedWork.run(
          terms.pieceCount, workers: workers,
          work: { terms.encode(piece: $1, by: $0) }, take: { try writer.append($0) })
        try writer.endField()
      }
    }
    try writer.finish()
  }
}
