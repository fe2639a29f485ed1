/// Where the arrays in front of a term's data are (see `PostingsLayout`), in every version.
struct PostingsHead {
  let lastDocuments: Int
  let dataEnds: Numbers
  let positionEnds: Numbers
  let documentCodes: Int
  let frequencyCodes: Int
  /// Behind the arrays.
  let ceilings: Int
  private let version: UInt32
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
  init(_ bytes: UnsafeRawPointer, blocks: Int, field: InvertedField, version: UInt32) {
    self.blocks = blocks
    self.version = version
    let hasWidths = blocks > 0 && version >= PostingsLayout.versionOfWidths
    let widths = hasWidths ? Int(bytes.load(as: UInt8.self)) : .max
    lastDocuments = hasWidths ? 1 : 0
    dataEnds = Numbers(
      offset: lastDocuments + 4 * blocks, width: widths & 3 + 1)
    positionEnds = Numbers(
      offset: dataEnds.offset + blocks * dataEnds.width, width: widths >> 2 & 3 + 1)
    documentCodes =
      positionEnds.offset + (field.positions ? blocks * positionEnds.width : 0)
      + (version == PostingsLayout.versionOfImpacts ? 2 * blocks : 0)
    frequencyCodes = documentCodes + blocks
    ceilings = frequencyCodes + (field.frequencies ? blocks : 0)
  }

  /// Where the data begin.
  func end(_ layout: CeilingsLayout?) -> Int {
    if version == PostingsLayout.versionOfImpacts { return ceilings + (blocks > 0 ? 2 : 0) }
    let hasThresholds = version >= PostingsLayout.versionOfThresholds
    return ceilings + (layout?.byteCount(hasThresholds: hasThresholds) ?? 0)
  }

  /// The byte that tells the widths of both arrays of ends.
  static func widths(data: Int, positions: Int) -> UInt8 {
    UInt8(data - 1 | (positions - 1) << 2)
  }
}
