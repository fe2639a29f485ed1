import HTTPTypes
import HaskapCivic
import HaskapDocuments

/// Finds the answer to a question: a page, data, or a file of the program's own.
struct Answers: Sendable {
  let site: String
  private let wordings: [Language: Wording]
  private let templates: Templates
  private let styleTag: String

  /// - Throws: errors of the files inside the program.
  init(site: String) throws {
    self.site = site
    templates = try Templates()
    styleTag = "\"\(templates.fingerprint)\""
    wordings = Dictionary(
      uniqueKeysWithValues: try Language.allCases.map { ($0, try Wording($0)) })
  }

  /// Names the answers that a commit, these templates, a language and a coding give.
  func tag(of question: Question, _ snapshot: Snapshot) -> String {
    "\"\(snapshot.fingerprint)-\(templates.fingerprint)-\(question.language.rawValue)"
      + (question.takesGzip ? "-gz\"" : "\"")
  }

  /// What needs no index.
  func ready(_ target: Target, _ state: IndexKeeper.State) -> Answer? {
    switch target.segments {
    case ["style.css"]: file(PackageResources.style_css, "text/css; charset=utf-8")
    case ["icon.svg"]: file(PackageResources.icon_svg, "image/svg+xml")
    case ["robots.txt"]: robots(state.snapshot)
    case ["api", "v1", "openapi.json"]: file(PackageResources.openapi_json, Answer.json)
    case ["health"]: health(state)
    default: nil
    }
  }

  private func file(_ bytes: [UInt8], _ type: String) -> Answer {
    var answer = Answer(bytes, type: type)
    (answer.tag, answer.maxAge) = (styleTag, 3600)
    return answer
  }

  private func robots(_ snapshot: Snapshot) -> Answer {
    Answer(SiteMap(snapshot: snapshot, links: Links(site: site)).robots, type: Answer.text)
  }

  /// Whether the newest commit is the one that serves; that it is damaged does not stop the server.
  private func health(_ state: IndexKeeper.State) -> Answer {
    let health = Health(
      status: state.failure == nil ? "ok" : "stale", commit: state.snapshot.index.generation,
      failure: state.failure)
    return (try? Answer(JSONText.line(health), type: Answer.json)) ?? Answer("", type: Answer.json)
  }

  private struct Health: Encodable {
    var status: String
    var commit: UInt64
    var failure: String?
  }

  /// - Throws: `Refusal`; errors of the index.
  func answer(_ question: Question, _ target: Target, _ snapshot: Snapshot) throws -> Answer {
    if target.segments.starts(with: ["api", "v1"]) {
      let data = try DataMaker(snapshot: snapshot, items: target.items)
      return try data.answer(target.segments.dropFirst(2), target.items)
    }
    let maker = try maker(question, snapshot)
    let map = SiteMap(snapshot: snapshot, links: question.links)
    if target.segments == ["sitemap.xml"] { return Answer(try map.xml, type: Answer.xml) }
    if target.segments == ["opensearch.xml"] {
      return Answer(map.openSearch(maker.wording), type: Answer.openSearch)
    }
    guard let address = Address(segments: target.segments) else { throw Refusal.notFound }
    return Answer(try maker.html(try maker.page(address, target.items)), type: Answer.html)
  }

  /// Tells why there is no answer: to people on a page, to programs as RFC 9457 has it.
  func refused(_ question: Question, _ refusal: Refusal, _ snapshot: Snapshot) throws -> Answer {
    let maker = try maker(question, snapshot)
    let title = maker.wording["refusal.\(refusal.key)"]
    var answer =
      question.isOfProgram
      ? Answer(try JSONText.line(Problem(refusal, title: title)), type: Answer.problem)
      : Answer(try maker.html(refusal), type: Answer.html)
    answer.status = refusal.status
    return answer
  }

  private func maker(_ question: Question, _ snapshot: Snapshot) throws -> PageMaker {
    guard let wording = wordings[question.language] else { throw Refusal.failed }
    return PageMaker(
      snapshot: snapshot, wording: wording, links: question.links, templates: templates)
  }
}

/// Why a program gets no answer (RFC 9457).
struct Problem: Encodable {
  var type = "about:blank"
  var title: String
  var status: Int
  var detail: String?

  init(_ refusal: Refusal, title: String) {
    (self.title, status) = (title, refusal.status.code)
    detail = refusal.detail.isEmpty ? nil : refusal.detail
  }
}
