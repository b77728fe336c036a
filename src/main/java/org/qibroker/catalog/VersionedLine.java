package org.qibroker.catalog;

/**
 * A statement about a line with its number. The highest number of what is believed of a line is the line's version.
 */
public record VersionedLine(RecordedLine line, long version) {}
