/// The places where overlapping grams stand at given distances, window by window.
///
/// Documents that have all grams are found first, as sets of bits. In these the positions of as few
/// grams as cover the unit are compared, the rarest with one other after the other: first only
/// low bytes, sixteen at a time, then, where these agree, whole positions.
final class GramMatcher {
  private let documents: IntersectionNode
  private let rarest: TermNode
  /// The grams that cover the unit, the rarest first.
  private let terms: [PhraseTerm]
  /// From each of them to the first.
  private let pairs: [PositionPair]
  private let lanes = PositionPair.makeLanes()
  private let few = FewPositions()
  private let codes: UnsafePointer<UInt8>
  private let widths: UnsafePointer<UInt8>
  /// The candidates of the window, and how many of them have been read.
  private let candidates: UnsafeMutablePointer<UInt32> = .allocate(
    capacity: GramMatcher.capacity)
  private var count = 0
  private var readCount = 0
  private var start = 0
  /// Of all candidates for the first gram, then for the second, and so on.
  private let places: UnsafeMutablePointer<PositionPlace>
  private var positions: UnsafeMutablePointer<UInt32>
  private var positionCapacity = 256

  private static let capacity = SearchScratch.documents + 1

  init(_ field: GramField, _ grams: GramCover) throws {
    let covering = try grams.covering.map { (node: try TermNode(field, $0.info), place: $0.place) }
    let filters = try grams.filters.map { try TermNode(field, $0) }
    let nodes = (covering.map(\.node) + filters).sorted { $0.cost < $1.cost }
    documents = IntersectionNode(nodes)
    rarest = nodes[0]
    terms = try covering.map { try PhraseTerm($0.node, offset: UInt32($0.place)) }
      .sorted { $0.node.info.totalFrequency < $1.node.info.totalFrequency }
    let (first, lanes) = (Int(terms[0].offset), lanes)
    pairs = terms.map { PositionPair(distance: first - Int($0.offset), lanes: lanes) }
    codes = terms[0].node.scorer.codes
    widths = terms[0].node.highBits
    places = .allocate(capacity: Self.capacity * terms.count)
    positions = .allocate(capacity: positionCapacity)
  }

  deinit {
    lanes.deallocate()
    few.deallocate()
    candidates.deallocate()
    places.deallocate()
    positions.deallocate()
  }

  /// The first document, from this one on, that has the rarest gram.
  func firstDocument(from document: Int) -> Int? {
    let (reader, cache) = (rarest.reader, rarest.cache)
    let block = reader.block(holding: UInt32(truncatingIfNeeded: document), from: 0)
    guard block < reader.allBlocks else { return nil }
    cache.loadDocuments(reader, block: block)
    let index = cache.index(from: document)
    return index < cache.count ? Int(cache.documents[index]) : nil
  }

  /// Finds in which documents of the set the unit may stand.
  func find(_ window: Window, _ words: Bits.Words) throws {
    (start, count, readCount) = (window.start, 0, 0)
    try documents.narrow(window, words)
    if Bits.isEmpty(words, count: window.wordCount) { return }
    count = Bits.list(words, count: window.wordCount, into: candidates)
    locate(0, window, words)
    for number in 1..<terms.count where count > 0 {
      locate(number, window, words)
      narrow(number)
      if number + 1 < terms.count { relist(window, words) }
    }
  }

  private func locate(_ number: Int, _ window: Window, _ words: Bits.Words) {
    _ = terms[number].locate(
      window, words, UnsafeBufferPointer(start: candidates, count: count),
      into: places + number * Self.capacity)
  }

  private func relist(_ window: Window, _ words: Bits.Words) {
    Bits.set(
      words, count: window.wordCount, to: UnsafeBufferPointer(start: candidates, count: count))
  }

  /// Drops the candidates where the low bytes of the first gram and of another do not fit.
  private func narrow(_ number: Int) {
    let (places, candidates) = (places, candidates)
    let (first, second) = (terms[0].positions, terms[number].positions)
    let pair = pairs[number]
    var kept = 0
    for index in 0..<count {
      let starts = pair.lowStarts(
        first, places[index], second, places[number &* Self.capacity &+ index],
        among: PositionPair.all(Int(places[index].frequency)), any: true)
      for other in 0...number {
        places[other &* Self.capacity &+ kept] = places[other &* Self.capacity &+ index]
      }
      candidates[kept] = candidates[index]
      kept &+= starts == 0 ? 0 : 1
    }
    count = kept
  }

  /// Adds to the batch the places where the unit stands in the documents that were found, from the
  /// last one read on until the batch is full. False when there are no more.
  func read(into batch: inout OccurrenceBatch) -> Bool {
    guard readCount < count else { return false }
    while readCount < count && !batch.isFull {
      read(readCount, into: &batch)
      readCount += 1
    }
    return true
  }

  @inline(__always)
  private func read(_ candidate: Int, into batch: inout OccurrenceBatch) {
    let document = start &+ Int(candidates[candidate])
    let width = Int(widths[Int(codes[document])])
    let first = place(0, candidate, width: width)
    let starts = batch.extend(by: first.count)
    first.read(minus: terms[0].offset, into: starts)
    var kept = first.count
    for number in 1..<terms.count where kept > 0 {
      let other = place(number, candidate, width: width)
      let offset = terms[number].offset
      if FewPositions.canRead(other) {
        kept = few.keepCommon(starts, kept, other, minus: offset)
      } else {
        reserve(other.count)
        other.read(minus: offset, into: positions)
        kept = Self.keepCommon(starts, kept, positions, other.count)
      }
    }
    batch.add(UInt32(truncatingIfNeeded: document), count: kept)
  }

  @inline(__always)
  private func place(_ number: Int, _ candidate: Int, width: Int) -> GramPlace {
    let place = places + (number &* Self.capacity &+ candidate)
    let positions = terms[number].positions
    if width > 0 { terms[number].countHighBits(before: &place.pointee) }
    return GramPlace(
      lows: positions + Int(place.pointee.offset), highs: positions,
      highBit: Int(truncatingIfNeeded: place.pointee.highBit), count: Int(place.pointee.frequency),
      width: width)
  }

  @inline(__always)
  private func reserve(_ count: Int) {
    guard count > positionCapacity else { return }
    positionCapacity = max(count, positionCapacity * 2)
    positions.deallocate()
    positions = .allocate(capacity: positionCapacity)
  }

  /// Keeps of the starts those that are among the others too, and returns how many. Both ascend,
  /// numbers that wrapped round below 0 taken as such.
  @inline(__always)
  private static func keepCommon(
    _ starts: UnsafeMutablePointer<UInt32>, _ count: Int, _ others: UnsafePointer<UInt32>,
    _ otherCount: Int
  ) -> Int {
    var kept = 0
    var next = 0
    for index in 0..<count {
      let start = starts[index]
      while next < otherCount && Int32(bitPattern: others[next]) < Int32(bitPattern: start) {
        next &+= 1
      }
      guard next < otherCount else { break }
      starts[kept] = start
      kept &+= others[next] == start ? 1 : 0
    }
    return kept
  }
}

extension TermNode {
  /// The documents of a gram, without scores.
  fileprivate convenience init(_ field: GramField, _ info: TermInfo) throws {
    try self.init(field.index, field: field.field, info: info, weight: 0, field.weights)
  }
}
