/// A template of pages, in as much of Mustache as they need:
///
/// - `{{name}}` a field of what the template is at, escaped; `{{.}}` all of it;
/// - `{{{name}}}` a field that is HTML already;
/// - `{{w.key}}` a sentence of the wording;
/// - `{{#name}}…{{/name}}` a section, which is written of a text or a table, of each of a list, and where
///   a flag says so; `{{^name}}…{{/name}}` where the other is not;
/// - `{{> name}}` another template.
struct Template: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case field(String, isHTML: Bool)
    case wording(String)
    case section(String, isInverted: Bool, [Piece])
    case template(String)
  }

  private let pieces: [Piece]

  /// - Throws: `ResourceError` where a section does not end.
  init(_ text: String) throws {
    var rest = text[...]
    pieces = try Self.read(&rest, section: nil)
  }

  /// - Parameter section: the name of that which is read.
  private static func read(_ rest: inout Substring, section: String?) throws -> [Piece] {
    var pieces: [Piece] = []
    while let start = rest.firstRange(of: "{{"), let end = rest.firstRange(of: "}}") {
      pieces.append(.text(String(rest[..<start.lowerBound])))
      let tag = rest[start.upperBound..<end.lowerBound]
      rest = rest[end.upperBound...]
      let name = String(tag.dropFirst())
      switch tag.first {
      case "{":
        rest = rest.dropFirst()
        pieces.append(.field(name, isHTML: true))
      case "#", "^":
        let inner = try read(&rest, section: name)
        pieces.append(.section(name, isInverted: tag.first == "^", inner))
      case "/" where name == section: return pieces
      case ">": pieces.append(.template(String(name.drop { $0 == " " })))
      default:
        pieces.append(
          tag.hasPrefix("w.")
            ? .wording(String(tag.dropFirst(2))) : .field(String(tag), isHTML: false))
      }
    }
    if let section { throw ResourceError(description: "a section '\(section)' does not end") }
    return pieces + [.text(String(rest))]
  }

  /// - Parameter library: other templates, by name.
  func write(
    _ value: any TemplateValue, _ wording: Wording, _ library: [String: Template],
    to page: inout String
  ) {
    Self.write(pieces, of: value, wording, library, to: &page)
  }

  private static func write(
    _ pieces: [Piece], of value: any TemplateValue, _ wording: Wording,
    _ library: [String: Template], to page: inout String
  ) {
    func field(_ name: String) -> (any TemplateValue)? {
      name == "." ? value : (value as? Fields)?[name]
    }
    for piece in pieces {
      switch piece {
      case .text(let text): page += text
      case .field(let name, isHTML: true): page += field(name)?.text ?? ""
      case .field(let name, isHTML: false): page += PageText().escapeText(field(name)?.text ?? "")
      case .wording(let key): page += PageText().escapeText(wording[key])
      case .section(let name, isInverted: true, let inner):
        if !(field(name)?.isThere ?? false) {
          write(inner, of: value, wording, library, to: &page)
        }
      case .section(let name, isInverted: false, let inner):
        field(name)?.forEach(in: value) { write(inner, of: $0, wording, library, to: &page) }
      case .template(let name): library[name]?.write(value, wording, library, to: &page)
      }
    }
  }
}
