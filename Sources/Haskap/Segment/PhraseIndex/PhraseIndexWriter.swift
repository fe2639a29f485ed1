internal import CLibrary

/// Lists the pairs of a segment whose inverted index has just been written, by a newborn segment
/// as well as by a merged one.
struct PhraseIndexWriter {
  private let files: SegmentFiles
  private let index: InvertedIndex
  private let lists: [PairList]

  /// Collects the pairs; nil when none is worth being listed.
  init?(
    _ files: SegmentFiles, fields: [IndexedField], documentCount: Int, rule: PairRule,
    threads: Int = 1
  ) throws {
    guard documentCount >= rule.minCandidates(of: documentCount) else { return nil }
    self.files = files
    index = try InvertedIndex(
      files: files, fields: fields, documentCount: documentCount, readsOnce: true)
    var lists: [PairList] = []
    for field in fields.indices where fields[field].positions && fields[field].norms {
      let choice = try PairChoice(index, field: field, rule: rule, threads: threads)
      guard !choice.keys.isEmpty else { continue }
      lists += try PairCollector.lists(choice, field: field, threads: threads)
    }
    guard !lists.isEmpty else { return nil }
    self.lists = lists.sorted { $0.key < $1.key }
  }

  func write() throws {
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
    var entries = PairEntries(list.parts)
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
