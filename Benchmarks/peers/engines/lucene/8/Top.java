import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;

/** The best hits in Lucene 8: how many, or how many documents match at all. */
final class Top {
  static long count(IndexSearcher searcher, Query query, int limit, boolean all)
      throws IOException {
    TopScoreDocCollector collector =
        TopScoreDocCollector.create(limit, all ? Integer.MAX_VALUE : limit);
    searcher.search(query, collector);
    TopDocs top = collector.topDocs();
    return all ? top.totalHits.value : top.scoreDocs.length;
  }
}
