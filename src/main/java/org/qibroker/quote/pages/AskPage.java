package org.qibroker.quote.pages;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Provider;
import org.qibroker.demand.Demand;
import org.qibroker.shared.Money;

/**
 * What the page shows on which providers are asked for quotes.
 *
 * @param candidates providers that the match found, the best first
 * @param others providers found by their names
 */
public record AskPage(Demand demand, List<Candidate> candidates, List<Provider> others, Filled filled) {
    /**
     * A provider that the match found.
     *
     * @param covered numbers, from 1, of the items it covers
     * @param nearly numbers of the items it nearly covers
     * @param price of what it covers, by its list; absent where some of it has to be asked for
     * @param asked whether it has been asked already
     */
    public record Candidate(
            UUID providerId,
            Provider provider,
            List<Integer> covered,
            List<Integer> nearly,
            @Nullable Money price,
            boolean asked) {}

    /**
     * What is filled in.
     *
     * @param q part of the name of a provider that is looked for
     */
    public record Filled(Set<UUID> providers, Set<UUID> items, String answerBy, String message, String q) {}

    /** Numbers with commas between them. */
    public static String numbers(List<Integer> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }
}
