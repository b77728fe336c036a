package org.qibroker.matching.answer;

import java.util.List;

/**
 * The answer to a request.
 *
 * @param items one answer an item, in the order of the request
 * @param bundles plans for the whole request
 */
public record MatchAnswer(List<ItemAnswer> items, List<Bundle> bundles) {}
