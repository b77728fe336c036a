package org.qibroker.catalog.search;

import java.util.Locale;
import org.qibroker.shared.TextKey;

/** A property by which lines are told apart and counted. */
enum Facet {
    FAMILY("family"),
    SERVICE_KIND("serviceKind"),
    SUBJECT("subject"),
    QUANTITY("quantity"),
    MARK("mark"),
    BODY_KIND("bodyKind"),
    DISTRICT("district"),
    SCENARIO("scenario"),
    PROVIDER("providerId");

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** Name of the facet, and of the parameter that narrows a search to one of its values. */
    String parameter() {
        return parameter;
    }

    /** What two spellings of one value have in common. */
    String key(String value) {
        return switch (this) {
            case SUBJECT, SCENARIO -> TextKey.of(value);
            case MARK -> value.toUpperCase(Locale.ROOT);
            case FAMILY, SERVICE_KIND, QUANTITY, BODY_KIND, DISTRICT, PROVIDER -> value;
        };
    }
}
