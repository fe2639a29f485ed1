import COpenAPI
import HTTPTypes
import HaskapCivic
import HaskapDocuments

/// Finds the answer to a question: a page, data, or a file of the program's own.
struct Answers: Sendable {
  let site: String
  private let languages: [Subject: [Language: (wording: Wording, templates: Templates)]]
  private let styleTag = "\"\(Templates.fingerprint)\""

  /// - Throws: errors of the files inside the program.
  init(site: String) throws {
    self.site = site
    languages = Dictionary(
      uniqueKeysWithValues: try Subject.allCases.map { subject in
        let all = try Language.allCases.map { language in
          let wording = try Wording(language, of: subject)
          return (language, (wording: wording, templates: try Templates(wording)))
        }
        return (subject, Dictionary(uniqueKeysWithValues: all))
      })
  }

  /// Names the answers that a commit, these templates, a language and a coding give.
  func tag(of question: Question, _ snapshot: Snapshot) -> String {
    "\"\(snapshot.fingerprint)-\(Templates.fingerprint)-\(question.language.rawValue)"
      + (question.takesGzip ? "-gz\"" : "\"")
  }

  /// What needs no search.
  func ready(_ target: Target, _ state: IndexKeeper.State) -> Answer? {
    switch target.segments {
    case ["style.css"]: file(PackageResources.style_css, "text/css; charset=utf-8")
    case ["icon.svg"], ["favicon.ico"]: file(PackageResources.icon_svg, "image/svg+xml")
    case ["robots.txt"]: Answer(SiteMap(links: Links(site: site)).robots, type: Answer.text)
    case ["api", "v1", "openapi.json"]: file(openAPI(state.snapshot.subject), Answer.json)
    case ["health"]: health(state)
    default: nil
    }
  }

  private func openAPI(_ subject: Subject) -> [UInt8] {
    let text = subject == .reports ? openapi_of_reports() : openapi_of_documents()
    return Array(UnsafeBufferPointer(start: text.bytes, count: text.count))
  }

  private func file(_ bytes: [UInt8], _ type: String) -> Answer {
    var answer = Answer(bytes, type: type)
    (answer.tag, answer.maxAge) = (styleTag, 3600)
    return answer
  }

  /// Whether the newest commit is the one that serves. The server goes on with the one before: a watchdog
  /// that starts it again would gain nothing, and lose what is served.
  private func health(_ state: IndexKeeper.State) -> Answer {
    let health = Health(
      status: state.failure == nil ? "ok" : "stale", commit: state.snapshot.generation,
      failure: state.failure)
    return (try? Answer(json: health)) ?? Answer("", type: Answer.json)
  }

  private struct Health: Encodable {
    var status: String
    var commit: UInt64
    var failure: String?
  }

  /// - Throws: `Refusal`; errors of the index.
  func answer(_ question: Question, _ target: Target, _ state: IndexKeeper.State) throws -> Answer {
    do {
      return try found(question, target, state)
    } catch let refusal as Refusal where refusal.status == .notFound {
      let path = question.isOfProgram ? target.segments.dropFirst(2) : target.segments[...]
      guard let address = Address(segments: Array(path)) else { throw refusal }
      guard let place = try state.snapshot.place(meantBy: address), place != address else {
        throw refusal.detail.isEmpty ? Refusal.missing(address) : refusal
      }
      var answer = Answer("", type: Answer.text)
      answer.status = .movedPermanently
      answer.location =
        (question.isOfProgram ? "/api/v1/" : "/") + place.path + Escaping.query(target.items.all)
      return answer
    }
  }

  /// - Throws: `Refusal`; errors of the index.
  private func found(
    _ question: Question, _ target: Target, _ state: IndexKeeper.State
  ) throws -> Answer {
    let layout = try layout(question, state.snapshot.subject)
    if target.segments == ["opensearch.xml"] {
      let map = SiteMap(links: question.links)
      return Answer(map.openSearch(layout.wording), type: Answer.openSearch)
    }
    if let answer = try data(target, state, layout) { return answer }
    guard let address = Address(segments: target.segments) else { throw Refusal.notFound }
    let page = try state.snapshot.page(address, target.items, layout)
    return Answer(try layout.html(page), type: Answer.html)
  }

  /// What is for programs; nil where a page is asked for.
  private func data(
    _ target: Target, _ state: IndexKeeper.State, _ layout: PageLayout
  ) throws -> Answer? {
    let segments = target.segments
    let isAPI = segments.starts(with: ["api", "v1"])
    let map = SiteMap(links: layout.links)
    switch state.snapshot {
    case .reports(let snapshot):
      if isAPI {
        let data = try DataMaker(snapshot: snapshot, items: target.items)
        return try data.answer(segments.dropFirst(2), target.items)
      }
      if segments == ["feed.xml"], let feed = state.feed {
        return Answer(feed.xml(layout.links, layout.wording), type: Answer.atom)
      }
      if segments == ["sitemap.xml"] {
        return Answer(map.xml(try SiteMap.addresses(of: snapshot)), type: Answer.xml)
      }
      return segments.first == "files" && segments.count == 2
        ? try snapshot.file(segments[1]) : nil
    case .documents(let snapshot):
      if isAPI {
        return try DocumentDataMaker(snapshot: snapshot)
          .answer(Array(segments.dropFirst(2)), target.items)
      }
      return segments == ["sitemap.xml"]
        ? Answer(map.xml(SiteMap.addresses(of: snapshot)), type: Answer.xml) : nil
    }
  }

  /// Tells why there is no answer: to people on a page, to programs as RFC 9457 has it.
  func refused(_ question: Question, _ refusal: Refusal, _ subject: Subject) throws -> Answer {
    let layout = try layout(question, subject)
    let title = layout.wording["refusal.\(refusal.key)"]
    var answer =
      question.isOfProgram
      ? Answer(try JSONText.line(Problem(refusal, title: title)), type: Answer.problem)
      : Answer(try layout.html(refusal), type: Answer.html)
    answer.status = refusal.status
    return answer
  }

  private func layout(_ question: Question, _ subject: Subject) throws -> PageLayout {
    guard let known = languages[subject]?[question.language] else { throw Refusal.failed }
    return PageLayout(
      wording: known.wording, links: question.links, templates: known.templates, subject: subject)
  }
}
