package org.qibroker.e2e;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.support.TestBroker;

/** Every page, in English, in a hand by night. */
class PagesInAHandE2E {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    @TestFactory
    Stream<DynamicTest> inEnglishByNight() {
        Cookie dark = new Cookie("qi_theme", "dark").setUrl(BROKER.url());
        return new EveryPage(CHROMIUM, BROKER, Locale.ENGLISH, new ViewportSize(360, 740), List.of(dark)).visits();
    }
}
