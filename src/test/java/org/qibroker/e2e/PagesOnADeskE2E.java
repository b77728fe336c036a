package org.qibroker.e2e;

import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.support.TestBroker;

/** Every page, in Chinese, on a desk by day. */
class PagesOnADeskE2E {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    @TestFactory
    Stream<DynamicTest> inChineseByDay() {
        return new EveryPage(CHROMIUM, BROKER, Locale.SIMPLIFIED_CHINESE, new ViewportSize(1440, 900), List.of())
                .visits();
    }
}
