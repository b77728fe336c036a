package org.qibroker.matching.relaxation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.qibroker.matching.MatchRequest;

/**
 * A sentence somebody asks, with what he has relaxed since.
 *
 * @param request what the sentence asks, relaxed
 * @param made what was relaxed
 */
public record SentenceAsked(String sentence, MatchRequest request, List<Changes> made) {
    private static final int MOST_CHANGES = 20;

    /** Relaxes what a sentence asks; what does not fit it, or cannot be read, changes nothing. */
    public static SentenceAsked of(String sentence, MatchRequest understood, List<String> relaxed) {
        MatchRequest request = understood;
        List<Changes> made = new ArrayList<>();
        for (String text : relaxed.subList(0, Math.min(MOST_CHANGES, relaxed.size()))) {
            Changes changes = Changes.read(text).orElse(null);
            MatchRequest next =
                    changes == null ? null : changes.applied(request).orElse(null);
            if (changes != null && next != null) {
                request = next;
                made.add(changes);
            }
        }
        return new SentenceAsked(sentence, request, List.copyOf(made));
    }

    /** The address of the page of this. */
    public String address() {
        return address(made);
    }

    /** The address without one of the relaxations. */
    public String without(Changes dropped) {
        return address(made.stream().filter(changes -> !changes.equals(dropped)).toList());
    }

    private String address(List<Changes> kept) {
        StringBuilder address = new StringBuilder("/match?q=").append(encoded(sentence));
        kept.forEach(changes -> address.append("&relax=").append(encoded(changes.text())));
        return address.toString();
    }

    /** The address at which all of this becomes a demand. */
    public String demand() {
        return address(made).replace("/match?", "/demands/new?");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
