package org.qibroker.catalog.index.follow;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Terminology;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.catalog.index.words.WordIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The words of the lines that are known: few new ones are read at once, many beside everything else. */
final class KnownWords {
    private static final Logger LOG = LoggerFactory.getLogger(KnownWords.class);
    private static final int FEW = 5_000;

    private final Vertx vertx;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile WordIndex index = new WordIndex();

    KnownWords(Vertx vertx) {
        this.vertx = vertx;
    }

    List<UUID> find(String text, Terminology terms, ScopeState state) {
        return index.find(text, terms, state);
    }

    /** Whether the words of all lines can be found. */
    boolean complete(ScopeState state) {
        return index.behind(state) == 0;
    }

    /** From now on another index is kept. */
    void use(WordIndex other) {
        WordIndex before = index;
        index = other;
        before.close();
    }

    void commit(int number) throws IOException {
        index.commit(number);
    }

    void close() {
        index.close();
    }

    /** Reads the words of a state that is about to be seen, if they are few. */
    void precede(ScopeState next, Collection<Provider> renamed) {
        index.renamed(renamed);
        if (!reading.get() && index.behind(next) <= FEW) {
            index.follow(next);
        }
    }

    /** Many words take their time: they are read part by part, until none is left. */
    void follow(Supplier<ScopeState> current) {
        if (!complete(current.get()) && reading.compareAndSet(false, true)) {
            readParts(current)
                    .onFailure(failure -> LOG.error("words not read", failure))
                    .onComplete(done -> reading.set(false));
        }
    }

    private Future<Void> readParts(Supplier<ScopeState> current) {
        return vertx.executeBlocking(
                        () -> {
                            index.follow(current.get());
                            return complete(current.get());
                        },
                        false)
                .compose(complete -> complete ? Future.succeededFuture() : readParts(current));
    }
}
