/// One thread's analyzer: holds its scratch, so that a text costs no allocation. Takes UTF-8 and
/// gives UTF-8; ICU's UTF-16 stays inside.
public final class AnalyzerSession {
  enum Steps {
    case whitespace
    case keyword(Normalizer?)
    case words(Normalizer?, Segmenter)
  }

  let steps: Steps
  private var scratch = Normalizer.Scratch()

  init(_ steps: Steps) {
    self.steps = steps
  }

  /// Replaces what `result` holds by the analysis of `text` (UTF-8; less than 4 GiB).
  ///
  /// Malformed UTF-8 becomes U+FFFD, except by `whitespace`, which leaves bytes as they are.
  /// - Parameter mapOffsets: whether to fill `result.offsetMap`.
  /// - Throws: `ICUError`.
  public func analyze(
    _ text: UnsafeBufferPointer<UInt8>, into result: inout AnalyzedText, mapOffsets: Bool
  ) throws {
    result.clear()
    switch steps {
    case .whitespace:
      result.splitAtWhitespace(text)
    case .keyword(let normalizer):
      try write(text, by: normalizer, into: &result, mapOffsets: mapOffsets)
      result.takeAsOneToken()
    case .words(let normalizer, let segmenter):
      try write(text, by: normalizer, into: &result, mapOffsets: mapOffsets)
      try segmenter.segment(&result)
    }
  }

  /// The same without cutting: `result` has no tokens and no boundaries.
  ///
  /// - Throws: `ICUError`.
  public func normalize(
    _ text: UnsafeBufferPointer<UInt8>, into result: inout AnalyzedText, mapOffsets: Bool
  ) throws {
    result.clear()
    switch steps {
    case .whitespace: result.utf8.append(contentsOf: text)
    case .keyword(let normalizer), .words(let normalizer, _):
      try write(text, by: normalizer, into: &result, mapOffsets: mapOffsets)
    }
  }

  /// The same for a string.
  ///
  /// - Throws: `ICUError`.
  public func normalize(
    _ text: String, into result: inout AnalyzedText, mapOffsets: Bool = false
  ) throws {
    var text = text
    try text.withUTF8 { try normalize($0, into: &result, mapOffsets: mapOffsets) }
  }

  private func write(
    _ text: UnsafeBufferPointer<UInt8>, by normalizer: Normalizer?, into result: inout AnalyzedText,
    mapOffsets: Bool
  ) throws {
    if let normalizer {
      try normalizer.normalize(text, into: &result, mapOffsets: mapOffsets, scratch: &scratch)
    } else {
      result.copyRepaired(text, mapOffsets: mapOffsets)
    }
  }

  /// The same for a string.
  ///
  /// - Throws: `ICUError`.
  public func analyze(
    _ text: String, into result: inout AnalyzedText, mapOffsets: Bool = false
  ) throws {
    var text = text
    try text.withUTF8 { try analyze($0, into: &result, mapOffsets: mapOffsets) }
  }
}

extension AnalyzedText {
  fileprivate mutating func takeAsOneToken() {
    boundaries.reset(textLength: utf8.count)
    boundaries.insert(0)
    boundaries.insert(utf8.count)
    if !utf8.isEmpty { tokens.append(TokenSpan(start: 0, end: UInt32(utf8.count))) }
  }

  /// Copies well-formed UTF-8 as it is and puts U+FFFD for malformed sequences.
  fileprivate mutating func copyRepaired(_ text: UnsafeBufferPointer<UInt8>, mapOffsets: Bool) {
    var run = NormalizerRun(source: text, mapOffsets: mapOffsets)
    utf8.reserveCapacity(text.count)
    while run.position < text.count {
      let start = run.position
      run.skipWellFormed()
      utf8.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<run.position]))
      if run.position < text.count { run.replaceMalformed(into: &self) }
    }
  }
}
