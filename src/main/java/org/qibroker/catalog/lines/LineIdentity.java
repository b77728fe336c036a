package org.qibroker.catalog.lines;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/**
 * What makes a line that comes again the same line: what is done on what at which site, by which standards in whatever
 * edition, under which conditions, over which range. Everything else may change.
 */
record LineIdentity(Core core, List<String> methods, List<String> conditions, String range) {

    /** What two lines must share to be the same in any case, letter by letter. */
    record Core(
            UUID siteId,
            Family family,
            @Nullable ServiceKind kind,
            String subject,
            String parameter,
            @Nullable String quantity) {
        static Core of(ScopeLine line) {
            Capability.Service service = line.service();
            return new Core(
                    line.siteId(),
                    service.family(),
                    service.kind(),
                    service.subject(),
                    service.parameter(),
                    line.texts().quantity());
        }
    }

    static LineIdentity of(ScopeLine line) {
        ScopeLine.Texts texts = line.texts();
        String range = texts.range();
        return new LineIdentity(
                Core.of(line),
                texts.methods().stream().map(LineIdentity::undated).sorted().toList(),
                texts.conditions().stream().map(LineIdentity::plain).sorted().toList(),
                range == null ? "" : plain(range));
    }

    /** The standards that a text names, without their editions; the text where it names none. */
    private static String undated(String method) {
        List<Designation> named = Designations.findAll(method);
        return named.isEmpty()
                ? plain(method)
                : String.join(
                        ";", named.stream().map(Designation::undated).sorted().toList());
    }

    /** Without blanks, case and width. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
