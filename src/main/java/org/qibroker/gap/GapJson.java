package org.qibroker.gap;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Family;

/** A gap as the API gives it: the schema {@code Gap} of the contract. */
record GapJson(
        UUID id,
        UUID demandId,
        UUID demandItemId,
        UUID enterpriseId,
        @Nullable String district,
        Family family,
        String subject,
        @Nullable String parameter,
        @Nullable GapType foundType,
        @Nullable GapType type,
        String reason,
        Gap.@Nullable Correction correction,
        long version,
        Instant createdAt) {
    static GapJson of(Gap gap, Messages messages, Locale locale) {
        return new GapJson(
                gap.id(),
                gap.item().demandId(),
                gap.item().demandItemId(),
                gap.item().enterpriseId(),
                gap.item().district(),
                gap.item().family(),
                gap.item().subject(),
                gap.item().parameter(),
                gap.foundType(),
                gap.type(),
                messages.text(locale, "matching.gap." + gap.reason()),
                gap.correction(),
                gap.version(),
                gap.createdAt());
    }
}
