package org.qibroker.catalog.search;

import java.util.Locale;
import java.util.UUID;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.District;

/** What the values of facets are called. */
final class FacetLabels {
    private final Messages messages;
    private final UnitRegistry units;

    FacetLabels(Messages messages, UnitRegistry units) {
        this.messages = messages;
        this.units = units;
    }

    /** The name of a value in a language; the value itself where it is words already. */
    String of(Facet facet, String value, ScopeView view, Locale locale) {
        return switch (facet) {
            case FAMILY -> messages.text(locale, "shared.family." + value);
            case SERVICE_KIND -> messages.text(locale, "shared.service-kind." + value);
            case QUANTITY -> units.kind(value).map(kind -> name(kind, locale)).orElse(value);
            case DISTRICT -> District.ofCode(value).map(d -> d.name(locale)).orElse(value);
            case PROVIDER ->
                view.findProvider(UUID.fromString(value))
                        .map(provider -> name(provider, locale))
                        .orElse(value);
            case SUBJECT, MARK, SCENARIO -> value;
        };
    }

    private static String name(QuantityKind kind, Locale locale) {
        return english(locale) ? kind.nameEn() : kind.nameZh();
    }

    private static String name(Provider provider, Locale locale) {
        String english = provider.nameEn();
        return english(locale) && english != null && !english.isBlank() ? english : provider.nameZh();
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
