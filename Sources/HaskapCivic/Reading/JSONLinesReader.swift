internal import HaskapDocuments
import HaskapText

/// Reads records that were written as lines of JSON, as `Record.jsonLine` writes them.
enum JSONLinesReader {
  /// The lines that could be records, if the text's first one is.
  @Sendable static func score(_ text: ReportText) -> Int {
    guard let first = text.lines.first(where: { !$0.isBlank }),
      JSONValue(first)?.object?["name"] != nil
    else { return 0 }
    return 1000 + text.lines.count { !$0.isBlank }
  }

  @Sendable static func read(_ text: ReportText) -> Reading {
    var reading = Reading(layout: .collaboration)
    var repeated: [(line: Int, name: String)] = []
    for (index, line) in text.lines.enumerated() where !line.isBlank {
      reading.lines += 1
      let json = JSONValue.read(line)
      if let name = json?.repeatedName { repeated.append((index + 1, name)) }
      if let object = json?.value.object,
        let record = Record(object, document: text.document, line: index + 1)
      {
        reading.records.append(record)
      } else {
        reading.unreadLines += 1
        reading.warnings.append(
          .init(
            file: text.file, line: index + 1,
            message: "名称のある記録がJSONの1行として読めないため、この行は入れていません"))
      }
    }
    if let (line, name) = repeated.first {
      reading.warnings.append(
        .init(
          file: text.file, line: line,
          message: "1つの記録に「\(name)」が2度あるため、あとのものを読みました（このような行: \(repeated.count)）"))
    }
    reading.layout = reading.records.first?.layout ?? .collaboration
    return reading
  }
}

extension Record {
  /// A record from the members of a line; `document` and `line` serve where it does not say.
  fileprivate init?(_ json: [String: JSONValue], document: String, line: Int) {
    guard let name = json["name"]?.string else { return nil }
    self.init(
      document: json["document"]?.string ?? document, layout: Self.layout(json),
      line: json["line"]?.int ?? line, name: name)
    readActivity(json)
    readOthers(json)
  }

  private mutating func readActivity(_ json: [String: JSONValue]) {
    (id, file) = (json["id"]?.string, json["file"]?.string)
    (sheet, page) = (json["sheet"]?.string, json["page"]?.int)
    section = json["section"]?.string
    forms = Self.texts(json["forms"])
    fiscalYear = json["fiscalYear"]?.int
    number = json["number"]?.int
    departments = Self.texts(json["departments"])
    implementation = json["implementation"]?.object.flatMap(Implementation.init)
    organizations = Self.objects(json["organizations"]).compactMap(OrganizationMention.init)
    occurrences = Self.objects(json["occurrences"]).map(Occurrence.init)
    totalParticipants = json["totalParticipants"]?.int
    cancelled = json["cancelled"]?.bool
    purpose = json["purpose"]?.string
    effect = json["effect"]?.string
    remarks = Self.texts(json["remarks"])
    rest = Self.texts(json["rest"])
    municipality = json["municipality"]?.string
  }

  private mutating func readOthers(_ json: [String: JSONValue]) {
    base = json["base"]?.string
    service = json["service"]?.string
    subItem = json["subItem"]?.string
    goal = json["goal"]?.string
    results = Self.objects(json["results"]).compactMap(Result.init)
    policy = json["policy"]?.string
    policyTitle = json["policyTitle"]?.string
    pledge = json["pledge"]?.int
    pledgeTitle = json["pledgeTitle"]?.string
    measure = json["measure"]?.int
    stars = json["stars"]?.int
    progress = json["progress"]?.int
    bullets = Self.texts(json["bullets"])
    text = json["text"]?.string
    period = json["period"]?.object.flatMap(Period.init)
    notes = Self.objects(json["notes"]).compactMap(Note.init)
  }

  /// As written, else told by the fields that only one layout has.
  private static func layout(_ json: [String: JSONValue]) -> Layout {
    if let layout = json["layout"]?.string.flatMap(Layout.init(rawValue:)) { return layout }
    if json["policy"]?.string != nil { return .pledges }
    if json["base"]?.string ?? json["service"]?.string != nil { return .council }
    return json["text"]?.string == nil ? .collaboration : .paragraphs
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    value?.array?.compactMap(\.string) ?? []
  }

  private static func objects(_ value: JSONValue?) -> [[String: JSONValue]] {
    value?.array?.compactMap(\.object) ?? []
  }
}

extension Record.Implementation {
  fileprivate init?(_ json: [String: JSONValue]) {
    guard let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)) else { return nil }
    self.init(
      kind: kind, since: json["since"]?.int, isApproximate: json["approximate"]?.bool)
  }
}

extension Record.Period {
  fileprivate init?(_ json: [String: JSONValue]) {
    guard let start = json["start"]?.string.flatMap({ PartialDate($0) }),
      let end = json["end"]?.string.flatMap({ PartialDate($0) })
    else { return nil }
    self.init(start: start, end: end)
  }
}

extension Record.OrganizationMention {
  fileprivate init?(_ json: [String: JSONValue]) {
    guard let name = json["name"]?.string else { return nil }
    self.init(
      name: name, kind: json["kind"]?.string.flatMap(Kind.init(rawValue:)) ?? .named,
      role: json["role"]?.string.flatMap(Role.init(rawValue:)) ?? .related,
      count: json["count"]?.int)
    others = json["others"]?.bool
    formerName = json["formerName"]?.string
  }
}

extension Record.Occurrence {
  fileprivate init(_ json: [String: JSONValue]) {
    self.init(
      start: json["start"]?.string.flatMap { PartialDate($0) },
      end: json["end"]?.string.flatMap { PartialDate($0) })
    participants = json["participants"]?.int
    unit = json["unit"]?.string
    label = json["label"]?.string
    approximate = json["approximate"]?.bool
    cancelled = json["cancelled"]?.bool
  }
}

extension Record.Result {
  fileprivate init?(_ json: [String: JSONValue]) {
    guard let label = json["label"]?.string else { return nil }
    self.init(
      label: label, value: json["value"]?.double, unit: json["unit"]?.string,
      fiscalYear: json["fiscalYear"]?.int)
  }
}

extension Record.Note {
  fileprivate init?(_ json: [String: JSONValue]) {
    guard let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)),
      let field = json["field"]?.string, let reason = json["reason"]?.string
    else { return nil }
    self.init(kind: kind, field: field, printed: json["printed"]?.string, reason: reason)
  }
}
