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

  /// - Parameter grams: all of a unit of at least three scalars, in its order.
  init(_ field: GramField, _ grams: [TermInfo]) throws {
    let cover = Self.cover(grams.map(\.totalFrequency))
    let filters = Self.filters(grams, cover, documentCount: field.index.documentCount)
    var nodes: [Int: TermNode] = [:]
    for place in cover + filters { nodes[place] = try TermNode(field, grams[place]) }
    let ordered = nodes.values.sorted { $0.cost < $1.cost }
    documents = IntersectionNode(ordered)
    rarest = ordered[0]
    terms = try cover.sorted { grams[$0].totalFrequency < grams[$1].totalFrequency }
      .compactMap { place in try nodes[place].map { try PhraseTerm($0, offset: UInt32(place)) } }
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

  /// The places of the grams that together have every scalar of the unit and stand least often:
  /// the first, the last, and of any two neighbours one.
  static func cover(_ frequencies: [Int]) -> [Int] {
    var costs: [Int] = []
    for frequency in frequencies {
      costs.append(frequency + (costs.suffix(2).min() ?? 0))
    }
    var cover = [frequencies.count - 1]
    while let place = cover.last, place > 0 {
      cover.append(place > 1 && costs[place - 2] <= costs[place - 1] ? place - 2 : place - 1)
    }
    return cover.reversed()
  }

  /// Other grams that are worth a look at their documents: the rarest of those that are not nearly
  /// everywhere.
  private static func filters(_ grams: [TermInfo], _ cover: [Int], documentCount: Int) -> [Int] {
    let others = grams.indices.filter {
      !cover.contains($0) && grams[$0].documentFrequency < documentCount / 2
    }
    return Array(
      others.sorted { grams[$0].documentFrequency < grams[$1].documentFrequency }.prefix(2))
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
    list(window, words)
    terms[0].locate(window, words, count: count, into: places)
    for number in 1..<terms.count where count > 0 {
      terms[number].locate(window, words, count: count, into: places + number * Self.capacity)
      narrow(number)
      if number + 1 < terms.count { relist(window, words) }
    }
  }

  private func list(_ window: Window, _ words: Bits.Words) {
    let candidates = candidates
    var count = 0
    Bits.forEach(words, count: window.wordCount) { place in
      candidates[count] = UInt32(truncatingIfNeeded: place)
      count &+= 1
    }
    self.count = count
  }

  private func relist(_ window: Window, _ words: Bits.Words) {
    Bits.clear(words, count: window.wordCount)
    for index in 0..<count { Bits.insert(Int(candidates[index]), into: words) }
  }

  /// Drops the candidates where the low bytes of the first gram and of another do not fit.
  private func narrow(_ number: Int) {
    let (places, candidates) = (places, candidates)
    let (first, second) = (terms[0].positions, terms[number].positions)
    let pair = pairs[number]
    var kept = 0
    for index in 0..<count {
      let found = pair.count(
        first, places[index], second, places[number &* Self.capacity &+ index])
      for other in 0...number {
        places[other &* Self.capacity &+ kept] = places[other &* Self.capacity &+ index]
      }
      candidates[kept] = candidates[index]
      kept &+= Int(truncatingIfNeeded: min(found, 1))
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
      lows: positions + Int(place.pointee.offset), highs: positions + Int(place.pointee.highs),
      highBit: Int(place.pointee.highBit), count: Int(place.pointee.frequency), width: width)
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

/// Compares up to eight positions of a gram in a document with others, without a branch on what
/// they are.
struct FewPositions {
  private typealias Lanes = SIMD4<UInt32>
  /// Eight times all bits, then as often none.
  private let used: UnsafeMutablePointer<UInt32>

  static let most = 8

  init() {
    used = .allocate(capacity: 2 * Self.most)
    for lane in 0..<2 * Self.most { used[lane] = lane < Self.most ? .max : 0 }
  }

  func deallocate() { used.deallocate() }

  /// Whether there are at most eight, whose high bits one load covers.
  @inline(__always)
  static func canRead(_ place: GramPlace) -> Bool { place.count <= most && place.width <= 7 }

  /// Keeps of the starts those that are among the positions less `offset`, and returns how many.
  @inline(__always)
  func keepCommon(
    _ starts: UnsafeMutablePointer<UInt32>, _ count: Int, _ place: GramPlace, minus offset: UInt32
  ) -> Int {
    let used = UnsafeRawPointer(self.used + (Self.most &- place.count))
    let (low, high) = Self.read(place, minus: offset)
    let (isLow, isHigh) = (
      used.loadUnaligned(as: Lanes.self), used.loadUnaligned(fromByteOffset: 16, as: Lanes.self)
    )
    // What stands for no position is no number that a start can be.
    let nowhere = Lanes(repeating: 0x8000_0000)
    let (first, second) = (low & isLow | nowhere & ~isLow, high & isHigh | nowhere & ~isHigh)
    var kept = 0
    for index in 0..<count {
      let start = starts[index]
      let wanted = Lanes(repeating: start)
      let equal = wanted .== first .| wanted .== second
      let bits = unsafeBitCast(equal, to: SIMD2<UInt64>.self)
      starts[kept] = start
      kept &+= bits[0] | bits[1] == 0 ? 0 : 1
    }
    return kept
  }

  /// Reads eight positions, of which those behind the document's are undefined.
  @inline(__always)
  private static func read(_ place: GramPlace, minus offset: UInt32) -> (Lanes, Lanes) {
    let lows = UInt64(littleEndian: place.lows.loadUnaligned(as: UInt64.self))
    var highs: UInt64 = 0
    if place.width > 0 {
      highs =
        UInt64(
          littleEndian: place.highs.loadUnaligned(
            fromByteOffset: place.highBit &>> 3, as: UInt64.self)) &>> UInt64(place.highBit & 7)
    }
    let width = UInt64(truncatingIfNeeded: place.width)
    let mask = (1 &<< width) &- 1
    func lane(_ number: UInt64) -> UInt32 {
      let low = lows &>> (8 &* number) & 0xFF
      return UInt32(truncatingIfNeeded: low | (highs &>> (width &* number) & mask) &<< 8) &- offset
    }
    return (
      Lanes(lane(0), lane(1), lane(2), lane(3)), Lanes(lane(4), lane(5), lane(6), lane(7))
    )
  }
}
