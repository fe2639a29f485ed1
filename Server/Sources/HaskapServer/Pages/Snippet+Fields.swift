import Haskap

extension Snippet {
  /// Its stretches for a template: pairs of one without a mark and a marked one behind it.
  var fields: Fields {
    var pairs: [(text: String, marked: String?)] = [(isCutAtStart ? "…" : "", nil)]
    for part in parts + (isCutAtEnd ? [Part("…")] : []) {
      if part.isMarked {
        if pairs[pairs.count - 1].marked != nil { pairs.append(("", nil)) }
        pairs[pairs.count - 1].marked = part.text
      } else if pairs[pairs.count - 1].marked == nil {
        pairs[pairs.count - 1].text += part.text
      } else {
        pairs.append((part.text, nil))
      }
    }
    return ["pairs": pairs.map { ["text": $0.text, "marked": $0.marked ?? false] as Fields }]
  }
}
