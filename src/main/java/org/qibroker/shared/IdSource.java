package org.qibroker.shared;

import java.util.UUID;

/** Gives ids that were never given before, later ones ordered after earlier ones. */
@FunctionalInterface
public interface IdSource {
    /** The next id. */
    UUID next();
}
