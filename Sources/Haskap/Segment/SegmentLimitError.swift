/// A segment that would hold more than its format has numbers for.
enum SegmentLimitError: Error, CustomStringConvertible {
  case tooMuchText
  case tooManyOccurrences

  var description: String {
    switch self {
    case .tooMuchText:
      "A field of one segment has more than 2^35 characters; write smaller segments."
    case .tooManyOccurrences:
      "A word stands in one segment more than 2^32 times; do not join segments of this size."
    }
  }
}
