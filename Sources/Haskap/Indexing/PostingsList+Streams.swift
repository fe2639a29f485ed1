extension PostingsList {
  /// Replaces all by what streams of several buffers say (see `TermEntry`); no document is in two
  /// of them. The positions go to the encoder, and on to `target`.
  ///
  /// - Parameter documentCount: of the segment.
  func read(
    _ streams: [SliceArena.Cursor], documentCount: Int, positions encoder: PositionsEncoder,
    to target: ByteSink
  ) {
    removeAll()
    let length = streams.reduce(0) { $0 + $1.longestLength }
    reserve(min(length / 2 + 1, documentCount))
    var end = End(block: encoder.begin(target, longest: length))
    var cursors = streams.map(StreamCursor.init)
    cursors.withUnsafeMutableBufferPointer { cursors in
      while true {
        // The stream that has the next document, and the first one that another has.
        var (next, limit) = (0, UInt32.max)
        for index in cursors.indices.dropFirst() {
          let document = cursors[index].document
          limit = min(limit, max(document, cursors[next].document))
          next = document < cursors[next].document ? index : next
        }
        guard cursors[next].document != .max else { break }
        read(&cursors[next], below: limit, encoder, &end)
      }
    }
    encoder.end(end.block)
    count = end.count
    totalFrequency = end.totalFrequency
  }

  /// How far the streams have been read.
  private struct End {
    var count = 0
    var totalFrequency = 0
    var block: PositionsBlock
  }

  /// Where a stream is read. The head of the next document has been read.
  private struct StreamCursor {
    var stream: SliceArena.Cursor
    /// The next document; `.max` at the end.
    var document = UInt32.max

    init(_ stream: SliceArena.Cursor) {
      self.stream = stream
      advance(self.stream.read())
    }

    @inline(__always)
    mutating func advance(_ head: UInt64) {
      document = document &+ UInt32(truncatingIfNeeded: head &>> 1) &+ 1
    }
  }

  private func read(
    _ cursor: inout StreamCursor, below limit: UInt32, _ encoder: PositionsEncoder,
    _ end: inout End
  ) {
    let (documents, frequencies) = (documents, frequencies)
    var reader = cursor
    var positions = end.block
    var index = end.count
    var total = end.totalFrequency
    while reader.document < limit {
      documents[index] = reader.document
      positions.beginDocument(reader.document)
      let first = total
      var position: UInt32 = 0
      var head = reader.stream.read() &<< 1
      repeat {
        position &+= UInt32(truncatingIfNeeded: head &>> 1)
        positions.append(position)
        total &+= 1
        guard reader.stream.hasMore() else {
          reader.document = .max
          break
        }
        head = reader.stream.read()
      } while head & 1 == 0
      frequencies[index] = UInt32(truncatingIfNeeded: total &- first)
      index &+= 1
      if index % PostingsLayout.blockLength == 0 { positions = encoder.endFull(positions) }
      if reader.document != .max { reader.advance(head) }
    }
    end = End(count: index, totalFrequency: total, block: positions)
    cursor = reader
  }
}
