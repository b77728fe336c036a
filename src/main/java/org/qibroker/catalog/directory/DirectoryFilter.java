package org.qibroker.catalog.directory;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.BodyKind;
import org.qibroker.shared.Family;
import org.qibroker.shared.Mark;
import org.qibroker.shared.Refusal;

/**
 * Which providers are looked for; what is absent does not matter.
 *
 * @param words part of the name, in Chinese or English
 * @param mark one that a site of the provider holds today, however it is written
 */
record DirectoryFilter(
        @Nullable String words,
        @Nullable BodyKind kind,
        @Nullable String district,
        @Nullable String mark,
        @Nullable Family family) {

    /**
     * The providers that parameters ask for.
     *
     * @throws Refusal BAD_INPUT for a kind or family that there is not
     */
    static DirectoryFilter of(Inputs inputs) {
        return new DirectoryFilter(
                inputs.text("q").orElse(null),
                inputs.constant("kind", BodyKind.class).orElse(null),
                inputs.text("district").orElse(null),
                inputs.text("mark").orElse(null),
                inputs.constant("family", Family.class).orElse(null));
    }

    /** What can be chosen. */
    enum Choice {
        /** Kind of body. */
        KIND,
        /** District of a site. */
        DISTRICT,
        /** Mark held today. */
        MARK,
        /** Family of services. */
        FAMILY
    }

    /** A provider with what it is found by. */
    record Entry(Provider provider, Profile profile, LocalDate day) {
        Set<String> values(Choice choice) {
            Stream<String> values =
                    switch (choice) {
                        case KIND -> provider.kinds().stream().map(BodyKind::name);
                        case DISTRICT ->
                            provider.sites().stream()
                                    .filter(site -> site.open(day))
                                    .map(Site::district);
                        case MARK ->
                            provider.accreditations().stream()
                                    .filter(a -> a.holds(day, day))
                                    .map(a ->
                                            Mark.of(a.scheme()).map(Mark::text).orElseGet(a::scheme));
                        case FAMILY -> profile.families().keySet().stream().map(Family::name);
                    };
            return values.collect(Collectors.toSet());
        }
    }

    /** Whether the provider is one of those looked for, whatever is said of one choice. */
    boolean admitsBut(@Nullable Choice ignored, Entry entry) {
        for (Choice choice : Choice.values()) {
            Optional<String> wanted = choice == ignored ? Optional.empty() : chosen(choice);
            if (wanted.isPresent() && !entry.values(choice).contains(wanted.get())) {
                return false;
            }
        }
        return words == null || named(entry.provider(), words.toLowerCase(Locale.ROOT));
    }

    private static boolean named(Provider provider, String part) {
        String english = provider.nameEn();
        return provider.nameZh().toLowerCase(Locale.ROOT).contains(part)
                || (english != null && english.toLowerCase(Locale.ROOT).contains(part));
    }

    Optional<String> chosen(Choice choice) {
        return switch (choice) {
            case KIND -> Optional.ofNullable(kind).map(BodyKind::name);
            case DISTRICT -> Optional.ofNullable(district);
            case MARK ->
                Optional.ofNullable(mark).map(m -> Mark.of(m).map(Mark::text).orElse(m));
            case FAMILY -> Optional.ofNullable(family).map(Family::name);
        };
    }
}
