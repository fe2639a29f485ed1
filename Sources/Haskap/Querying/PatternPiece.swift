/// Characters of a pattern that stand together, and how far the ones before them may be.
package struct PatternPiece: Hashable {
  package var utf8: [UInt8] = []
  /// In Unicode scalars.
  package var length = 0
  /// Scalars between the end of the piece before and this one.
  package var gap: ClosedRange<Int>
}

extension WildcardPattern {
  /// Whether a run stands between two scalars.
  var hasInnerRun: Bool { pieces(reach: 1).dropFirst().contains { $0.gap.count > 1 } }

  /// - Parameter reach: the most scalars that a run stands for.
  package func pieces(reach: Int) -> [PatternPiece] {
    var pieces: [PatternPiece] = []
    var gap = 0...0
    var isInside = false
    for element in elements {
      switch element {
      case .one: gap = gap.lowerBound + 1...gap.upperBound + 1
      case .run: gap = gap.lowerBound...gap.upperBound + reach
      case .scalar(let scalar):
        if !isInside { pieces.append(PatternPiece(gap: gap)) }
        pieces[pieces.count - 1].utf8 += Array(String(scalar).utf8)
        pieces[pieces.count - 1].length += 1
        gap = 0...0
      }
      if case .scalar = element { isInside = true } else { isInside = false }
    }
    return pieces
  }
}
