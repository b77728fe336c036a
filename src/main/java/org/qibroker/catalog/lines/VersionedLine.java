package org.qibroker.catalog.lines;

import org.qibroker.catalog.RecordedLine;

/**
 * A statement about a line with its number. The highest number of what is believed of a line is the line's version.
 */
public record VersionedLine(RecordedLine line, long version) {}
