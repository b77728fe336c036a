package org.qibroker.matching.understanding.rules;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.standards.Designations;

/** A standard by its designation; without an edition where what stands behind the number is none. */
public final class DesignationRule implements Rule {
    private static final Pattern LEAD = Pattern.compile(
            "(?i:(?:依据|按照|根据|按|参照|执行|采用|标准|方法|according to|as per|per|to|acc\\. to|in accordance with|using|method)(?:标准|standard)? ?:? ?(?=[A-Z《]))《?");
    private static final String ISSUER =
            "(?:(?i:GB|JJG|JJF|ISO|IEC|ASTM|DIN|JIS|HJ|IATF)|GJB|CJJ|CECS|DB\\d{2,4}|EN|BS|YY|QC|JB|HG|JG|JGJ|JC|JT|JTG|SJ|YB|YD|NY|SN|SL|LY|QB|"
                    + "FZ|BB|CB|DL|GA|MT|TB|TSG|AQ|WS|CJ|DZ|HB|NB|SY|SH|XB|UL|ANSI|ASME|SAE|MIL|IPC|AATCC|CISPR|T/[A-Z]{2,10}|Q/[A-Z]{2,10})";
    private static final Pattern NUMBERED = Pattern.compile(
            "(?<![\\p{IsLatin}])" + ISSUER
                    + "(?:/(?i:T|Z|IEC|CIE|ASTM|TS|TR|IEEE|SAE)){0,2} ?(?:[A-Z]{1,3}(?=\\d))?\\d{1,6}(?:\\.\\d{1,4}){0,4}(?:/[A-Z]\\d{1,4}M?)?(?:-\\d{1,2}(?!\\d)){0,3}");
    private static final Pattern EDITION = Pattern.compile(" ?[-:] ?(?:(?:19|20)\\d{2}|\\d{2})(?![\\d.]|~)");
    private static final Pattern BEHIND = Pattern.compile("》?(?:标准)?");

    @Override
    public @Nullable Found read(String text, int at) {
        Matcher lead = Rule.match(LEAD, text, at);
        int from = lead == null ? at : lead.end();
        Matcher number = Rule.match(NUMBERED, text, from);
        if (number == null) {
            return null;
        }
        Matcher edition = Rule.match(EDITION, text, number.end());
        int end = edition == null ? number.end() : edition.end();
        String designation = text.substring(from, end);
        if (edition != null && Designations.parse(upper(designation)).isEmpty()) {
            end = number.end();
            designation = text.substring(from, end);
        }
        Matcher behind = Rule.match(BEHIND, text, end);
        return Designations.parse(upper(designation)).isPresent()
                ? new Found(new Fact.Method(upper(designation)), at, behind == null ? end : behind.end())
                : null;
    }

    private static String upper(String designation) {
        return designation.toUpperCase(Locale.ROOT);
    }
}
