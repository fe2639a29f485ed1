internal import HaskapDocuments
import HaskapText

extension Record {
  /// The record as one line of JSON, its members always in the same order.
  ///
  /// Dates are ISO 8601 strings as exact as the report tells (`2020-08-25`, `2020-08`). What is
  /// unknown is absent; `departments`, `organizations` and `occurrences` are there even when empty.
  public var jsonLine: String {
    var object = JSONObject()
    writeIdentity(to: &object)
    writeActivity(to: &object)
    writeFigures(to: &object)
    writePledge(to: &object)
    writeRemainder(to: &object)
    return object.text
  }

  private func writeIdentity(to object: inout JSONObject) {
    object.add("id", id)
    object.add("document", document)
    object.add("section", section)
    object.addAny("forms", forms)
    object.add("fiscalYear", fiscalYear)
    object.add("number", number)
    object.add("name", name)
    object.add("departments", departments)
  }

  private func writeActivity(to object: inout JSONObject) {
    object.addObject("implementation", implementation) { $0.write(to: &$1) }
    object.add("organizations", organizations) { $0.write(to: &$1) }
    object.add("occurrences", occurrences) { $0.write(to: &$1) }
    object.add("totalParticipants", totalParticipants)
    object.add("cancelled", cancelled)
    object.add("purpose", purpose)
    object.add("effect", effect)
    object.addAny("remarks", remarks)
  }

  private func writeFigures(to object: inout JSONObject) {
    object.add("base", base)
    object.add("service", service)
    object.add("subItem", subItem)
    object.add("goal", goal)
    if !results.isEmpty { object.add("results", results) { $0.write(to: &$1) } }
  }

  private func writePledge(to object: inout JSONObject) {
    object.add("policy", policy)
    object.add("policyTitle", policyTitle)
    object.add("pledge", pledge)
    object.add("pledgeTitle", pledgeTitle)
    object.add("measure", measure)
    object.add("stars", stars)
    object.add("progress", progress)
    object.addAny("bullets", bullets)
  }

  private func writeRemainder(to object: inout JSONObject) {
    object.addAny("rest", rest)
    object.add("text", text)
    object.addObject("period", period) { $0.write(to: &$1) }
    object.add("layout", layout.rawValue)
    object.add("municipality", municipality)
    object.add("file", file)
    object.add("sheet", sheet)
    object.add("page", page)
    object.add("line", line)
    if !notes.isEmpty { object.add("notes", notes) { $0.write(to: &$1) } }
  }
}

extension JSONObject {
  /// Texts, left out where there are none.
  fileprivate mutating func addAny(_ name: StaticString, _ texts: [String]) {
    if !texts.isEmpty { add(name, texts) }
  }
}

extension Record.Period {
  fileprivate func write(to object: inout JSONObject) {
    object.add("start", start.description)
    object.add("end", end.description)
  }
}

extension Record.Implementation {
  fileprivate func write(to object: inout JSONObject) {
    object.add("kind", kind.rawValue)
    object.add("since", since)
    object.add("approximate", isApproximate)
  }
}

extension Record.OrganizationMention {
  fileprivate func write(to object: inout JSONObject) {
    object.add("name", name)
    object.add("kind", kind.rawValue)
    object.add("role", role.rawValue)
    object.add("count", count)
    object.add("others", others)
    object.add("formerName", formerName)
  }
}

extension Record.Occurrence {
  fileprivate func write(to object: inout JSONObject) {
    object.add("start", start?.description)
    object.add("end", end?.description)
    object.add("participants", participants)
    object.add("unit", unit)
    object.add("label", label)
    object.add("approximate", approximate)
    object.add("cancelled", cancelled)
  }
}

extension Record.Result {
  fileprivate func write(to object: inout JSONObject) {
    object.add("label", label)
    object.add("value", value)
    object.add("unit", unit)
    object.add("fiscalYear", fiscalYear)
  }
}

extension Record.Note {
  fileprivate func write(to object: inout JSONObject) {
    object.add("kind", kind.rawValue)
    object.add("field", field)
    object.add("printed", printed)
    object.add("reason", reason)
  }
}
