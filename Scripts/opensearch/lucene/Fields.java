import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** The mapping and the settings of an export, as OpenSearch makes fields of Lucene of them. */
final class Fields extends PerFieldSimilarityWrapper {
  static final String NUMBER = "haskap.number";

  private final Map<String, Map<String, Object>> properties = new HashMap<>();
  private final Map<String, Similarity> similarities = new HashMap<>();
  final int longestToken;

  Fields(Path folder) throws IOException {
    Map<String, Object> index = Json.object(read(folder.resolve("settings.json")).get("index"));
    Json.object(index.get("similarity")).forEach((name, model) -> {
      Map<String, Object> values = Json.object(model);
      similarities.put(name, new BM25Similarity(real(values.get("k1")), real(values.get("b"))));
    });
    Map<String, Object> analysis = Json.object(index.get("analysis"));
    Map<String, Object> tokenizer = Json.object(Json.object(analysis.get("tokenizer")).get("haskap"));
    longestToken = ((Number) tokenizer.get("max_token_length")).intValue();
    collect("", Json.object(read(folder.resolve("mapping.json")).get("properties")));
  }

  private static Map<String, Object> read(Path path) throws IOException {
    return Json.object(Json.read(Files.readString(path)));
  }

  private static float real(Object value) { return ((Number) value).floatValue(); }

  private void collect(String prefix, Map<String, Object> members) {
    members.forEach((name, value) -> {
      Map<String, Object> property = Json.object(value);
      properties.put(prefix + name, property);
      if (property.containsKey("properties")) {
        collect(prefix + name + ".", Json.object(property.get("properties")));
      }
    });
  }

  @Override public Similarity get(String field) {
    Map<String, Object> property = properties.get(field);
    Object name = property == null ? null : property.get("similarity");
    return name == null ? new BM25Similarity() : similarities.get(name);
  }

  String type(String field) {
    Map<String, Object> property = properties.get(field);
    if (property == null) throw new IllegalArgumentException("the mapping has no field " + field);
    return (String) property.get("type");
  }

  Document document(String id, String line) {
    Document document = new Document();
    document.add(new StoredField("_id", id));
    add("", Json.object(Json.read(line)), document);
    return document;
  }

  private void add(String prefix, Map<String, Object> members, Document document) {
    members.forEach((name, value) -> {
      String field = prefix + name;
      Map<String, Object> property = properties.get(field);
      if (property == null) throw new IllegalArgumentException("the mapping has no field " + field);
      if (property.containsKey("properties")) add(field + ".", Json.object(value), document);
      else for (Object one : Json.list(value)) add(field, property, one, document);
    });
  }

  private void add(String field, Map<String, Object> property, Object value, Document document) {
    switch ((String) property.get("type")) {
      case "text":
        if (!Boolean.FALSE.equals(property.get("index"))) {
          boolean positions = !"freqs".equals(property.get("index_options"));
          document.add(new Field(field, (String) value, type(positions
              ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS_AND_FREQS, true)));
        }
        break;
      case "keyword": document.add(new Field(field, (String) value, type(IndexOptions.DOCS, false))); break;
      case "boolean": document.add(new Field(field, String.valueOf(value), type(IndexOptions.DOCS, false))); break;
      case "double": document.add(new DoublePoint(field, ((Number) value).doubleValue())); break;
      case "long": case "date":
        document.add(new LongPoint(field, number(value)));
        if (field.equals(NUMBER)) document.add(new NumericDocValuesField(field, number(value)));
        break;
      default:
    }
  }

  /** Of a day the milliseconds, as OpenSearch keeps it. */
  static long number(Object value) {
    if (value instanceof Number) return ((Number) value).longValue();
    String text = (String) value;
    return text.matches("-?\\d+") ? Long.parseLong(text) : LocalDate.parse(text).toEpochDay() * 86_400_000L;
  }

  private static FieldType type(IndexOptions options, boolean isText) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(isText);
    type.setOmitNorms(!isText);
    type.freeze();
    return type;
  }
}
