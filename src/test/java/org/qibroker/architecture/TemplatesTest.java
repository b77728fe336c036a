package org.qibroker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates hold nothing that a strict content security policy refuses, and no text of their own. */
class TemplatesTest {
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)|<style|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"']|javascript:|hx-on|\\shx-vals=[\"']js:",
            Pattern.CASE_INSENSITIVE);
    private static final Path STYLES = Path.of("src/main/resources/web");
    private static final String NAME_OF_THE_LANGUAGE = "\"中文?\"";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private static List<String> found(Pattern pattern, String template) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(template);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void noneHasInlineScriptOrStyle() {
        Sources.ending(Sources.TEMPLATES, ".jte")
                .forEach((path, template) ->
                        assertThat(found(INLINE, template)).as(path.toString()).isEmpty());
    }

    @Test
    void noneHoldsChineseTextOfItsOwn() {
        Sources.ending(Sources.TEMPLATES, ".jte")
                .forEach((path, template) -> assertThat(found(HAN, withoutComments(template)))
                        .as(path.toString())
                        .isEmpty());
    }

    @Test
    void everyFormThatPostsCarriesItsToken() {
        Sources.ending(Sources.TEMPLATES, ".jte").forEach((path, template) -> assertThat(formsWithoutToken(template))
                .as(path.toString())
                .isEmpty());
    }

    /** A block that is not closed takes all that follows with it, on small screens only. */
    @Test
    void theStylesheetIsWhole() {
        Sources.ending(STYLES, ".css")
                .forEach((path, sheet) ->
                        assertThat(openBlocks(sheet)).as(path.toString()).isEmpty());
        assertThat(openBlocks("@media print {\n.a { b: c; }\n\n.d { e: f; }\n")).isNotEmpty();
        assertThat(openBlocks("@media print {\n  .a { b: c; }\n}\n.d { e: f; }\n"))
                .isEmpty();
    }

    /** Rules at the margin that stand within a block, and the end if one is still open there. */
    private static List<String> openBlocks(String sheet) {
        List<String> faults = new ArrayList<>();
        int depth = 0;
        for (String line : sheet.split("\n")) {
            if (depth > 0 && (line.startsWith(".") || line.startsWith("@") || line.startsWith("/*"))) {
                faults.add(line);
            }
            depth += (int) (line.chars().filter(c -> c == '{').count()
                    - line.chars().filter(c -> c == '}').count());
        }
        if (depth != 0) {
            faults.add("the end of the sheet: " + depth + " blocks are open");
        }
        return faults;
    }

    @Test
    void noticesWhatIsInline() {
        assertThat(found(INLINE, "<script>x</script>")).isNotEmpty();
        assertThat(found(INLINE, "<script src=\"/a.js\" defer></script>")).isEmpty();
        assertThat(found(INLINE, "<p style=\"color:red\">")).isNotEmpty();
        assertThat(found(INLINE, "<style>p{}</style>")).isNotEmpty();
        assertThat(found(INLINE, "<a onclick=\"x()\">")).isNotEmpty();
        assertThat(found(INLINE, "<a href=\"javascript:x()\">")).isNotEmpty();
        assertThat(found(HAN, "<p>预约</p>")).isNotEmpty();
        assertThat(formsWithoutToken("<form method=\"post\"><button></form>")).isNotEmpty();
        assertThat(formsWithoutToken("<form method=\"post\">@template.layout.csrf(ctx = ctx)</form>"))
                .isEmpty();
    }

    private static String withoutComments(String template) {
        return template.replaceAll("<%--[\\s\\S]*?--%>", "").replaceAll(NAME_OF_THE_LANGUAGE, "");
    }

    private static List<String> formsWithoutToken(String template) {
        List<String> bare = new ArrayList<>();
        for (String form : found(Pattern.compile("<form[^>]*method=\"post\"[\\s\\S]*?</form>"), template)) {
            if (!form.contains("csrf")) {
                bare.add(form);
            }
        }
        return bare;
    }
}
