/// Reads a term scalar by scalar and tells whether a pattern fits, and whether it still can.
///
/// It is a nondeterministic automaton whose states are bits: bit i is set when the first i elements
/// of the pattern have been met, in one word for every number of edits so far (Wu and Manber, "Fast
/// text searching allowing errors", 1992; with transpositions as in Navarro, "NR-grep", 2001).
struct TermAutomaton {
  /// The elements that each scalar of the pattern is, ascending by scalar.
  private var literals: [(scalar: UInt32, places: UInt64)] = []
  /// Elements that any scalar is.
  private var ones: UInt64 = 0
  /// Numbers of elements behind which any run may stand.
  private var runs: UInt64 = 0
  /// Numbers of elements behind which an edit may come.
  private let editable: UInt64
  private let edits: Int
  private let transpositions: Bool
  private let last: UInt64

  /// Elements that a pattern may have, runs not counted.
  static let longest = 63

  struct State: Equatable {
    /// By number of edits.
    fileprivate var met = SIMD4<UInt64>()
    /// The same where the scalar behind the next has come before it.
    fileprivate var swapped = SIMD4<UInt64>()

    fileprivate var all: UInt64 {
      met[0] | met[1] | met[2] | swapped[1] | swapped[2]
    }
    var isDead: Bool { all == 0 }
  }

  /// - Parameter pattern: of at most `longest` elements without its runs.
  init(_ pattern: WildcardPattern) {
    self.init(
      pattern.elements, last: 1 << UInt64(pattern.length), editable: 0, edits: 0,
      transpositions: false)
  }

  /// - Parameter fuzzy: of at most `longest` scalars.
  init(_ fuzzy: FuzzyTerm) {
    let scalars = Array(fuzzy.term.unicodeScalars)
    let exact = min(fuzzy.prefixLength, scalars.count)
    self.init(
      scalars.map { .scalar($0) }, last: 1 << UInt64(scalars.count),
      editable: UInt64.max << UInt64(exact), edits: fuzzy.distance,
      transpositions: fuzzy.transpositions)
  }

  private init(
    _ elements: [WildcardPattern.Element], last: UInt64, editable: UInt64, edits: Int,
    transpositions: Bool
  ) {
    self.last = last
    self.editable = editable
    self.edits = edits
    self.transpositions = transpositions
    var place: UInt64 = 1
    var places: [UInt32: UInt64] = [:]
    for element in elements {
      switch element {
      case .run:
        runs |= place
        continue
      case .one: ones |= place
      case .scalar(let scalar): places[scalar.value, default: 0] |= place
      }
      place <<= 1
    }
    literals = places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Before the first scalar.
  var start: State {
    var state = State()
    state.met[0] = 1
    for edit in 0..<edits { state.met[edit + 1] = (state.met[edit] & editable) << 1 & within }
    return state
  }

  private var within: UInt64 { last | (last &- 1) }

  /// What a scalar leads to.
  func next(_ state: State, _ scalar: UInt32) -> State {
    let fits = ones | (literals.first { $0.scalar == scalar }?.places ?? 0)
    var next = State()
    next.met[0] = (state.met[0] & fits) << 1 | state.met[0] & runs
    for edit in 0..<edits {
      let before = state.met[edit] & editable
      let isLeftOut = next.met[edit] & editable
      var met = (state.met[edit + 1] & fits) << 1 | before | before << 1 | isLeftOut << 1
      if transpositions {
        met |= (state.swapped[edit + 1] & fits) << 2
        next.swapped[edit + 1] = before & fits >> 1
      }
      next.met[edit + 1] = met & within
    }
    return next
  }

  /// The edits between the pattern and what has been read; nil when it does not fit.
  func distance(_ state: State) -> Int? {
    (0...edits).first { state.met[$0] & last != 0 }
  }

  /// Whether every scalar leads to a state that is not dead.
  func takesAnything(_ state: State) -> Bool {
    state.met[0] & (ones | runs) != 0
      || (0..<edits).contains { state.met[$0] & editable != 0 }
  }

  /// The least scalar, from this one on, that leads to a state that is not dead.
  func scalar(from scalar: UInt32, _ state: State) -> UInt32? {
    guard takesAnything(state) else {
      return literals.first { $0.scalar >= scalar && $0.places & state.all != 0 }?.scalar
    }
    if (0xD800...0xDFFF).contains(scalar) { return 0xE000 }
    return scalar <= 0x10FFFF ? scalar : nil
  }
}
