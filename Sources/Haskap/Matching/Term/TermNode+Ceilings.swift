/// What a term can score at most, cell by cell.
extension TermNode {
  /// Terms of few documents are scored as a whole: that gives exact ceilings, and the scores
  /// are kept for the windows.
  var isScoredWhole: Bool {
    reader.ceilings == nil && info.documentFrequency <= BlockMaximaLayout.mostScoredWhole
  }

  /// Keeps the scores of a term that is scored whole.
  func keptCeilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    guard isScoredWhole else {
      return self.ceilings(grid, weight: scorer.weight, into: ceilings)
    }
    let scored = ScoredDocuments(reader, scorer, memory)
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
      let place = memory.place
      ScoredDocuments(reader, scorer, memory).ceilings(grid, into: ceilings)
      memory.rewind(to: place)
    } else if let stored = reader.ceilings {
      let count = BlockMaximaLayout.highestLevel + 1
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { levels in
        stored.forEachCeiling { level, ceiling in
          levels[level] = Impact.ceiling(ceiling, weight: weight, relaxation: relaxation)
        }
        spread(stored, UnsafeBufferPointer(levels), over: grid, into: ceilings)
      }
    } else {
      let most = Impact.ceiling(UInt16(Impact.maximum), weight: weight, relaxation: 1)
      ceilings.update(repeating: most, count: grid.count)
    }
  }

  private func spread(
    _ stored: BlockMaximaReader, _ levels: UnsafeBufferPointer<UInt32>, over grid: WindowGrid,
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

extension BlockMaximaReader {
  /// Gives every cell and its level.
  @inline(__always)
  fileprivate func forEachLevel(_ body: (Int, Int) -> Void) {
    for cell in 0..<layout.cells { body(cell, level(ofCell: cell)) }
  }
}

extension TermNode {
  /// Writes for the cells that have a document of the term the same number, for others 0.
  func mark(_ grid: WindowGrid, by value: UInt32, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: 0, count: grid.count)
    for block in 0..<reader.allBlocks {
      cache.loadDocuments(reader, block: block)
      for index in 0..<cache.count {
        ceilings[Int(cache.documents[index]) &>> grid.bits] = value
      }
    }
  }
}

/// For every cell of the grid the least that one of the terms can score with a weight that is not
/// its own: what occurs no more often than each of them scores no more.
func leastCeilings(
  of terms: [TermNode], _ grid: WindowGrid, weight: Float,
  into ceilings: UnsafeMutablePointer<UInt32>
) {
  let memory = terms[0].memory
  let place = memory.place
  let own: UnsafeMutablePointer<UInt32> = memory.take(grid.count)
  defer { memory.rewind(to: place) }
  terms[0].ceilings(grid, weight: weight, into: ceilings)
  for term in terms.dropFirst() {
    term.ceilings(grid, weight: weight, into: own)
    for cell in 0..<grid.count { ceilings[cell] = min(ceilings[cell], own[cell]) }
  }
}
