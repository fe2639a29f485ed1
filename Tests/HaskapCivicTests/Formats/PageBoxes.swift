/// What `pdftotext -raw -bbox` writes of some pages: left, middle, text; eight points a letter.
func pageBoxes(_ pages: [[(Double, Double, String)]]) -> String {
  pages.map { words in
    let lines = words.map { left, middle, text in
      let right = left + Double(text.count) * 8
      return "    <word xMin=\"\(left)\" yMin=\"\(middle - 4)\" xMax=\"\(right)\" "
        + "yMax=\"\(middle + 4)\">\(text)</word>"
    }
    return (["  <page width=\"600\" height=\"800\">"] + lines).joined(separator: "\n")
  }.joined(separator: "\n")
}
