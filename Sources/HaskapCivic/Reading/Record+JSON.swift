internal import HaskapDocuments
import HaskapText

extension Record {
  /// The record as one line of JSON, its members always in the same order.
  ///
  /// Dates are ISO 8601 strings as exact as the report tells (`2020-08-25`, `2020-08`). What is
  /// unknown is absent; `departments`, `organizations` and `occurrences` are there even when empty.
  public var jsonLine: String {
    JSONText.object(identity + activity + figures + pledges + remainder)
  }

  private var identity: [(String, String?)] {
    [
      ("id", id.map(JSONText.string)),
      ("document", JSONText.string(document)),
      ("section", section.map(JSONText.string)),
      ("fiscalYear", fiscalYear.map(String.init)),
      ("number", number.map(String.init)),
      ("name", JSONText.string(name)),
      ("departments", JSONText.array(departments.map(JSONText.string))),
    ]
  }

  private var activity: [(String, String?)] {
    [
      ("implementation", implementation?.json),
      ("organizations", JSONText.array(organizations.map(\.json))),
      ("occurrences", JSONText.array(occurrences.map(\.json))),
      ("totalParticipants", totalParticipants.map(String.init)),
      ("cancelled", cancelled.map(String.init)),
      ("purpose", purpose.map(JSONText.string)),
      ("effect", effect.map(JSONText.string)),
      ("remarks", Self.list(remarks)),
    ]
  }

  private var figures: [(String, String?)] {
    [
      ("base", base.map(JSONText.string)),
      ("service", service.map(JSONText.string)),
      ("subItem", subItem.map(JSONText.string)),
      ("goal", goal.map(JSONText.string)),
      ("results", results.isEmpty ? nil : JSONText.array(results.map(\.json))),
    ]
  }

  private var pledges: [(String, String?)] {
    [
      ("policy", policy.map(JSONText.string)),
      ("policyTitle", policyTitle.map(JSONText.string)),
      ("pledge", pledge.map(String.init)),
      ("pledgeTitle", pledgeTitle.map(JSONText.string)),
      ("measure", measure.map(String.init)),
      ("stars", stars.map(String.init)),
      ("progress", progress.map(String.init)),
      ("bullets", Self.list(bullets)),
    ]
  }

  private var remainder: [(String, String?)] {
    [
      ("rest", Self.list(rest)),
      ("text", text.map(JSONText.string)),
      ("period", period?.json),
      ("layout", JSONText.string(layout.rawValue)),
      ("municipality", municipality.map(JSONText.string)),
      ("file", file.map(JSONText.string)),
      ("sheet", sheet.map(JSONText.string)),
      ("page", page.map(String.init)),
      ("line", String(line)),
      ("notes", notes.isEmpty ? nil : JSONText.array(notes.map(\.json))),
    ]
  }

  private static func list(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : JSONText.array(texts.map(JSONText.string))
  }
}

extension Record.Period {
  fileprivate var json: String {
    JSONText.object([
      ("start", JSONText.string(start.description)), ("end", JSONText.string(end.description)),
    ])
  }
}

extension Record.Implementation {
  fileprivate var json: String {
    JSONText.object([
      ("kind", JSONText.string(kind.rawValue)), ("since", since.map(String.init)),
      ("approximate", isApproximate.map(String.init)),
    ])
  }
}

extension Record.OrganizationMention {
  fileprivate var json: String {
    JSONText.object([
      ("name", JSONText.string(name)),
      ("kind", JSONText.string(kind.rawValue)),
      ("role", JSONText.string(role.rawValue)),
      ("count", count.map(String.init)),
      ("others", others.map(String.init)),
      ("formerName", formerName.map(JSONText.string)),
    ])
  }
}

extension Record.Occurrence {
  fileprivate var json: String {
    JSONText.object([
      ("start", start.map { JSONText.string($0.description) }),
      ("end", end.map { JSONText.string($0.description) }),
      ("participants", participants.map(String.init)),
      ("unit", unit.map(JSONText.string)),
      ("label", label.map(JSONText.string)),
      ("approximate", approximate.map(String.init)),
      ("cancelled", cancelled.map(String.init)),
    ])
  }
}

extension Record.Result {
  fileprivate var json: String {
    JSONText.object([
      ("label", JSONText.string(label)),
      ("value", value.map(JSONText.number)),
      ("unit", unit.map(JSONText.string)),
      ("fiscalYear", fiscalYear.map(String.init)),
    ])
  }
}

extension Record.Note {
  fileprivate var json: String {
    JSONText.object([
      ("kind", JSONText.string(kind.rawValue)),
      ("field", JSONText.string(field)),
      ("printed", printed.map(JSONText.string)),
      ("reason", JSONText.string(reason)),
    ])
  }
}
