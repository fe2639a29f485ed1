/// A piece of text on a page, perhaps with a link.
struct Cell {
  var text: String
  var link: String?
  var isNumber = false

  init(_ text: String?, link: String? = nil) {
    (self.text, self.link) = (text ?? "", link)
  }

  init(_ number: Int?) {
    text = number?.grouped ?? ""
    isNumber = true
  }

  var fields: Fields {
    [
      "text": text, "href": link ?? false, "isNumber": isNumber,
      "isJapanese": !isNumber && text.isJapanese,
    ]
  }
}

/// A label with what belongs to it, a line each.
struct Fact {
  var label: String
  var values: [Cell]

  init(_ label: String, _ values: [Cell]) { (self.label, self.values) = (label, values) }

  init(_ label: String, _ text: String?) {
    self.init(label, text.map { $0.isEmpty ? [] : [Cell($0)] } ?? [])
  }

  var fields: Fields { ["label": label, "values": values.map(\.fields)] }
}

/// Rows under headings. The first cell of a row is its heading.
struct Table {
  var caption: String
  var headings: [String]
  var rows: [[Cell]]

  var fields: Fields {
    let isNumber = headings.indices.map { column in
      !rows.isEmpty && rows.allSatisfy { $0[column].isNumber }
    }
    return [
      "caption": caption, "isJapanese": caption.isJapanese,
      "headings": headings.indices.map {
        ["text": headings[$0], "isNumber": isNumber[$0]] as Fields
      },
      "rows": rows.map { row in
        ["head": row[0].fields, "cells": row.dropFirst().map(\.fields)] as Fields
      },
    ]
  }
}

/// A heading with what stands below it.
struct Section {
  var heading: String
  var chart: Chart?
  var facts: [Fact] = []
  var table: Table?
  /// Lines as they are printed in a report.
  var printed: [String] = []
  /// Of a text.
  var paragraphs: [String] = []
  var note: String?

  var fields: Fields {
    [
      "heading": heading, "isJapanese": heading.isJapanese, "chart": chart?.fields ?? false,
      "table": table?.fields ?? false,
      "facts": Self.fields(facts), "printed": printed, "hasPrinted": !printed.isEmpty,
      "note": note ?? false, "paragraphs": paragraphs,
    ]
  }

  static func fields(_ facts: [Fact]) -> Any {
    let told = facts.filter { !$0.values.isEmpty }
    return told.isEmpty ? false : ["list": told.map(\.fields)] as Fields
  }
}
