import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259): objects as maps, arrays as lists, numbers as doubles or longs. */
final class Json {
  private final String text;
  private int place = 0;

  private Json(String text) { this.text = text; }

  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.skip();
    if (json.place != text.length()) throw json.error();
    return value;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) { return (Map<String, Object>) value; }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value instanceof List ? (List<Object>) value : List.of(value);
  }

  static String string(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\' || c < 0x20 || c == 0x2028 || c == 0x2029) out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }

  private Object value() {
    skip();
    switch (text.charAt(place)) {
      case '{': return members();
      case '[': return elements();
      case '"': return quoted();
      default: return word();
    }
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    place++;
    for (skip(); !take('}'); skip()) {
      if (!members.isEmpty()) expect(',');
      skip();
      String name = quoted();
      expect(':');
      members.put(name, value());
    }
    return members;
  }

  private List<Object> elements() {
    List<Object> elements = new ArrayList<>();
    place++;
    for (skip(); !take(']'); skip()) {
      if (!elements.isEmpty()) expect(',');
      elements.add(value());
    }
    return elements;
  }

  private String quoted() {
    expect('"');
    StringBuilder out = new StringBuilder();
    for (char c = text.charAt(place++); c != '"'; c = text.charAt(place++)) {
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() {
    char c = text.charAt(place++);
    switch (c) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'r': return '\r';
      case 'b': return '\b';
      case 'f': return '\f';
      case 'u':
        place += 4;
        return (char) Integer.parseInt(text.substring(place - 4, place), 16);
      default: return c;
    }
  }

  private Object word() {
    int start = place;
    while (place < text.length() && ",]} \t\r\n".indexOf(text.charAt(place)) < 0) place++;
    String word = text.substring(start, place);
    switch (word) {
      case "true": return true;
      case "false": return false;
      case "null": return null;
      default:
        if (word.matches("-?\\d+")) return Long.parseLong(word);
        return Double.parseDouble(word);
    }
  }

  private void skip() {
    while (place < text.length() && " \t\r\n".indexOf(text.charAt(place)) >= 0) place++;
  }

  private boolean take(char c) {
    if (text.charAt(place) != c) return false;
    place++;
    return true;
  }

  private void expect(char c) {
    skip();
    if (!take(c)) throw error();
  }

  private IllegalArgumentException error() {
    return new IllegalArgumentException("no JSON at character " + place);
  }
}
