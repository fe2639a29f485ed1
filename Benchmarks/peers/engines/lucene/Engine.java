// Lucene: `Engine build TOKENS.tsv INDEX`, `Engine serve INDEX`. Words are cut at spaces.
//
// Best hits and their number are asked for in `Top`, since the versions of Lucene differ in it.
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

public final class Engine {
  private static final int LONGEST_WORD = 1000;

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3 && arguments[0].equals("build")) {
      build(arguments[1], arguments[2]);
    } else if (arguments.length == 2 && arguments[0].equals("serve")) {
      serve(arguments[1]);
    } else {
      System.exit(2);
    }
  }

  private static BufferedReader lines(InputStream input) {
    return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8), 1 << 20);
  }

  private static void build(String tokens, String path) throws IOException {
    long started = System.nanoTime();
    Analyzer analyzer = new Analyzer() {
      @Override protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new WhitespaceTokenizer(LONGEST_WORD));
      }
    };
    FieldType positions = new FieldType();
    positions.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    positions.setTokenized(true);
    positions.freeze();
    IndexWriterConfig configuration = new IndexWriterConfig(analyzer)
        .setRAMBufferSizeMB(1024).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(path)), configuration);
         BufferedReader passages = lines(new FileInputStream(tokens))) {
      StoredField id = new StoredField("id", "");
      Field body = new Field("body", "", positions);
      Document document = new Document();
      document.add(id);
      document.add(body);
      for (String line = passages.readLine(); line != null; line = passages.readLine()) {
        int tab = line.indexOf('\t');
        id.setStringValue(line.substring(0, tab));
        body.setStringValue(line.substring(tab + 1));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
    long cpu = ((com.sun.management.OperatingSystemMXBean)
        ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    System.out.printf("{\"version\": \"Lucene %s\", \"wall_s\": %.3f, \"cpu_s\": %.3f}%n",
        Version.LATEST, (System.nanoTime() - started) / 1e9, cpu / 1e9);
  }

  private static Query query(String text) {
    if (text.startsWith("\"")) {
      return new PhraseQuery("body", text.substring(1, text.length() - 1).split(" "));
    }
    String[] words = text.split(" ");
    if (words.length == 1) return new TermQuery(new Term("body", words[0]));
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : words) {
      boolean must = word.startsWith("+");
      all.add(new TermQuery(new Term("body", must ? word.substring(1) : word)),
          must ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD);
    }
    return all.build();
  }

  private static void serve(String path) throws IOException {
    try (IndexReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(path)))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      PrintStream out = new PrintStream(System.out, true, "UTF-8");
      BufferedReader requests = lines(System.in);
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        int tab = line.indexOf('\t');
        String command = line.substring(0, tab);
        long started = System.nanoTime();
        long count = count(searcher, command, line.substring(tab + 1));
        long time = System.nanoTime() - started;
        out.println(count < 0 ? "UNSUPPORTED" : count + "\t" + time);
      }
    }
  }

  private static long count(IndexSearcher searcher, String command, String text)
      throws IOException {
    if (command.equals("COUNT")) return searcher.count(query(text));
    if (!command.startsWith("TOP_")) return -1;
    int limit = Integer.parseInt(command.split("_")[1]);
    return Top.count(searcher, query(text), limit, command.endsWith("_COUNT"));
  }
}
