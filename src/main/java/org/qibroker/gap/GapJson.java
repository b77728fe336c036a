package org.qibroker.gap;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.gap.offer.BestOffer.BestLine;
import org.qibroker.gap.offer.Proposal;
import org.qibroker.gap.wish.Need;
import org.qibroker.gap.wish.Wish;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Family;

/** A gap as the API gives it: the schema {@code Gap} of the contract. */
record GapJson(
        UUID id,
        Family family,
        String subject,
        @Nullable String parameter,
        @Nullable GapType foundType,
        @Nullable GapType type,
        String reason,
        GapState state,
        @Nullable Integer enterprises,
        boolean fewerThanThree,
        @Nullable RangeAsked range,
        @Nullable ValueAsked strictest,
        @Nullable ValueAsked median,
        GapView.@Nullable MeToo meToo,
        @Nullable List<WishJson> wishes,
        @Nullable Correction correction,
        @Nullable List<Note> notes,
        @Nullable Closure closure,
        @Nullable List<BestLine> bestOffers,
        @Nullable List<Proposal> proposals,
        Instant createdAt,
        Instant lastWishedAt,
        long version) {

    /** A wish as a coordinator sees it. */
    record WishJson(
            UUID id,
            @Nullable UUID demandId,
            UUID enterpriseId,
            @Nullable String district,
            boolean meToo,
            ItemSpec asked,
            @Nullable GapType foundType,
            boolean withdrawn,
            Instant at) {
        static WishJson of(Wish wish) {
            return new WishJson(
                    wish.id(),
                    wish.demandId(),
                    wish.enterpriseId(),
                    wish.district(),
                    wish.meToo(),
                    wish.asked(),
                    wish.foundType(),
                    !wish.live(),
                    wish.createdAt());
        }
    }

    /** A gap in a list. */
    static GapJson of(GapView view, Messages messages, Locale locale) {
        return of(view, null, messages, locale);
    }

    /** A gap with what coordinators said of it, and what there is for it. */
    static GapJson of(GapDetail detail, Messages messages, Locale locale) {
        return of(detail.view(), detail, messages, locale);
    }

    private static GapJson of(GapView view, @Nullable GapDetail detail, Messages messages, Locale locale) {
        Gap gap = view.gap();
        Need need = view.need();
        GapDetail steering = view.exact() ? detail : null;
        return new GapJson(
                gap.id(),
                gap.family(),
                gap.subject(),
                gap.parameter(),
                gap.foundType(),
                gap.type(),
                messages.text(locale, "matching.gap." + gap.reason()),
                gap.state(),
                view.enterprises().orElse(null),
                need.few(),
                need.asked().range(),
                limit(need.strictest()),
                limit(need.median()),
                view.meToo(),
                view.exact() ? view.wishes().stream().map(WishJson::of).toList() : null,
                steering == null ? null : steering.remarks().correction().orElse(null),
                steering == null ? null : steering.remarks().notes(),
                steering == null ? null : steering.supply().closure().orElse(null),
                detail == null ? null : detail.supply().best().lines(),
                steering == null ? null : steering.supply().proposals(),
                gap.firstAt(),
                gap.lastAt(),
                gap.version());
    }

    private static @Nullable ValueAsked limit(@Nullable ItemSpec item) {
        return item == null ? null : Limit.asked(item);
    }
}
