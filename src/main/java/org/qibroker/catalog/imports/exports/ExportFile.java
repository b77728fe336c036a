package org.qibroker.catalog.imports.exports;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** A file that grows by rows; what is ready of it can be taken away as it grows. Blocks for a moment. */
public interface ExportFile {
    /** Adds rows; a cell is a text, a number or a day. */
    void add(List<? extends List<?>> rows);

    /** Nothing more comes. */
    void end();

    /** The bytes since the last time. */
    Buffer taken();
}
