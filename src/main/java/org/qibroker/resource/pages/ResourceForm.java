package org.qibroker.resource.pages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Form;
import org.qibroker.resource.Closure;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceDraft;
import org.qibroker.resource.ResourceKind;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.Workplaces.Workplace;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/**
 * The form of a resource, as texts.
 *
 * @param id absent for a new one
 * @param version seen, 0 for a new one
 * @param calibrationDue an ISO date, {@code ""} if none
 * @param hours for each day times such as {@code 09:00-12:00, 13:00-17:00}
 * @param closures one a line, such as {@code 2026-12-24 09:00 ~ 2026-12-25 18:00 maintenance}
 */
public record ResourceForm(
        @Nullable UUID id,
        long version,
        String site,
        String name,
        String kind,
        String mode,
        String capacity,
        String slotMinutes,
        String before,
        String after,
        String notice,
        String horizon,
        String calibrationDue,
        Map<DayOfWeek, String> hours,
        String closures,
        boolean sharedIdle,
        List<UUID> keep) {

    private static final Pattern TIMES = Pattern.compile("\\s*(\\d{1,2}:\\d{2})\\s*[-–~～至]\\s*(\\d{1,2}:\\d{2})\\s*");
    private static final Pattern CLOSURE = Pattern.compile(
            "\\s*(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2})\\s*[~～至–]\\s*(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2})\\s*(.*)");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    /** A form not filled in yet: working days from nine to five, two hours a slot. */
    static ResourceForm fresh(List<Workplace> sites) {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, day.compareTo(DayOfWeek.FRIDAY) <= 0 ? "09:00-12:00, 13:00-17:00" : "");
        }
        String site = sites.isEmpty() ? "" : sites.get(0).siteId().toString();
        String kind = ResourceKind.BENCH.name();
        String mode = ResourceMode.SLOT.name();
        return new ResourceForm(
                null, 0, site, "", kind, mode, "1", "60", "0", "0", "0", "365", "", hours, "", false, List.of());
    }

    static ResourceForm of(Resource r) {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, hoursOf(r, day));
        }
        return new ResourceForm(
                r.id(),
                r.version(),
                r.siteId().toString(),
                r.name(),
                r.kind().name(),
                r.mode().name(),
                String.valueOf(r.capacity()),
                String.valueOf(r.slotMinutes()),
                String.valueOf(r.bufferBeforeMinutes()),
                String.valueOf(r.bufferAfterMinutes()),
                String.valueOf(r.noticeHours()),
                String.valueOf(r.horizonDays()),
                r.calibrationDue() == null ? "" : r.calibrationDue().toString(),
                hours,
                r.closures().stream().map(c -> line(c, r.zone())).collect(Collectors.joining("\n")),
                r.sharedIdle(),
                List.of());
    }

    /** The hours of one day, in a row. */
    static String hoursOf(Resource resource, DayOfWeek day) {
        return resource.hoursOn(day).stream().map(h -> h.from() + "-" + h.to()).collect(Collectors.joining(", "));
    }

    private static String line(Closure closure, ZoneId zone) {
        String reason = closure.reason() == null ? "" : " " + closure.reason();
        return MINUTE.format(closure.from().atZone(zone)) + " ~ "
                + MINUTE.format(closure.to().atZone(zone)) + reason;
    }

    static ResourceForm of(Form form, @Nullable UUID id) {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, form.text("hours." + day.name()));
        }
        return new ResourceForm(
                id,
                form.inputs().integer("version").orElse(0),
                form.text("siteId"),
                form.text("name"),
                form.text("kind"),
                form.text("mode"),
                form.text("capacity"),
                form.text("slotMinutes"),
                form.text("bufferBeforeMinutes"),
                form.text("bufferAfterMinutes"),
                form.text("noticeHours"),
                form.text("horizonDays"),
                form.text("calibrationDue"),
                hours,
                form.text("closures"),
                form.has("sharedIdle"),
                ids(form.all("keep")));
    }

    private static List<UUID> ids(List<String> texts) {
        try {
            return texts.stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException notAnId) {
            throw (Refusal) Refusal.badInput("/keep", "id").initCause(notAnId);
        }
    }

    /** Whether places are taken for whole days. */
    public boolean wholeDays() {
        return !mode.equals(ResourceMode.SLOT.name());
    }

    /**
     * What the form says.
     *
     * @param zone the clocks of the closures; the site's if absent
     * @throws Refusal BAD_INPUT naming each field that cannot be read
     */
    ResourceDraft draft(Inputs inputs, List<Workplace> sites, @Nullable ZoneId zone) {
        List<FieldFault> faults = new ArrayList<>();
        List<OpeningHours> opening = opening(faults);
        List<Closure> closed = closed(zone == null ? zoneOf(sites) : zone, faults);
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return Validation.valid(new ResourceDraft(
                inputs.id("siteId").orElseThrow(() -> Refusal.badInput("/siteId", "not-null")),
                name,
                inputs.constant("kind", ResourceKind.class).orElse(null),
                inputs.constant("mode", ResourceMode.class).orElse(null),
                inputs.integer("capacity").orElseThrow(() -> Refusal.badInput("/capacity", "not-null")),
                opening,
                closed,
                inputs.integer("slotMinutes").orElse(null),
                inputs.integer("bufferBeforeMinutes").orElse(null),
                inputs.integer("bufferAfterMinutes").orElse(null),
                zone == null ? null : zone.getId(),
                inputs.integer("noticeHours").orElse(null),
                inputs.integer("horizonDays").orElse(null),
                inputs.date("calibrationDue").orElse(null),
                sharedIdle,
                keep));
    }

    private ZoneId zoneOf(List<Workplace> sites) {
        return sites.stream()
                .filter(workplace -> workplace.siteId().toString().equals(site))
                .findFirst()
                .map(Workplace::zone)
                .orElse(RegionTime.ZONE);
    }

    private List<OpeningHours> opening(List<FieldFault> faults) {
        List<OpeningHours> opening = new ArrayList<>();
        hours.forEach((day, text) -> {
            for (String part : text.isBlank() ? new String[0] : text.split("[,，;；]")) {
                add(opening, day, part, faults);
            }
        });
        return opening;
    }

    private static void add(List<OpeningHours> opening, DayOfWeek day, String text, List<FieldFault> faults) {
        Matcher times = TIMES.matcher(text);
        try {
            if (times.matches()) {
                opening.add(new OpeningHours(
                        day, LocalTime.parse(times.group(1), CLOCK), LocalTime.parse(times.group(2), CLOCK)));
                return;
            }
        } catch (DateTimeParseException noTime) {
            faults.add(FieldFault.of("/hours/" + day, "hours"));
            return;
        }
        faults.add(FieldFault.of("/hours/" + day, "hours"));
    }

    private List<Closure> closed(ZoneId zone, List<FieldFault> faults) {
        List<Closure> closed = new ArrayList<>();
        List<String> lines = closures.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher closure = CLOSURE.matcher(lines.get(i));
            if (closure.matches()) {
                String reason = closure.group(3).strip();
                closed.add(new Closure(
                        moment(closure.group(1), zone),
                        moment(closure.group(2), zone),
                        reason.isEmpty() ? null : reason));
            } else if (!lines.get(i).isBlank()) {
                faults.add(FieldFault.of("/closures", "closure", i + 1));
            }
        }
        return closed;
    }

    private static Instant moment(String text, ZoneId zone) {
        try {
            LocalDateTime local = LocalDateTime.parse(text, MINUTE);
            if (zone.getRules().getValidOffsets(local).isEmpty()) {
                throw Refusal.badInput("/closures", "time-skipped", text, zone.getId());
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeParseException malformed) {
            throw (Refusal) Refusal.badInput("/closures", "malformed").initCause(malformed);
        }
    }
}
