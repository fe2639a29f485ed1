/// The postings of one term: full blocks of 128 documents, then the rest as varints.
///
/// ```
/// lastDocuments   u32 × blocks    the last document of each block
/// dataEnds        u32 × blocks    where its data end, counted from the first block's
/// positionEnds    u32 × blocks    where its positions end (fields with positions)
/// documentCodes   u8  × blocks    how the documents are written
/// frequencyCodes  u8  × blocks    how the frequencies are written (fields with frequencies)
/// ceilings                        of frequent terms in fields with norms (`CeilingsLayout`)
/// data                            of each block: documents, then frequencies
/// tail                            varint (gap << 1 | (frequency == 1)) [varint frequency]
/// ```
/// A seek reads the first array alone, and pruning the ceilings; counting never touches a
/// frequency. A document's gap is its distance from the one before, less one.
///
/// Documents are packed gaps (the code is their width), nothing at all for a run of 128 (code 0),
/// or, where they are dense, a bit set whose bytes are aligned with the document numbers
/// (`bitsetCode`), from the byte of the first possible document to that of the last one.
///
/// Frequencies, less one, are packed in the width of the code's lower five bits; up to seven that
/// do not fit follow as pairs of index and varint of the upper bits (the code's upper three bits
/// count them; Zukowski and others, "Super-scalar RAM-CPU cache compression", 2006).
enum PostingsLayout {
  static let blockLength = BitPacking.blockLength
  static let bitsetCode: UInt8 = 64
  static let maximumExceptions = 7
  static let noDocument = UInt32.max

  /// Bytes of the arrays in front of the data.
  static func headLength(blocks: Int, field: InvertedField) -> Int {
    guard blocks > 0 else { return 0 }
    return blocks * (9 + (field.positions ? 4 : 0) + (field.frequencies ? 1 : 0))
  }

  /// In version 1 a term with blocks has, in the place of the ceilings, what each block can score:
  /// two bytes of each between the ends and the codes, and two for the rest.
  static let versionOfImpacts: UInt32 = 1

  /// Before this version ceilings came without thresholds, and bit sets had whole words.
  static let versionOfThresholds: UInt32 = 3
}
