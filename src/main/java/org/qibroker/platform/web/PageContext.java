package org.qibroker.platform.web;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Caller;
import org.qibroker.shared.District;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Glossary;
import org.qibroker.shared.Money;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.qibroker.shared.Scenario;

/** What every template can ask for: texts, the reader, how dates and money are shown, what was refused. */
public final class PageContext {

    private static final double FEN_PER_YUAN = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;
    private final Glossary glossary;
    private final Templates templates;
    private final Reader reader;
    private final String path;
    private final @Nullable Refusal refusal;
    private final @Nullable String flash;

    PageContext(Voice voice, Reader reader, String path, @Nullable Refusal refusal, @Nullable String flash) {
        this.messages = voice.messages();
        this.glossary = voice.glossary();
        this.templates = voice.templates();
        this.reader = reader;
        this.path = path;
        this.refusal = refusal;
        this.flash = flash;
    }

    /**
     * Who reads the page, and how.
     *
     * @param caller who
     * @param csrf what forms must carry
     * @param locale language
     * @param theme {@code light}, {@code dark}, or {@code auto}
     */
    record Reader(Caller caller, String csrf, Locale locale, String theme) {}

    /** What a page speaks with: texts, words that people wrote in another language, and templates. */
    record Voice(Messages messages, Glossary glossary, Templates templates) {}

    /** The same for a part of the page in a language of its own. */
    public PageContext in(Locale language) {
        Reader other = new Reader(reader.caller(), reader.csrf(), language, reader.theme());
        return new PageContext(new Voice(messages, glossary, templates), other, path, refusal, flash);
    }

    /** A part of the page that another room contributes, as seen by the same reader. */
    public Content content(Fragment fragment) {
        return output -> templates.render(fragment, this, output);
    }

    /** A text of the bundles. */
    public String t(String key, Object... arguments) {
        return messages.text(reader.locale(), key, arguments);
    }

    /** The text of a constant: {@code shared.<type in kebab-case>.<CONSTANT>}. */
    public String option(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        String kebab = type.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return t("shared." + kebab + "." + constant.name());
    }

    /** Who reads. */
    public Caller caller() {
        return reader.caller();
    }

    /** Whether the reader may act as the role. */
    public boolean has(Role role) {
        return reader.caller().has(role);
    }

    /** Whether the reader has signed in. */
    public boolean signedIn() {
        return reader.caller().signedIn();
    }

    /** Whether the reader may ask for work: an enterprise, or who has not said yet who they are. */
    public boolean mayAsk() {
        return !signedIn() || has(Role.ENTERPRISE);
    }

    /** What each form carries in its field {@code _csrf}. */
    public String csrf() {
        return reader.csrf();
    }

    /** Language of the page. */
    public Locale locale() {
        return reader.locale();
    }

    /** Whether the page is in English. */
    public boolean english() {
        return reader.locale().getLanguage().equals("en");
    }

    /** The English text if the page is in English and there is one, else the Chinese. */
    public String either(String zh, @Nullable String en) {
        return english() && en != null && !en.isBlank() ? en : zh;
    }

    /** A subject: on an English page as its lab says, else as it is known in English, else as it was written. */
    public String subject(String written, @Nullable String en) {
        return en == null || en.isBlank() ? word(Glossary.Kind.SUBJECT, written) : either(written, en);
    }

    /** A subject that has no English name of its own. */
    public String subject(String written) {
        return word(Glossary.Kind.SUBJECT, written);
    }

    /** A parameter: on an English page as it is known in English, else as it was written. */
    public String parameter(String written) {
        return word(Glossary.Kind.PARAMETER, written);
    }

    /** What a price is for one of: on an English page as it is known in English, else as it was written. */
    public String priceUnit(String written) {
        return word(Glossary.Kind.PRICE_UNIT, written);
    }

    /** An organisation: on an English page by its English name if it has one, else as it was written. */
    public String organisation(String written) {
        return either(written, english() ? glossary.english(Glossary.Kind.ORGANISATION, written) : null);
    }

    /** A site: on an English page by its English name if it has one, else as it was written. */
    public String site(UUID id, String written) {
        return either(written, english() ? glossary.english(Glossary.Kind.SITE, id.toString()) : null);
    }

    /** A scenario: on an English page as it is known in English, else as it was written. */
    public String scenario(String written) {
        return either(written, Scenario.of(written).map(Scenario::nameEn).orElse(null));
    }

    /** What was not written in Chinese stays as it is, and so does what stands behind the first blank of a known word. */
    private String word(Glossary.Kind kind, String written) {
        if (!english() || written.codePoints().noneMatch(Character::isIdeographic)) {
            return written;
        }
        String whole = glossary.english(kind, written);
        int blank = written.indexOf(' ');
        if (whole != null || blank < 0) {
            return either(written, whole);
        }
        String first = glossary.english(kind, written.substring(0, blank));
        return first == null ? written : first + written.substring(blank);
    }

    /** {@code light}, {@code dark} or {@code auto}. */
    public String theme() {
        return reader.theme();
    }

    /** Path and query of the page. */
    public String path() {
        return path;
    }

    /** A date. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    /** A moment, in the region's zone, to the minute. */
    public String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(moment.atZone(RegionTime.ZONE));
    }

    /** A moment in the zone of a site. */
    public String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    /** An amount of money, such as {@code ¥1,205.00}. */
    public String money(@Nullable Money money) {
        if (money == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setGroupingUsed(true);
        format.setMinimumFractionDigits(money.amount() % 100 == 0 ? 0 : 2);
        String sign = money.currency().equals("CNY") ? "¥" : money.currency() + " ";
        return sign + format.format(money.amount() / FEN_PER_YUAN);
    }

    /** The text of a word that the log or another room made; one without a text is shown as it stands. */
    public String word(String prefix, String word) {
        return messages.has(prefix + word) ? t(prefix + word) : word;
    }

    /** The name of somebody who acted; whose account is deleted is said to be so. */
    public String person(String name) {
        return Pseudonym.is(name) ? t("platform.deleted-person", name) : name;
    }

    /** The name of a district's code. */
    public String district(@Nullable String code) {
        return code == null
                ? ""
                : District.ofCode(code).map(district -> district.name(locale())).orElse(code);
    }

    /** All districts, for a choice. */
    public List<District> districts() {
        return List.of(District.values());
    }

    /** The text of the fault at a place of the form, if there is one. */
    public @Nullable String faultAt(String pointer) {
        return refusal == null
                ? null
                : refusal.faults().stream()
                        .filter(fault -> fault.pointer().equals(pointer))
                        .findFirst()
                        .map(this::text)
                        .orElse(null);
    }

    /** All faults with their places, for a summary above the form. */
    public List<FieldFault> faults() {
        return refusal == null ? List.of() : refusal.faults();
    }

    /** The text of a fault. */
    public String text(FieldFault fault) {
        return t("fault." + fault.code(), fault.arguments().toArray());
    }

    /** Why the form is shown again, if it was refused. */
    public @Nullable String problem() {
        return refusal == null
                ? null
                : t("problem." + refusal.code(), refusal.arguments().toArray());
    }

    /** What just went well, if something did. */
    public @Nullable String flash() {
        return flash == null ? null : t(flash);
    }

    /** A text made safe for a query string. */
    public String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The short form of an id that people can say aloud. */
    public String shortId(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - 8).toUpperCase(Locale.ROOT);
    }

    /** Whether the page, or one below it, is open: for the mark in the navigation. */
    public boolean under(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/") || path.startsWith(prefix + "?");
    }
}
