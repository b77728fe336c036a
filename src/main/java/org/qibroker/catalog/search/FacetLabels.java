package org.qibroker.catalog.search;

import java.util.Locale;
import java.util.UUID;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.Terminology;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.District;
import org.qibroker.shared.Glossary;
import org.qibroker.shared.Scenario;

/** What the values of facets are called. */
final class FacetLabels {
    private final Messages messages;
    private final UnitRegistry units;
    private final Terminology terms;

    FacetLabels(Messages messages, UnitRegistry units, Terminology terms) {
        this.messages = messages;
        this.units = units;
        this.terms = terms;
    }

    /** The name of a value in a language; the value itself where it is words that have no other. */
    String of(Facet facet, FacetCounts.Count count, ScopeView view, Locale locale) {
        String value = count.value();
        return switch (facet) {
            case SUBJECT -> english(locale) ? subject(count) : value;
            case BODY_KIND -> messages.text(locale, "shared.body-kind." + value);
            case FAMILY -> messages.text(locale, "shared.family." + value);
            case SERVICE_KIND -> messages.text(locale, "shared.service-kind." + value);
            case QUANTITY -> units.kind(value).map(kind -> name(kind, locale)).orElse(value);
            case DISTRICT -> District.ofCode(value).map(d -> d.name(locale)).orElse(value);
            case PROVIDER ->
                view.findProvider(UUID.fromString(value))
                        .map(provider -> name(provider, locale))
                        .orElse(value);
            case SCENARIO ->
                Scenario.of(value)
                        .filter(known -> english(locale))
                        .map(Scenario::nameEn)
                        .orElse(value);
            case MARK -> value;
        };
    }

    private String subject(FacetCounts.Count count) {
        String recorded =
                count.english() == null ? terms.english(Glossary.Kind.SUBJECT, count.value()) : count.english();
        return recorded == null ? count.value() : recorded;
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
