import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * `Verify EXPORT INDEX`: makes an index of Lucene of an export, and answers each request that comes as a
 * line by a line with the number of hits, and the first with their scores.
 */
public final class Verify {
  public static void main(String[] arguments) throws Exception {
    Path folder = Paths.get(arguments[0]);
    Fields fields = new Fields(folder);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Directory directory = FSDirectory.open(Paths.get(arguments[1]))) {
      build(folder, fields, directory);
      out.println("ready");
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(fields);
        Queries queries = new Queries(fields);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
          out.println(answer(searcher, queries, line));
        }
      }
    }
  }

  private static void build(Path folder, Fields fields, Directory directory) throws IOException {
    Analyzer analyzer = new Analyzer() {
      @Override protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new WhitespaceTokenizer(fields.longestToken));
      }
    };
    IndexWriterConfig configuration = new IndexWriterConfig(analyzer).setSimilarity(fields).setRAMBufferSizeMB(512);
    try (IndexWriter writer = new IndexWriter(directory, configuration)) {
      for (Path path : bulkFiles(folder)) {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
          for (String action = lines.readLine(); action != null; action = lines.readLine()) {
            Map<String, Object> index = Json.object(Json.object(Json.read(action)).get("index"));
            writer.addDocument(fields.document((String) index.get("_id"), lines.readLine()));
          }
        }
      }
    }
  }

  private static List<Path> bulkFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "bulk-*.ndjson")) {
      paths.forEach(files::add);
    }
    Collections.sort(files);
    return files;
  }

  private static String answer(IndexSearcher searcher, Queries queries, String line) throws IOException {
    try {
      Map<String, Object> request = Json.object(Json.read(line));
      Query query = queries.query(request.get("query"));
      int size = ((Number) request.get("size")).intValue();
      Sort sort = new Sort(SortField.FIELD_SCORE, new SortField(Fields.NUMBER, SortField.Type.LONG));
      TopFieldDocs found = searcher.search(query, new TopFieldCollectorManager(sort, size, null, Integer.MAX_VALUE));
      List<String> hits = new ArrayList<>();
      for (ScoreDoc hit : found.scoreDocs) {
        String id = searcher.storedFields().document(hit.doc).get("_id");
        hits.add("[" + Json.string(id) + "," + ((FieldDoc) hit).fields[0] + "]");
      }
      return "{\"total\":" + found.totalHits.value() + ",\"hits\":[" + String.join(",", hits) + "]}";
    } catch (RuntimeException problem) {
      return "{\"error\":" + Json.string(problem.toString()) + "}";
    }
  }
}
