package org.qibroker.catalog.index.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a node keeps its index of words, so that they need not be read again at the next start. */
public final class WordFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WordFolder.class);

    /** A number that nothing is kept with. */
    public static final int NOTHING = -1;

    private final Path path;

    /** A folder that nobody else writes to. */
    public WordFolder(Path path) {
        this.path = path;
    }

    /** The words that were kept with a number; none if there are others. In memory where the folder is of no use. */
    public WordIndex open(int number) {
        try {
            Directory directory = FSDirectory.open(path);
            WordMark mark = mark(directory);
            return mark.number() == number && number > NOTHING
                    ? new WordIndex(directory, OpenMode.APPEND, mark)
                    : new WordIndex(directory, OpenMode.CREATE, WordMark.NOTHING);
        } catch (IOException | UncheckedIOException useless) {
            LOG.warn("words are kept in memory, as their folder cannot be used: {}", useless.toString());
            return new WordIndex();
        }
    }

    private static WordMark mark(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return WordMark.NOTHING;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return WordMark.of(reader.getIndexCommit().getUserData());
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException unreadable) {
            LOG.info("words kept before cannot be read any more: {}", unreadable.toString());
            return WordMark.NOTHING;
        }
    }
}
