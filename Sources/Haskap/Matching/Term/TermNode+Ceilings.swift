/// What a term can score at most, cell by cell.
extension TermNode {
  /// Terms of so few documents are scored as a whole: that gives exact ceilings, and the scores
  /// are kept for the windows.
  var isScoredWhole: Bool { info.documentFrequency <= CeilingsLayout.scoredWhole }

  /// Keeps the scores of a term that is scored whole.
  func keptCeilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    guard isScoredWhole else {
      return self.ceilings(grid, weight: scorer.weight, into: ceilings)
    }
    let scored = ScoredDocuments(reader, scorer)
    self.scored = scored
    scored.ceilings(grid, into: ceilings)
  }

  /// The same for another weight than the term's own.
  func ceilings(
    _ grid: WindowGrid, weight: Float, into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    if isScoredWhole {
      let scorer = TermScorer(
        weight: weight, codes: scorer.codes, saturations: scorer.saturations)
      ScoredDocuments(
        reader, scorer
      ).ceilings(grid, into: ceilings)
    } else if let stored = reader.ceilings {
      let levels = stored.levels.map {
        Impact.ceiling($0, weight: weight, relaxation: relaxation)
      }
      levels.withUnsafeBufferPointer { spread(stored, $0, over: grid, into: ceilings) }
    } else {
      let most = Impact.ceiling(UInt16(Impact.maximum), weight: weight, relaxation: 1)
      ceilings.update(repeating: most, count: grid.count)
    }
  }

  private func spread(
    _ stored: CeilingsReader, _ levels: UnsafeBufferPointer<UInt32>, over grid: WindowGrid,
    into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    let layout = stored.layout
    let shift = abs(layout.bits &- grid.bits)
    if shift == 0 {
      stored.forEachLevel { ceilings[$0] = levels[$1] }
    } else if layout.bits > grid.bits {
      stored.forEachLevel { cell, level in
        let places = cell &<< shift..<min((cell &+ 1) &<< shift, grid.count)
        (ceilings + places.lowerBound).update(repeating: levels[level], count: places.count)
      }
    } else {
      ceilings.update(repeating: 0, count: grid.count)
      stored.forEachLevel { cell, level in
        ceilings[cell &>> shift] = max(ceilings[cell &>> shift], levels[level])
      }
    }
  }
}

extension CeilingsReader {
  /// Gives every cell and its level.
  @inline(__always)
  fileprivate func forEachLevel(_ body: (Int, Int) -> Void) {
    for cell in 0..<layout.cells { body(cell, level(ofCell: cell)) }
  }
}
