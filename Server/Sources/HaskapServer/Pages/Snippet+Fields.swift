import Haskap

extension Snippet {
  /// Its stretches for a template: pairs of one without a mark and a marked one behind it, and what
  /// stands behind the last mark.
  var fields: Fields {
    var pairs: [Fields] = []
    var plain = isCutAtStart ? "…" : ""
    for part in parts {
      if part.isMarked {
        pairs.append(["text": plain, "marked": part.text])
        plain = ""
      } else {
        plain += part.text
      }
    }
    return ["pairs": pairs, "rest": plain + (isCutAtEnd ? "…" : "")]
  }
}
