/// Where the arrays in front of a term's data are (see `PostingsLayout`).
struct PostingsHead {
  let lastDocuments: Int
  let dataEnds: Numbers
  let positionEnds: Numbers
  let documentCodes: Int
  let frequencyCodes: Int
  /// Behind the arrays.
  let ceilings: Int
  private let blocks: Int

  /// One of the arrays of numbers: its offset in the term, and the bytes of each.
  struct Numbers {
    let offset: Int
    let width: Int

    func values(_ bytes: UnsafeRawPointer) -> NumberArray {
      NumberArray(bytes + offset, width: width)
    }
  }

  /// Reads the widths at the beginning of a term of so many full blocks, where there are any.
  init(_ bytes: UnsafeRawPointer, blocks: Int, options: PostingsOptions) {
    self.blocks = blocks
    let hasWidths = blocks > 0
    let widths = hasWidths ? Int(bytes.load(as: UInt8.self)) : 0
    lastDocuments = hasWidths ? 1 : 0
    dataEnds = Numbers(
      offset: lastDocuments + 4 * blocks, width: widths & 3 + 1)
    positionEnds = Numbers(
      offset: dataEnds.offset + blocks * dataEnds.width, width: widths >> 2 & 3 + 1)
    documentCodes =
      positionEnds.offset + (options.positions ? blocks * positionEnds.width : 0)
    frequencyCodes = documentCodes + blocks
    ceilings = frequencyCodes + (options.frequencies ? blocks : 0)
  }

  /// Where the data begin.
  func end(_ layout: BlockMaximaLayout?) -> Int {
    ceilings + (layout?.byteCount ?? 0)
  }

  /// The byte that tells the widths of both arrays of ends.
  static func widths(data: Int, positions: Int) -> UInt8 {
    UInt8(data - 1 | (positions - 1) << 2)
  }
}
