import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** The best hits in Lucene 10: how many, or how many documents match at all. */
final class Top {
  static long count(IndexSearcher searcher, Query query, int limit, boolean all)
      throws IOException {
    int threshold = all ? Integer.MAX_VALUE : limit;
    TopDocs top = searcher.search(query, new TopScoreDocCollectorManager(limit, null, threshold));
    return all ? top.totalHits.value() : top.scoreDocs.length;
  }
}
