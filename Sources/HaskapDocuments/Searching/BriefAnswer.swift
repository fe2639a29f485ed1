public import Haskap

/// An answer without its texts, for many questions at once: what was found, by rank.
public struct BriefAnswer: Sendable, Encodable {
  public struct Hit: Sendable, Encodable, Equatable {
    /// From 1.
    public var rank: Int
    /// The document's key; nil where documents have none.
    public var id: String?
    public var score: Double?
  }

  public var query: String
  public var total = 0
  /// Whether nothing has all words and the hits are the best that have some.
  public var partial = false
  public var hits: [Hit] = []
  /// What is wrong with the query; nothing is answered then.
  public var error: String?

  /// - Throws: errors of the index; those of the query are told in the answer.
  public init(to request: DocumentRequest, in reader: IndexReader) throws {
    query = request.query
    do {
      var request = request
      request.showsSnippets = false
      let answer = try DocumentSearch(request, in: reader).answer()
      (total, partial) = (answer.total, answer.isPartial)
      let key = DocumentShape(reader.schema).id
      hits = answer.hits.map { hit in
        Hit(rank: hit.rank, id: key.flatMap { hit.document.label($0) }, score: hit.score)
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
