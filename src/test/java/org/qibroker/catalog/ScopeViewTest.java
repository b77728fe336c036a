package org.qibroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.index.ScopeBuilder;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.catalog.index.words.WordIndex;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.catalog.providers.ProviderCommands;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designations;

class ScopeViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final Site SITE = Site.stated(
            UUID.randomUUID(),
            PROVIDER,
            new ProviderCommands.DescribeSite("本部", "Headquarters", "310115", "", true, null));
    private static final Provider LAB = new Provider(
            PROVIDER, "东海计量", "Donghai Metrology", List.of(SITE), List.of(), null, null, Set.of(), 1, PriceList.NONE);
    private static final ScopeReader READER = new ScopeReader(UnitRegistry.standard());

    private static Capability line(String subject, @Nullable String subjectEn, String method, String from) {
        ScopeLine line = new ScopeLine(
                SITE.id(),
                new Capability.Service(Family.METROLOGY, null, subject, subjectEn, "示值误差", Set.of()),
                new ScopeLine.Texts(null, List.of(method), "0~300 mm", List.of("频率: 50 Hz~60 Hz"), "0.5级", 2, null),
                Set.of(),
                new Capability.Terms(false, Price.ON_REQUEST, null, null));
        return READER.read(UUID.randomUUID(), PROVIDER, line, new Capability.Validity(LocalDate.parse(from), null));
    }

    private final Capability caliper = line("数显 卡尺", "Digital caliper", "JJG 30-2012", "2025-01-01");
    private final Capability later = line("数显卡尺", null, "JJG 31-2011", "2026-06-01");
    private final ScopeView view = ScopeView.of(List.of(LAB), List.of(caliper, later));

    @Test
    void aLineIsFoundByItsSubjectInEitherLanguageOnDaysItHolds() {
        Set<String> chinese = Set.of(TextKey.of("数显卡尺"));
        assertThat(view.linesOfSubjectKeys(Family.METROLOGY, chinese, DAY)).containsExactly(caliper);
        assertThat(view.linesOfSubjectKeys(Family.METROLOGY, chinese, DAY.plusYears(1)))
                .containsExactlyInAnyOrder(caliper, later);
        assertThat(view.linesOfSubjectKeys(Family.METROLOGY, Set.of(TextKey.of("digital CALIPER")), DAY))
                .containsExactly(caliper);
        assertThat(view.linesOfSubjectKeys(Family.TESTING, chinese, DAY)).isEmpty();
    }

    @Test
    void aLineWithBothKeysComesOnce() {
        Set<String> both = Set.of(TextKey.of("数显卡尺"), TextKey.of("Digital caliper"));
        assertThat(view.linesOfSubjectKeys(Family.METROLOGY, both, DAY)).containsExactly(caliper);
    }

    @Test
    void aMethodIsKnownInWhateverEditionWhileALineNamesIt() {
        assertThat(view.methodKnown(Designations.parse("JJG 30-2002").orElseThrow(), DAY))
                .isTrue();
        assertThat(view.methodKnown(Designations.parse("JJG 31").orElseThrow(), DAY))
                .isFalse();
    }

    @Test
    void aReplacedScopeLeavesTheStateBeforeAsItWas() {
        ScopeBuilder builder = new ScopeBuilder();
        builder.profiles(List.of(LAB));
        builder.replace(PROVIDER, List.of(caliper, later));
        ScopeState before = builder.state();
        builder.replace(PROVIDER, List.of(later));
        assertThat(builder.state().line(caliper.id())).isEmpty();
        assertThat(builder.state().linesOf(PROVIDER)).containsExactly(later);
        assertThat(before.line(caliper.id())).contains(caliper);
    }

    @Test
    void whatIsNotUnderstoodStaysText() {
        assertThat(caliper.measured().uncertainty()).isInstanceOf(TextOnly.class);
        assertThat(caliper.measured().range()).isNotNull();
        assertThat(caliper.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.name()).isEqualTo("频率");
            assertThat(condition.range()).isNotNull();
        });
    }

    @Test
    void wordsAreFoundInBothLanguagesAndLeaveWithTheirLine() {
        ScopeBuilder builder = new ScopeBuilder();
        WordIndex words = new WordIndex();
        builder.profiles(List.of(LAB));
        builder.replace(PROVIDER, List.of(caliper, later));
        words.renamed(List.of(LAB));
        words.follow(builder.state());
        assertThat(words.find("卡尺", Terminology.NONE, builder.state()))
                .containsExactlyInAnyOrder(caliper.id(), later.id());
        assertThat(words.find("calipers digital", Terminology.NONE, builder.state()))
                .containsExactly(caliper.id());
        assertThat(words.find("东海 数显", Terminology.NONE, builder.state())).hasSize(2);
        assertThat(words.find("卡尺 不存在的词", Terminology.NONE, builder.state())).hasSize(2);
        builder.replace(PROVIDER, List.of(later));
        assertThat(words.find("digital caliper", Terminology.NONE, builder.state()))
                .isEmpty();
    }

    @Test
    void aWordForTheSameIsFoundAfterTheWordItself() {
        ScopeBuilder builder = new ScopeBuilder();
        WordIndex words = new WordIndex();
        builder.profiles(List.of(LAB));
        builder.replace(PROVIDER, List.of(caliper, later));
        words.follow(builder.state());
        assertThat(words.find("测径器", Terminology.NONE, builder.state())).isEmpty();
        assertThat(words.find("测径器", BOOK, builder.state())).containsExactlyInAnyOrder(caliper.id(), later.id());
        assertThat(words.find("slide gauge 数显", BOOK, builder.state()))
                .containsExactlyInAnyOrder(caliper.id(), later.id());
        assertThat(words.find("digital", BOOK, builder.state())).containsExactly(caliper.id());
    }

    private static final Terminology BOOK = new Terminology() {
        @Override
        public Collection<String> synonyms(String phrase) {
            List<String> words = List.of("卡尺", "测径器", "slide gauge");
            return words.contains(phrase) ? words : List.of();
        }

        @Override
        public @Nullable String english(Kind kind, String word) {
            return null;
        }
    };
}
