package org.qibroker.ledger;

import java.util.List;

/**
 * What is wrong in a file.
 *
 * @param row from 1, 0 for the file as a whole
 * @param column its heading, empty for the row as a whole
 * @param key of the text
 * @param arguments what the text mentions
 */
record Finding(int row, String column, String key, List<Object> arguments) {}
