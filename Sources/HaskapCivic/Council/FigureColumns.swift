/// A small table written into a cell: places as columns, then rows with one value for each.
struct FigureColumns {
  let names: [String]
  private(set) var lastRow: [String] = []
  private(set) var lastLabel = ""

  init(names: [String]) { self.names = names }

  var hasLastRow: Bool { !lastRow.isEmpty }

  /// The places of `苫小牧市・厚真町・安平町`; nil for any other word.
  static func names(_ word: String) -> [String]? {
    let names = word.split(separator: "・").map(String.init)
    let arePlaces = names.allSatisfy { $0.count > 1 && "市町村区".contains($0.last ?? " ") }
    return names.count > 1 && arePlaces ? names : nil
  }

  mutating func remember(row: [String], label: String) {
    lastRow = row
    lastLabel = label
  }

  /// One value for each column, if that is what stands here; columns without one (`開催無`) are left
  /// out.
  func row(_ tokens: ArraySlice<FigureToken>) -> [(String, Figure)]? {
    guard tokens.count >= names.count else { return nil }
    var row: [(String, Figure)] = []
    for (name, token) in zip(names, tokens) {
      switch token {
      case .figure(let figure) where figure.trailing.isEmpty: row.append((name, figure))
      case .word(let word) where word.hasSuffix("無") || word.hasSuffix("なし"): continue
      default: return nil
      }
    }
    return row
  }

  /// The figures that stand alone in round brackets from here on.
  func bracketed(_ tokens: ArraySlice<FigureToken>) -> [Figure] {
    var figures: [Figure] = []
    for token in tokens {
      guard case .parenthesis(let inner, _, _) = token, inner.count == 1,
        case .figure(let figure)? = inner.first
      else { break }
      figures.append(figure)
    }
    return figures
  }
}
