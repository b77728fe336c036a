package org.qibroker.catalog.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.shared.Family;

/** Line, then subject, then default. */
class PriceListTest {
    private static final Price SIXTY = new Price(Price.Kind.FIXED, 6000L, "件");
    private static final Price EIGHTY = new Price(Price.Kind.FROM, 8000L, null);
    private static final PriceList PRICES = new PriceList(List.of(
            new PriceRule(null, EIGHTY, 10),
            new PriceRule("数显卡尺", SIXTY, null),
            new PriceRule("量块", Price.ON_REQUEST, 20)));

    @Test
    void whatALineSaysItselfComesFirst() {
        Price own = new Price(Price.Kind.FIXED, 5500L, null);
        assertThat(terms("数显卡尺", own, 2)).isEqualTo(new Capability.Terms(true, own, 2, null));
    }

    @Test
    void thenItsSubjectAndThenTheDefaultEachForItself() {
        assertThat(terms("数显卡尺", Price.ON_REQUEST, null)).isEqualTo(new Capability.Terms(true, SIXTY, 10, null));
        assertThat(terms(" 数显 卡尺", Price.ON_REQUEST, 4))
                .as("the same subject, spelled otherwise")
                .isEqualTo(new Capability.Terms(true, SIXTY, 4, null));
        assertThat(terms("千分尺", Price.ON_REQUEST, null)).isEqualTo(new Capability.Terms(true, EIGHTY, 10, null));
    }

    @Test
    void aSubjectMayKeepTheDefaultOff() {
        assertThat(terms("量块", Price.ON_REQUEST, null).price()).isEqualTo(Price.ON_REQUEST);
    }

    @Test
    void withoutRulesALineIsAsItSays() {
        Capability.Service service = service("千分尺");
        Capability.Terms said = new Capability.Terms(false, Price.ON_REQUEST, null, null);
        assertThat(PriceList.NONE.on(service, said)).isEqualTo(said);
    }

    private static Capability.Terms terms(String subject, Price price, @Nullable Integer days) {
        return PRICES.on(service(subject), new Capability.Terms(true, price, days, null));
    }

    private static Capability.Service service(String subject) {
        return new Capability.Service(Family.METROLOGY, null, subject, null, "", Set.of());
    }
}
