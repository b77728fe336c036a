package org.qibroker.matching.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Glossary;
import org.qibroker.shared.TextKey;

class ThesaurusTest {
    private static final String HEADER = "scope,family,zh,en,synonyms,broader\n";
    private static final Thesaurus STANDARD = Thesaurus.standard();

    private static @Nullable Wording covering(String asked, String offered) {
        assertThat(STANDARD.subjects().find(offered)).as(offered).isPresent();
        return STANDARD.subjects().coverings(asked).get(TextKey.of(offered));
    }

    @Test
    void knowsTheSubjectsOfMetrologyAndTesting() {
        assertThat(STANDARD.subjects().concepts()).hasSizeGreaterThan(800);
        assertThat(STANDARD.parameters().concepts()).hasSizeGreaterThan(300);
    }

    @Test
    void whatIsWrittenInChineseHasAnEnglishName() {
        assertThat(STANDARD.english(Glossary.Kind.SUBJECT, "数显卡尺")).isEqualTo("digital caliper");
        assertThat(STANDARD.english(Glossary.Kind.PARAMETER, "示值误差")).isEqualTo("error of indication");
        assertThat(STANDARD.english(Glossary.Kind.PARAMETER, "培训")).isEqualTo("training");
        assertThat(STANDARD.parameters().find("培训"))
                .as("no parameter to search for")
                .isEmpty();
        assertThat(STANDARD.english(Glossary.Kind.PRICE_UNIT, "台")).isEqualTo("unit");
        assertThat(STANDARD.english(Glossary.Kind.PRICE_UNIT, "支")).isEqualTo("piece");
        assertThat(STANDARD.english(Glossary.Kind.PARAMETER, "台")).isNull();
        assertThat(STANDARD.english(Glossary.Kind.SUBJECT, "尚无英文名的对象")).isNull();
    }

    @Test
    void calipersFindEachOther() {
        assertThat(covering("卡尺", "caliper")).isEqualTo(new Wording(Relation.SYNONYM, "通用卡尺"));
        assertThat(covering("数显卡尺", "卡尺")).isEqualTo(new Wording(Relation.BROADER, "通用卡尺"));
        assertThat(covering("游标卡尺", "calliper")).isEqualTo(new Wording(Relation.BROADER, "通用卡尺"));
        assertThat(covering("数显卡尺", "digital calipers")).isEqualTo(new Wording(Relation.SYNONYM, "数显卡尺"));
        assertThat(covering("卡 尺", "卡尺")).isEqualTo(new Wording(Relation.EXACT, null));
    }

    @Test
    void aNarrowerWordCoversNothingBroader() {
        assertThat(covering("卡尺", "数显卡尺")).isNull();
        assertThat(covering("游标卡尺", "数显卡尺")).isNull();
        assertThat(covering("硬度计", "洛氏硬度计")).isNull();
    }

    @Test
    void theKindsOfASubjectAreKnownAtWhateverDistance() {
        assertThat(STANDARD.subjects().narrower("micrometer"))
                .extracting(Concept::zh)
                .contains("外径千分尺", "数显外径千分尺")
                .doesNotContain("千分尺", "数显卡尺");
        assertThat(STANDARD.subjects().narrower("无人知晓")).isEmpty();
    }

    @Test
    void whatSoundsAlikeIsNotTheSame() {
        assertThat(covering("力传感器", "load cell")).isNull();
        assertThat(covering("万能试验机", "电子万能试验机")).isNull();
        assertThat(covering("红外测温仪", "额温枪")).isNull();
        assertThat(covering("密度计", "densitometer")).isNull();
        assertThat(STANDARD.parameters().coverings("屈服强度")).doesNotContainKey("rel");
    }

    @Test
    void broaderTermsReachAllTheWayUp() {
        assertThat(covering("显微硬度计", "硬度计")).isEqualTo(new Wording(Relation.BROADER, "硬度计"));
        assertThat(covering("分析天平", "balance")).isEqualTo(new Wording(Relation.BROADER, "天平"));
    }

    @Test
    void spellingsOfOneWordAreTheSameWord() {
        assertThat(STANDARD.subjects().find("Dial Bore Gages")).contains(concept("内径表"));
        assertThat(STANDARD.subjects().find("aluminum alloy")).contains(concept("铝合金"));
        assertThat(STANDARD.subjects().find("gauge blocks")).contains(concept("量块"));
    }

    private static Concept concept(String zh) {
        return STANDARD.subjects().find(zh).orElseThrow();
    }

    @Test
    void aWordOfTwoConceptsIsRefusedWithItsLine() {
        refused("subject,METROLOGY,甲,a,丙,\nsubject,METROLOGY,乙,b,丙,", "line 3: 丙 is a word of 甲 already, line 2");
        refused("subject,METROLOGY,甲,a,A,", "line 2: A is there twice");
    }

    @Test
    void whatIsBroaderThanItselfIsRefusedWithItsLine() {
        refused(
                "subject,METROLOGY,甲,a,,乙\nsubject,METROLOGY,乙,b,,丙\nsubject,METROLOGY,丙,c,,甲",
                "甲 is broader than itself");
        refused("subject,METROLOGY,甲,a,,甲", "line 2: 甲 is broader than itself");
        refused("subject,METROLOGY,甲,a,,丁", "line 2: 丁, broader than 甲, is not a term");
    }

    @Test
    void whatIsMissingIsRefusedWithItsLine() {
        refused("subject,METROLOGY,甲,,,", "line 2: en is missing");
        refused("subject,PHYSICS,甲,a,,", "line 2: family is one of");
        refused("verb,METROLOGY,甲,a,,", "line 2: scope is subject, parameter, label or price-unit, not verb");
    }

    @Test
    void twoConceptsMayShareABroaderOne() {
        Thesaurus diamond = Thesaurus.load(
                new StringReader(
                        HEADER
                                + "subject,METROLOGY,甲,a,,乙;丙\nsubject,METROLOGY,乙,b,,丁\nsubject,METROLOGY,丙,c,,丁\nsubject,METROLOGY,丁,d,,"));
        assertThat(diamond.subjects().coverings("甲")).containsKeys("乙", "丙", "丁");
    }

    private static void refused(String rows, String why) {
        assertThatThrownBy(() -> Thesaurus.load(new StringReader(HEADER + rows)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
