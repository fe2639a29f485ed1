import HaskapSentences

/// A sentence of the program, in either language, with what it tells of.
struct Sentence: ExpressibleByStringInterpolation {
  /// With `%` for each argument, as the catalogue has it.
  let key: String
  let arguments: [String]

  /// With each argument that is 1 written in, for which a language may have another form; nil where none is.
  var ofOne: Sentence? {
    guard arguments.contains("1") else { return nil }
    let pieces = Template.pieces(ofKey: key)
    var one = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    one.key = pieces[0]
    for (argument, piece) in zip(arguments, pieces.dropFirst()) {
      if argument == "1" { one.appendLiteral(argument) } else { one.appendInterpolation(argument) }
      one.key += piece
    }
    return Sentence(stringInterpolation: one)
  }

  init(stringLiteral text: String) {
    (key, arguments) = (Template.escaped(text), [])
  }

  init(stringInterpolation pieces: StringInterpolation) {
    (key, arguments) = (pieces.key, pieces.arguments)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var key = ""
    fileprivate var arguments: [String] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ text: String) { key += Template.escaped(text) }

    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      key += "%"
      arguments.append(value.description)
    }
  }
}

/// A sentence in the language of the process.
func told(_ sentence: Sentence) -> String { Catalog.shared.text(of: sentence, in: .current) }

/// A text of a library, in the language of the process.
func retold(_ text: String) -> String { Catalog.shared.translated(text, to: .current) }
