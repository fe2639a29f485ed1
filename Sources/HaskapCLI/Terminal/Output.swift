import CLibrary
import Haskap
import HaskapDocuments
import HaskapText

/// Standard output or error, in whole writes: the one place through which all text goes out, and
/// where what would steer the terminal is made harmless. When the reader has gone (`| head`), writing stops.
final class Output {
  /// Nil where text is gathered for another.
  private let descriptor: Int32?
  private var buffer: [UInt8] = []
  private var readerIsGone = false
  let style: Style

  init(_ descriptor: Int32 = STDOUT_FILENO) {
    signal(SIGPIPE, SIG_IGN)
    self.descriptor = descriptor
    style = descriptor == STDOUT_FILENO ? .ofOutput : .forDescriptor(descriptor)
  }

  /// Gathers a part of what another writes then.
  init(gatheringIn style: Style) { (descriptor, self.style) = (nil, style) }

  /// A file, made anew.
  convenience init(creating path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw UserError(
        description: "\(path): cannot be written (\(String(cString: strerror(errno)))); "
          + "name a file in a folder of yours",
        status: .refused)
    }
    self.init(file)
  }

  deinit { flush() }

  func line(_ text: String = "") { write(text + "\n") }

  /// Lines that fit the screen, the first after `indent`, the others after `hanging`.
  func wrapped(_ text: String, indent: String = "", hanging: String? = nil) {
    let hanging = hanging ?? indent
    let room = AnswerPrinter.columns - DisplayWidth.of(hanging)
    for (place, line) in DisplayWidth.wrapWords(text, to: room).enumerated() {
      self.line((place == 0 ? indent : hanging) + line)
    }
  }

  func bold(_ text: String) {
    for line in DisplayWidth.wrapWords(text, to: AnswerPrinter.columns) {
      self.line(style.bold(line))
    }
  }

  func wrapped(_ explanation: ExplanationText, indent: String) {
    let hanging = indent + String(repeating: " ", count: ExplanationText.margin)
    for line in explanation.lines {
      let start = line.prefix { $0 == " " }
      wrapped(String(line.dropFirst(start.count)), indent: indent + start, hanging: hanging)
    }
  }

  func write(_ text: String) {
    HarmlessText.append(text, to: &buffer, keeping: style.sequences)
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Writes parts in their order, which are made side by side.
  func parts(_ count: Int, _ make: @escaping @Sendable (_ part: Int, Output) -> Void) throws {
    try OrderedWork.run(count) { [style] number in
      let part = Output(gatheringIn: style)
      make(number, part)
      return part
    } take: { part in
      buffer += part.buffer
      if buffer.count >= 1 << 16 { flush() }
    }
  }

  /// An answer in JSON whose hits are made and written one after the other.
  ///
  /// - Parameter answer: without its hits.
  func line(
    _ answer: some Encodable, _ hits: PendingHits<some Encodable>
  ) throws {
    try line(answer, filling: "hits") { add in
      try hits.makeEach { add(try JSONText.line($0)) }
    }
  }

  /// The same with elements that are written side by side.
  ///
  /// - Parameter name: of the list of these, which the answer has without any.
  func line(
    _ answer: some Encodable, filling name: String, with elements: [some Encodable & Sendable]
  ) throws {
    try line(answer, filling: name) { add in
      try OrderedWork.run(elements.count) { place in
        Result { try JSONText.line(elements[place]) }
      } take: {
        add(try $0.get())
      }
    }
  }

  private func line(
    _ answer: some Encodable, filling name: String,
    _ each: (_ add: (String) -> Void) throws -> Void
  ) throws {
    // No text of JSON has a quote that is not escaped, and no other list of this name is empty.
    let (text, empty) = (Array(try JSONText.line(answer).utf8), Array("\"\(name)\":[]".utf8))
    let place = text.indices.first { text[$0...].starts(with: empty) } ?? text.endIndex
    let end = min(place + empty.count - 1, text.count)
    try orNothing {
      write(String(decoding: text[..<end], as: UTF8.self))
      var isFirst = true
      try each { element in
        if !isFirst { write(",") }
        write(element)
        isFirst = false
      }
      line(String(decoding: text[end...], as: UTF8.self))
    }
  }

  /// Writes nothing of what ends in an error, as far as it is not written yet.
  func orNothing(_ body: () throws -> Void) throws {
    let count = buffer.count
    do {
      try body()
    } catch {
      buffer.removeLast(max(0, buffer.count - count))
      throw error
    }
  }

  /// What went wrong, or may have: one line, whatever it names.
  func warning(_ text: String) { line(told("haskap: warning: \(HarmlessText.line(retold(text)))")) }

  /// Empties the line that the terminal is in, and writes there.
  func replaceLine(_ text: String) {
    buffer.append(contentsOf: "\r\u{1B}[K".utf8)
    write(HarmlessText.line(text))
    flush()
  }

  func flush() {
    guard let descriptor else { return }
    var rest = buffer[...]
    while !rest.isEmpty, !readerIsGone {
      let count = rest.withUnsafeBytes { CLibrary.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      if count < 0, errno != EINTR { giveUp(errno, descriptor) }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// That nobody reads on is no mistake; that a full disk cuts the answer short is one.
  private func giveUp(_ code: Int32, _ descriptor: Int32) {
    readerIsGone = true
    guard code != EPIPE, descriptor != STDERR_FILENO else { return }
    let complaints = Output(STDERR_FILENO)
    complaints.line(
      "haskap: " + told("the output cannot be written (\(String(cString: strerror(code))))"))
    complaints.flush()
    exit(ExitStatus.refused.rawValue)
  }
}
