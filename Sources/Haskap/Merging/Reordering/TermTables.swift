/// What one bisection keeps of each term.
final class TermTables {
  private let degrees = Scratch<Int32>()
  private let leftDegrees = Scratch<Int32>()
  private let numbers = Scratch<UInt32>()
  private let toLeft = Scratch<Float>()
  private let toRight = Scratch<Float>()

  private static let forgotten = UInt32.max

  /// Begins with terms that no document has.
  func begin(_ termCount: Int) { degrees.room(termCount).update(repeating: 0, count: termCount) }

  /// Counts one more document that has these terms.
  func count(_ terms: UnsafeMutableBufferPointer<UInt32>) {
    let degrees = degrees.base
    for term in terms { degrees[Int(term)] &+= 1 }
  }

  /// Numbers anew the terms that some documents have and others have not, more than one of them;
  /// returns how many these are.
  func renumber(_ termCount: Int, documentCount: Int) -> Int {
    let (degrees, numbers) = (degrees.base, numbers.room(termCount))
    var kept = 0
    for term in 0..<termCount {
      let degree = degrees[term]
      guard degree > 1, degree < documentCount else {
        numbers[term] = Self.forgotten
        continue
      }
      numbers[term] = UInt32(truncatingIfNeeded: kept)
      degrees[kept] = degree
      kept &+= 1
    }
    leftDegrees.room(kept).update(repeating: 0, count: kept)
    return kept
  }

  /// Gives a document's terms their new numbers, and returns how many are left.
  func replace(_ terms: UnsafeMutableBufferPointer<UInt32>) -> Int {
    let numbers = numbers.base
    var kept = 0
    for term in terms {
      let number = numbers[Int(term)]
      guard number != Self.forgotten else { continue }
      terms[kept] = number
      kept &+= 1
    }
    return kept
  }

  /// Notes that a document with these terms comes to the left half (1) or leaves it (-1).
  func move(_ terms: UnsafeMutableBufferPointer<UInt32>, by step: Int32) {
    let left = leftDegrees.base
    for term in terms { left[Int(term)] &+= step }
  }

  /// What moving one document that has it saves, for each term.
  func findGains(_ count: Int, _ costs: GapCosts) {
    let (degrees, left) = (degrees.base, leftDegrees.base)
    let (toLeft, toRight) = (toLeft.room(count), toRight.room(count))
    costs.withSteps { steps in
      guard let steps = steps.baseAddress else { return }
      for term in 0..<count {
        let onLeft = Int(left[term])
        let onRight = Int(degrees[term]) &- onLeft
        toRight[term] = steps[onRight &+ 1] - steps[onLeft]
        toLeft[term] = steps[onLeft &+ 1] - steps[onRight]
      }
    }
  }

  func gainToRight(_ terms: UnsafeMutableBufferPointer<UInt32>) -> Float {
    Self.sum(of: terms, in: toRight.base)
  }

  func gainToLeft(_ terms: UnsafeMutableBufferPointer<UInt32>) -> Float {
    Self.sum(of: terms, in: toLeft.base)
  }

  /// Four sums at once, so that no addition waits for the one before.
  @inline(__always)
  private static func sum(
    of terms: UnsafeMutableBufferPointer<UInt32>, in table: UnsafeMutablePointer<Float>
  ) -> Float {
    guard let list = terms.baseAddress else { return 0 }
    var sums = SIMD4<Float>.zero
    var index = 0
    while index &+ 4 <= terms.count {
      sums += SIMD4(
        table[Int(list[index])], table[Int(list[index &+ 1])], table[Int(list[index &+ 2])],
        table[Int(list[index &+ 3])])
      index &+= 4
    }
    var rest: Float = 0
    while index < terms.count {
      rest += table[Int(list[index])]
      index &+= 1
    }
    return sums.sum() + rest
  }
}
