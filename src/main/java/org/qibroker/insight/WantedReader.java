package org.qibroker.insight;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.account.profile.EnterpriseSize;
import org.qibroker.account.profile.Industries;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.District;
import org.qibroker.shared.Family;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** Reads what is asked for out of a query. */
final class WantedReader {
    private static final int LONGEST = 100;

    private final Industries industries;

    WantedReader(Industries industries) {
        this.industries = industries;
    }

    /** @throws Refusal BAD_INPUT with every filter that names something unknown */
    Wanted read(Months months, Inputs query) {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        List<FieldFault> faults = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            Optional<String> value = dimension == Dimension.MONTH ? Optional.empty() : query.text(dimension.filter());
            value.ifPresent(text -> {
                filters.put(dimension, text.equals(Wanted.NONE) ? "" : text);
                fault(dimension, text).ifPresent(faults::add);
            });
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return new Wanted(months, filters, EnumSet.allOf(Figure.class), true);
    }

    private Optional<FieldFault> fault(Dimension dimension, String value) {
        if (value.equals(Wanted.NONE)) {
            return Optional.empty();
        }
        boolean good =
                switch (dimension) {
                    case DISTRICT -> District.ofCode(value).isPresent();
                    case FAMILY -> named(Family.values(), value);
                    case SIZE -> named(EnterpriseSize.values(), value);
                    case INDUSTRY -> industries.find(value).isPresent();
                    case PROVIDER -> id(value);
                    default -> value.length() <= LONGEST;
                };
        String code =
                switch (dimension) {
                    case DISTRICT -> "unknown-district";
                    case INDUSTRY -> "unknown-industry";
                    case PROVIDER -> "id";
                    default -> "unknown-filter";
                };
        return good ? Optional.empty() : Optional.of(Wanted.fault(dimension, code, value));
    }

    private static boolean named(Enum<?>[] constants, String value) {
        return List.of(constants).stream().anyMatch(constant -> constant.name().equals(value));
    }

    private static boolean id(String value) {
        try {
            return UUID.fromString(value).toString().equalsIgnoreCase(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
