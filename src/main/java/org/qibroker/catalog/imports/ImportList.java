package org.qibroker.catalog.imports;

import java.util.List;
import org.qibroker.catalog.Provider;

/** What the page of imports shows: whose, and the latest ones. */
public record ImportList(Provider provider, List<Import> latest) {
    /** The tone of a badge for a state. */
    public static String tone(ImportState state) {
        return switch (state) {
            case DONE -> "green";
            case FAILED -> "red";
            case AWAITING_CONFIRMATION -> "yellow";
            case QUEUED, RUNNING -> "blue";
            case CANCELLED -> "grey";
        };
    }
}
