import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.FieldMaskingSpanQuery;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanOrQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** The queries of OpenSearch that an export uses, as OpenSearch makes queries of Lucene of them. */
final class Queries {
  private final Fields fields;

  Queries(Fields fields) { this.fields = fields; }

  Query query(Object json) {
    Map.Entry<String, Object> only = only(json);
    Map<String, Object> body = Json.object(only.getValue());
    switch (only.getKey()) {
      case "match_none": return new MatchNoDocsQuery();
      case "match_all": return boosted(new MatchAllDocsQuery(), body);
      case "bool": return bool(body);
      case "dis_max": return new DisjunctionMaxQuery(queries(body.get("queries")), 0);
      case "constant_score": return boosted(new ConstantScoreQuery(query(body.get("filter"))), body);
      case "exists": return new ConstantScoreQuery(new FieldExistsQuery((String) body.get("field")));
      case "terms": return terms(only(body));
      case "term": case "prefix": case "wildcard": case "match_phrase": case "range": return ofField(only.getKey(), only(body));
      default:
        Object boost = body.get("boost");
        SpanQuery span = span(json);
        return boost == null ? span : new BoostQuery(span, real(boost));
    }
  }

  private Query ofField(String kind, Map.Entry<String, Object> entry) {
    String field = entry.getKey();
    Map<String, Object> body = Json.object(entry.getValue());
    if (kind.equals("range")) return boosted(range(field, body), body);
    if (kind.equals("match_phrase")) return boosted(phrase(field, ((String) body.get("query")).split(" ")), body);
    Term term = new Term(field, (String) body.get("value"));
    switch (kind) {
      case "prefix": return boosted(new PrefixQuery(term), body);
      case "wildcard": return boosted(new WildcardQuery(term), body);
      default: return boosted(new TermQuery(term), body);
    }
  }

  private static Query phrase(String field, String[] words) {
    return words.length == 1 ? new TermQuery(new Term(field, words[0])) : new PhraseQuery(field, words);
  }

  private Query range(String field, Map<String, Object> body) {
    boolean includesLower = !body.containsKey("gt"), includesUpper = !body.containsKey("lt");
    Object lower = body.get(includesLower ? "gte" : "gt"), upper = body.get(includesUpper ? "lte" : "lt");
    String type = fields.type(field);
    if (type.equals("long") || type.equals("date")) {
      // A day's end is its last millisecond.
      long length = type.equals("date") ? 86_400_000L : 1;
      long first = lower == null ? Long.MIN_VALUE : Fields.number(lower) + (includesLower ? 0 : length);
      long last = upper == null ? Long.MAX_VALUE : Fields.number(upper) + (includesUpper ? length : 0) - 1;
      return LongPoint.newRangeQuery(field, first, last);
    }
    if (type.equals("double")) {
      // The ends are always in the range.
      return DoublePoint.newRangeQuery(field, real(lower, Double.NEGATIVE_INFINITY), real(upper, Double.POSITIVE_INFINITY));
    }
    return new TermRangeQuery(field, bytes(lower), bytes(upper), includesLower, includesUpper);
  }

  private static double real(Object value, double open) {
    return value == null ? open : Double.parseDouble((String) value);
  }

  private static BytesRef bytes(Object value) { return value == null ? null : new BytesRef((String) value); }

  private Query terms(Map.Entry<String, Object> entry) {
    List<Object> values = Json.list(entry.getValue());
    if (fields.type(entry.getKey()).equals("long")) {
      return LongPoint.newSetQuery(entry.getKey(), values.stream().mapToLong(Fields::number).toArray());
    }
    List<BytesRef> terms = new ArrayList<>();
    for (Object value : values) terms.add(bytes(value));
    return new TermInSetQuery(entry.getKey(), terms);
  }

  private Query bool(Map<String, Object> body) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    add(builder, body.get("must"), Occur.MUST);
    add(builder, body.get("filter"), Occur.FILTER);
    add(builder, body.get("should"), Occur.SHOULD);
    add(builder, body.get("must_not"), Occur.MUST_NOT);
    boolean isAlone = !body.containsKey("must") && !body.containsKey("filter");
    if (body.containsKey("should")) {
      Object minimum = body.get("minimum_should_match");
      builder.setMinimumNumberShouldMatch(minimum == null ? (isAlone ? 1 : 0) : ((Number) minimum).intValue());
    } else if (isAlone) {
      builder.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return builder.build();
  }

  private void add(BooleanQuery.Builder builder, Object clauses, Occur occur) {
    if (clauses == null) return;
    for (Query query : queries(clauses)) builder.add(query, occur);
  }

  private Collection<Query> queries(Object list) {
    List<Query> queries = new ArrayList<>();
    for (Object json : Json.list(list)) queries.add(query(json));
    return queries;
  }

  private SpanQuery span(Object json) {
    Map.Entry<String, Object> only = only(json);
    Map<String, Object> body = Json.object(only.getValue());
    switch (only.getKey()) {
      case "span_term":
        Map.Entry<String, Object> term = only(body);
        return new SpanTermQuery(new Term(term.getKey(), (String) Json.object(term.getValue()).get("value")));
      case "span_or":
        return new SpanOrQuery(Json.list(body.get("clauses")).stream().map(this::span).toArray(SpanQuery[]::new));
      case "span_near": return near(body);
      case "field_masking_span":
        return new FieldMaskingSpanQuery(span(body.get("query")), (String) body.get("field"));
      default: throw new IllegalArgumentException("unknown query " + only.getKey());
    }
  }

  private SpanQuery near(Map<String, Object> body) {
    List<Object> clauses = Json.list(body.get("clauses"));
    String field = span(clauses.get(0)).getField();
    SpanNearQuery.Builder near = new SpanNearQuery.Builder(field, (Boolean) body.get("in_order"));
    near.setSlop(((Number) body.get("slop")).intValue());
    for (Object json : clauses) {
      Map.Entry<String, Object> only = only(json);
      if (only.getKey().equals("span_gap")) near.addGap(((Number) only(only.getValue()).getValue()).intValue());
      else near.addClause(span(json));
    }
    return near.build();
  }

  private static Map.Entry<String, Object> only(Object json) {
    Map<String, Object> object = Json.object(json);
    if (object.size() != 1) throw new IllegalArgumentException("one member was expected: " + object.keySet());
    return object.entrySet().iterator().next();
  }

  private static float real(Object value) { return ((Number) value).floatValue(); }

  private static Query boosted(Query query, Map<String, Object> body) {
    return body.containsKey("boost") ? new BoostQuery(query, real(body.get("boost"))) : query;
  }
}
