package org.qibroker.insight;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.account.profile.Industries;
import org.qibroker.demand.Tags;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.District;

/** What the values of dimensions are called. */
final class Names {
    private final Messages messages;
    private final Organisations organisations;
    private final Industries industries;

    Names(Messages messages, Organisations organisations, Industries industries) {
        this.messages = messages;
        this.organisations = organisations;
        this.industries = industries;
    }

    /** Names of organisations. */
    Future<Map<UUID, Organisation>> organisations(Collection<UUID> ids) {
        return organisations.byIds(ids);
    }

    /** Names for values of a dimension. */
    Future<UnaryOperator<String>> of(Dimension dimension, Collection<String> values, Locale locale) {
        if (dimension != Dimension.PROVIDER) {
            return Future.succeededFuture(value -> name(dimension, value, locale));
        }
        List<UUID> ids = values.stream()
                .filter(value -> !value.isEmpty())
                .map(UUID::fromString)
                .toList();
        return organisations.byIds(ids).map(found -> value -> organisation(found, value, locale));
    }

    private static String organisation(Map<UUID, Organisation> found, String id, Locale locale) {
        Organisation organisation = found.get(UUID.fromString(id));
        return organisation == null ? id : organisation.name(locale);
    }

    private String name(Dimension dimension, String value, Locale locale) {
        if (value.isEmpty()) {
            return messages.text(locale, "insight.none." + dimension.name());
        }
        return switch (dimension) {
            case MONTH -> value.substring(0, "2026-11".length());
            case DISTRICT ->
                District.ofCode(value).map(district -> district.name(locale)).orElse(value);
            case FAMILY -> messages.text(locale, "shared.family." + value);
            case SIZE -> messages.text(locale, "shared.enterprise-size." + value);
            case INDUSTRY ->
                industries.find(value).map(industry -> industry.name(locale)).orElse(value);
            default -> tag(value, locale);
        };
    }

    private static String tag(String value, Locale locale) {
        String english = locale.getLanguage().equals("en") ? Tags.english(value) : null;
        return english == null ? value : english;
    }

    /** The values that a breakdown shows even if nothing was counted of them, in their order. */
    List<String> known(Dimension dimension, Months months) {
        return switch (dimension) {
            case MONTH ->
                months.all().stream().map(month -> month.atDay(1).toString()).toList();
            case DISTRICT -> Stream.of(District.values()).map(District::code).toList();
            case FAMILY -> names(org.qibroker.shared.Family.values());
            case SIZE -> names(org.qibroker.account.profile.EnterpriseSize.values());
            case INDUSTRY -> industries.all().map(Industries.Industry::code).toList();
            case PROGRAMME -> Tags.programmes(List.of());
            case SCENARIO -> Tags.scenarios(List.of());
            case PROVIDER -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }
}
