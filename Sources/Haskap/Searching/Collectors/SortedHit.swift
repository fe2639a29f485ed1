/// A document with its value, comparable over all segments.
struct SortedHit {
  let hit: Hit
  private let key: Int64
  private let keyword: ExactString?

  init(
    _ key: Int64, _ document: UInt32, segment: Int, of column: SnapshotColumn, descending: Bool
  ) throws(FormatError) {
    let number = Int(descending ? ~key : key)
    hit = Hit(segment: segment, document: document, score: 0)
    keyword = try column.keywords(segment).map { keywords throws(FormatError) in
      ExactString(try keywords.text(at: number))
    }
    self.key = key
  }

  func precedes(_ other: SortedHit, descending: Bool) -> Bool {
    if let keyword, let otherKeyword = other.keyword {
      if keyword != otherKeyword { return descending != (keyword < otherKeyword) }
    } else if key != other.key {
      return key < other.key
    }
    return (hit.segment, hit.document) < (other.hit.segment, other.hit.document)
  }
}
