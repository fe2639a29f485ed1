/// Walks the terms of a dictionary that an automaton accepts, in ascending order.
///
/// Terms between are not looked at: where a term dies, the least string that is above it and that
/// the automaton can still accept is put together, and the dictionary is searched for that.
struct AutomatonCursor {
  private let automaton: TermAutomaton
  private var terms: TermCursor
  /// The scalars of the term read last, as far as the automaton lived, and where they begin.
  private var scalars: [(value: UInt32, offset: Int)] = []
  /// Before each of them and behind the last.
  private var states: [TermAutomaton.State]
  private var isAtStart = true
  /// Terms that were read.
  private(set) var steps = 0
  /// Edits of the current term.
  private(set) var distance = 0

  var term: [UInt8] { terms.term }
  var info: TermInfo { terms.info }

  init(_ dictionary: TermDictionary, _ automaton: TermAutomaton) throws(FormatError) {
    self.automaton = automaton
    states = [automaton.start]
    var least: [UInt8] = []
    Self.complete(&least, automaton.start, automaton)
    terms = try least.span.withUnsafeBytes { bytes throws(FormatError) in
      try dictionary.cursor(from: bytes)
    }
  }

  /// Moves to the next term that is accepted; false behind the last.
  mutating func advance() throws(FormatError) -> Bool {
    var isThere = isAtStart ? try terms.advance() : try leap()
    isAtStart = false
    while isThere {
      steps += 1
      if let found = follow() {
        distance = found
        return true
      }
      isThere = try leap()
    }
    return false
  }

  /// Reads the current term as far as the automaton lives; the edits when it accepts the term.
  private mutating func follow() -> Int? {
    var offset = 0
    var count = 0
    while offset < term.count {
      let (value, length) = Self.scalar(at: offset, of: term)
      if count == scalars.count || scalars[count].value != value {
        scalars.removeSubrange(count...)
        states.removeSubrange((count + 1)...)
        scalars.append((value, offset))
        states.append(automaton.next(states[count], value))
      }
      count += 1
      if states[count].isDead { return nil }
      offset += length
    }
    scalars.removeSubrange(count...)
    states.removeSubrange((count + 1)...)
    return automaton.distance(states[count])
  }

  /// Moves to the next term that the automaton may accept.
  private mutating func leap() throws(FormatError) -> Bool {
    let alive = states[states.count - 1]
    if automaton.takesAnything(alive) { return try terms.advance() }
    guard let target = successor() else { return false }
    // Of a term that is no UTF-8 the successor may lie below it.
    guard term.lexicographicallyPrecedes(target) else { return try terms.advance() }
    return try target.span.withUnsafeBytes { bytes throws(FormatError) in
      try terms.seek(to: bytes)
    }
  }

  /// The least string above the current term that the automaton may accept, or begin to.
  private func successor() -> [UInt8]? {
    var place = states.count - 1
    var least: UInt32 = 0
    while true {
      if !states[place].isDead, let value = automaton.scalar(from: least, states[place]) {
        let offset = place < scalars.count ? scalars[place].offset : term.count
        var target = Array(term[..<offset])
        target.append(value)
        Self.complete(&target, automaton.next(states[place], value), automaton)
        return target
      }
      guard place > 0 else { return nil }
      place -= 1
      least = scalars[place].value + 1
    }
  }

  /// Appends what every term must go on with.
  private static func complete(
    _ target: inout [UInt8], _ start: TermAutomaton.State, _ automaton: TermAutomaton
  ) {
    var state = start
    while automaton.distance(state) == nil, !automaton.takesAnything(state),
      let value = automaton.scalar(from: 0, state)
    {
      target.append(value)
      state = automaton.next(state, value)
    }
  }

  /// The scalar at an offset, and its length in bytes. Bytes that are no UTF-8 give some number.
  private static func scalar(at offset: Int, of term: [UInt8]) -> (value: UInt32, length: Int) {
    let length = min(UTF8Length.of(term[offset]), term.count - offset)
    guard length > 1 else { return (UInt32(term[offset]), 1) }
    var value = UInt32(term[offset]) & (0x7F >> UInt32(length))
    for place in 1..<length { value = value << 6 | UInt32(term[offset + place]) & 0x3F }
    return (value, length)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    append(contentsOf: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
  }
}
