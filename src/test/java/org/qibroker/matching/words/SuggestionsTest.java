package org.qibroker.matching.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.matching.words.Suggestions.Suggestion;
import org.qibroker.matching.words.Suggestions.Way;
import org.qibroker.shared.Family;

class SuggestionsTest {
    private static final Suggestions SUGGESTIONS = Thesaurus.standard().suggestions();

    private static List<Suggestion> of(String typed) {
        return SUGGESTIONS.of(typed, 8);
    }

    private static void leads(String typed, String subject, Way way) {
        assertThat(of(typed)).as(typed).anySatisfy(suggestion -> {
            assertThat(suggestion.subject()).isEqualTo(subject);
            assertThat(suggestion.way()).isEqualTo(way);
        });
    }

    @Test
    void chineseAndEnglishWordsAndTheirBeginnings() {
        leads("游标卡尺", "游标卡尺", Way.EXACT);
        leads("vernier ca", "游标卡尺", Way.TERM);
        leads("扭力扳", "扭矩扳子", Way.SYNONYM);
        leads("示波", "数字示波器", Way.PART);
        assertThat(of("示波器").get(0).subject()).isEqualTo("示波器");
    }

    @Test
    void pinyinAndItsInitials() {
        leads("yb kc", "游标卡尺", Way.PINYIN);
        leads("ybkc", "游标卡尺", Way.PINYIN);
        leads("qianfenchi", "千分尺", Way.PINYIN);
        leads("wnsyj", "万能试验机", Way.PINYIN);
    }

    @Test
    void traditionalAndFullWidthForms() {
        leads("遊標卡尺", "游标卡尺", Way.EXACT);
        leads("ｐＨ计", "pH计", Way.EXACT);
    }

    @Test
    void oneTypingErrorInLatin() {
        leads("calipre", "通用卡尺", Way.SPELLING);
        leads("micrometr", "千分尺", Way.SPELLING);
        leads("micromete", "千分尺", Way.TERM);
        leads("oscilliscope", "示波器", Way.SPELLING);
    }

    @Test
    void nothingForNothingAndNoMoreThanAsked() {
        assertThat(of("")).isEmpty();
        assertThat(of("？！")).isEmpty();
        assertThat(of("量子磁力")).isEmpty();
        assertThat(SUGGESTIONS.of("计", 3)).hasSize(3);
    }

    @Test
    void subjectsThatOnlyScopesNameComeToo() {
        Suggestions more = SUGGESTIONS.with(List.of(
                new Suggestions.Named(Family.METROLOGY, "量子磁力计", null),
                new Suggestions.Named(Family.TESTING, "游标卡尺", null)));
        assertThat(more.of("量子磁力", 8))
                .containsExactly(new Suggestion("量子磁力计", null, Family.METROLOGY, "量子磁力计", Way.TERM));
        assertThat(more.of("lzclj", 8)).extracting(Suggestion::subject).contains("量子磁力计");
        assertThat(more.of("游标卡尺", 8))
                .filteredOn(s -> s.subject().equals("游标卡尺"))
                .hasSize(1);
    }
}
