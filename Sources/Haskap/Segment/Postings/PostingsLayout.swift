/// The postings of one term: full blocks of 128 documents, then the rest as varints.
///
/// ```
/// widths          u8              bytes of the numbers of the second array and of the third
/// lastDocuments   u32 × blocks    the last document of each block
/// dataEnds        … × blocks      where its data end, counted from the first block's
/// positionEnds    … × blocks      where its positions end (fields with positions)
/// documentCodes   u8  × blocks    how the documents are written
/// frequencyCodes  u8  × blocks    how the frequencies are written (fields with frequencies)
/// ceilings                        of frequent terms in fields with norms (`BlockMaximaLayout`)
/// data                            of each block: documents, then frequencies
/// tail                            varint (gap << 1 | (frequency == 1)) [varint frequency]
/// ```
/// A seek reads the first array alone, and pruning the ceilings; counting never touches a
/// frequency. A document's gap is its distance from the one before, less one.
///
/// Documents are packed gaps (`PatchedPacking` has the code), nothing at all for a run of 128 (code
/// 0), or, where they are dense, a bit set whose bytes are aligned with the document numbers
/// (`bitsetCode`), from the byte of the first possible document to that of the last one.
/// Frequencies, less one, are packed in the same way.
enum PostingsLayout {
  static let blockLength = BitPacking.blockLength
  static let bitsetCode: UInt8 = 64
  static let noDocument = UInt32.max

}
