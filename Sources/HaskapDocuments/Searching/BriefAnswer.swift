package import Haskap

/// An answer without its texts, for many questions at once: what was found, by rank.
package struct BriefAnswer: Sendable, Encodable {
  package struct Hit: Sendable, Encodable, Equatable {
    /// From 1.
    package var rank: Int
    package var match: DocumentMatch
    /// The document's key; nil where documents have none.
    package var id: String?
    package var score: Double?
    /// The words that it lacks; nil where it has all.
    package var missing: [String]?
  }

  package var query: String
  package var total = 0
  /// Whether nothing has all words and the hits are the best that have some.
  package var partial = false
  package var hits: [Hit] = []
  /// What is wrong with the query; nothing is answered then.
  package var error: String?

  /// - Throws: errors of the index; those of the query are told in the answer.
  package init(to request: DocumentRequest, in reader: IndexReader) throws {
    query = request.query
    do {
      var request = request
      (request.showsSnippets, request.showsKeysAlone) = (false, true)
      let answer = try DocumentSearch(request, in: reader).answer()
      (total, partial) = (answer.total, answer.isPartial)
      let key = DocumentShape(reader.schema).id
      hits = answer.hits.map { hit in
        Hit(
          rank: hit.rank, match: hit.match, id: key.flatMap { hit.document.label($0) },
          score: hit.score, missing: hit.missing.isEmpty ? nil : hit.missing)
      }
    } catch let problem as FormatError {
      throw problem
    } catch let problem as StorageError {
      throw problem
    } catch let problem as TimeLimitExceeded {
      throw problem
    } catch {
      self.error = "\(error)"
    }
  }
}

extension Document {
  fileprivate func label(_ field: String) -> String? {
    self[field].first?.plainText
  }
}
