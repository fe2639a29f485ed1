internal import CExpat

/// Calls back for each element and text of an XML document, in order.
///
/// Names come without their prefixes. A document that declares entities is refused: they can make a
/// small file huge, and office programs write none.
final class XMLReader {
  /// `attributes` by name, without prefixes.
  var onStart: (_ name: String, _ attributes: [String: String]) -> Void = { _, _ in }
  var onEnd: (_ name: String) -> Void = { _ in }
  var onText: (_ text: String) -> Void = { _ in }

  /// A place in the document, counted from 1.
  typealias Place = (line: Int, column: Int)

  /// - Returns: the place where the document is not well-formed, or was stopped; nil where it was read to
  ///   its end.
  func read(_ bytes: [UInt8]) -> Place? {
    guard let parser = XML_ParserCreate(nil), let length = Int32(exactly: bytes.count) else {
      return (1, 1)
    }
    self.parser = parser
    defer {
      XML_ParserFree(parser)
      self.parser = nil
    }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in XMLReader.of(context)?.start(name, attributes) },
      { context, name in XMLReader.of(context)?.onEnd(XMLReader.local(name)) })
    XML_SetCharacterDataHandler(parser) { context, text, length in
      guard let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
      XMLReader.of(context)?.onText(String(decoding: bytes, as: UTF8.self))
    }
    XML_SetDoctypeDeclHandler(
      parser,
      { context, _, _, _, _ in XMLReader.of(context)?.stop() }, { _ in })
    let status = bytes.withUnsafeBytes { bytes in
      XML_Parse(parser, bytes.bindMemory(to: CChar.self).baseAddress, length, 1)
    }
    if status == XML_STATUS_OK { return nil }
    return (
      Int(XML_GetCurrentLineNumber(parser)), Int(XML_GetCurrentColumnNumber(parser)) + 1
    )
  }

  private var parser: XML_Parser?

  /// Reads no further.
  func stop() { if let parser { XML_StopParser(parser, 0) } }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    var values: [String: String] = [:]
    var index = 0
    while let attributes, let key = attributes[index], let value = attributes[index + 1] {
      values[Self.local(key)] = String(cString: value)
      index += 2
    }
    onStart(Self.local(name), values)
  }

  private static func local(_ name: UnsafePointer<CChar>?) -> String {
    guard let name else { return "" }
    let text = String(cString: name)
    return text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
  }
}
