package org.qibroker.catalog.imports.exports;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** A file that grows by rows; what is ready of it can be taken away as it grows. Blocks for a moment. */
interface ExportFile {
    /** Adds rows. */
    void add(List<List<String>> rows);

    /** Nothing more comes. */
    void end();

    /** The bytes since the last time. */
    Buffer taken();
}
