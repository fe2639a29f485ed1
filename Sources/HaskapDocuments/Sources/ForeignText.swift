internal import HaskapText

/// Japanese text in another encoding than UTF-8.
enum ForeignText {
  private static let (escape, lineFeed): (UInt8, UInt8) = (0x1B, 0x0A)
  /// So many lines that are no UTF-8 are enough to tell by.
  private static let mostLines = 500

  /// The encoding of a file; nil for UTF-8, for UTF-8 with some bad lines in it, and for what is no
  /// Japanese text in any.
  ///
  /// - Parameters:
  ///   - sample: its first bytes.
  ///   - isWhole: whether there are no others; else the sample may end within a character.
  static func encoding(of sample: ArraySlice<UInt8>, isWhole: Bool) -> TextEncoding? {
    if sample.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if sample.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    // What documents begin with, an ASCII sign, has a zero beside it in UTF-16.
    let start = Array(sample.prefix(2))
    if start.count == 2, start.contains(0), start != [0, 0] {
      return start[1] == 0 ? .utf16LittleEndian : .utf16BigEndian
    }
    guard sample.contains(where: { $0 >= 0x80 }) else {
      return hasEscapes(sample) ? .iso2022JP : nil
    }
    return tellingEncoding(of: lines(sample, isWhole: isWhole))
  }

  /// `ESC $ B` and the like, which choose the signs of ISO-2022-JP.
  private static func hasEscapes(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains {
      bytes[$0] == escape && $0 + 1 < bytes.endIndex && bytes[$0 + 1] == UInt8(ascii: "$")
    }
  }

  /// The lines that are not ASCII alone, without the end of a sample where a character is cut.
  private static func lines(_ sample: ArraySlice<UInt8>, isWhole: Bool) -> [[UInt8]] {
    let end = isWhole ? sample.endIndex : sample.lastIndex { $0 < 0x80 }.map { $0 + 1 }
    return sample[..<(end ?? sample.startIndex)].split(separator: lineFeed)
      .filter { $0.contains { $0 >= 0x80 } }.map { Array($0) }
  }

  private static func tellingEncoding(of lines: [[UInt8]]) -> TextEncoding? {
    let others = lines.filter { TextEncoding.utf8.decode($0) == nil }
    // Where most lines are UTF-8, the others are damaged.
    guard others.count * 5 > lines.count * 4 else { return nil }
    let samples = others.prefix(mostLines)
    let counts = [TextEncoding.eucJP, .cp932].map { encoding -> (TextEncoding, Double) in
      let texts = samples.compactMap { encoding.decode($0) }
      let read = Double(texts.count) / Double(samples.count)
      return (encoding, read >= 0.8 ? read * japaneseShare(of: texts) : 0)
    }
    return counts.max { $0.1 < $1.1 }.flatMap { $0.1 >= 0.8 ? $0.0 : nil }
  }

  /// How many of the signs that are not ASCII are kana, kanji and signs of print. What a wrong
  /// reading gives is full of half-width kana, so that words of these count a little less.
  private static func japaneseShare(of texts: [String]) -> Double {
    var (japanese, all) = (0, 0)
    var narrow = HalfWidthKana()
    for scalar in texts.lazy.flatMap(\.unicodeScalars) where !scalar.isASCII {
      all += 1
      narrow.count(scalar)
      switch scalar.value {
      case 0x3000...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF60: japanese += 1
      case _ where TextEncoding.isPrintSign(scalar): japanese += 1
      default: break
      }
    }
    let words = narrow.areWords ? 0.9 * Double(narrow.all) : 0
    return all == 0 ? 0 : (Double(japanese) + words) / Double(all)
  }

  /// Lines that are not in the encoding stay as they are, to be told where they are read.
  static func utf8(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8] {
    if let text = encoding.decode(bytes) { return Array(text.utf8) }
    let lines = bytes.split(separator: lineFeed, omittingEmptySubsequences: false)
    return Array(
      lines.map { line in
        encoding.decode(Array(line)).map { Array($0.utf8) } ?? Array(line)
      }.joined(separator: [lineFeed]))
  }
}
