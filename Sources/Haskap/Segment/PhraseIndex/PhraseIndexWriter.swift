internal import CLibrary

/// Lists the pairs of a segment whose inverted index has just been written, by a newborn segment
/// as well as by a merged one.
enum PhraseIndexWriter {
  /// Writes no file when no pair is worth being listed.
  static func write(
    _ files: SegmentFiles, fields: [IndexedField], documentCount: Int, rule: PairRule
  ) throws {
    guard documentCount >= rule.minCandidates(of: documentCount) else { return }
    let index = try InvertedIndex(
      files: files, fields: fields, documentCount: documentCount, readsOnce: true)
    var lists: [PairList] = []
    for field in fields.indices where fields[field].positions && fields[field].norms {
      let choice = try PairChoice(index, field: field, rule: rule)
      guard !choice.keys.isEmpty else { continue }
      lists += try PairCollector(choice).lists(in: index, field: field)
    }
    guard !lists.isEmpty else { return }
    lists.sort { $0.key < $1.key }
    try write(lists, index, to: files)
  }

  private static func write(
    _ lists: [PairList], _ index: InvertedIndex, to files: SegmentFiles
  ) throws {
    let file = try files.writer(.pairs)
    let encoders = try index.fields.indices.map { try PairEncoder(index, field: $0) }
    var words: [Int] = []
    for list in lists {
      let start = file.offset
      try encoders[list.field].append(list, to: file)
      words += [
        list.key.first, list.key.second, start, list.documentCount, list.occurrenceCount,
      ]
    }
    words += [0, 0, file.offset, 0, 0]
    for _ in 0..<PositionsLayout.padding / 8 { try file.append(0 as UInt64) }
    try file.align(to: 8)
    var directory = RecordEncoder()
    directory.append(file.offset)
    directory.append(lists.count)
    for word in words { try file.append(UInt64(word)) }
    try file.append(directory: directory)
    try files.finish(file)
  }
}

/// Encodes the lists of one field, block by block: laid out whole, a list takes eight times its bytes.
private final class PairEncoder {
  private let encoder: PostingsEncoder
  private let target = ByteSink()
  private let documents: UnsafeMutablePointer<UInt32> = .allocate(
    capacity: PostingsLayout.blockLength)
  private let frequencies: UnsafeMutablePointer<UInt32> = .allocate(
    capacity: PostingsLayout.blockLength)

  init(_ index: InvertedIndex, field: Int) throws {
    let pairs = index.fields[field].options.ofPairs
    encoder = PostingsEncoder(
      options: pairs,
      ceilings: BlockMaximaEncoder(
        options: pairs, norms: try index.fieldNorms(field: field),
        documentCount: index.documentCount,
        saturations: index.referenceSaturations(field: field)))
  }

  deinit {
    documents.deallocate()
    frequencies.deallocate()
  }

  func append(_ list: PairList, to file: FileWriter) throws {
    encoder.begin(documentFrequency: list.documentCount)
    var entries = PairEntries(list.bytes.bytes)
    var count = 0
    while let (document, frequency) = entries.next() {
      documents[count] = document
      frequencies[count] = frequency
      count += 1
      guard count == PostingsLayout.blockLength else { continue }
      encoder.appendBlock(documents, frequencies, positionsEnd: 0)
      count = 0
    }
    target.removeAll()
    encoder.finish(documents, frequencies, count: count, to: target)
    try file.append(target.bytes)
  }
}
