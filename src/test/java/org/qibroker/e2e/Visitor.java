package org.qibroker.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.platform.http.Messages;

/** A person in front of a window of their own. */
final class Visitor {
    private static final Messages MESSAGES = Messages.load();
    private static final String GRAVE_FAULTS =
            """
            options => axe.run(options).then(found => found.violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => rule.id + ': ' + rule.nodes.slice(0, 5).map(node => node.html).join(' | ')))""";

    private final Page page;
    private final Locale locale;
    private final List<String> refused = new ArrayList<>();

    private Visitor(Page page, Locale locale) {
        this.page = page;
        this.locale = locale;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
    }

    /** Somebody who has not signed in. */
    static Visitor stranger(BrowserContext window, Locale locale) {
        return new Visitor(window.newPage(), locale);
    }

    /** Somebody who signs in with a demo account. */
    static Visitor signedIn(BrowserContext window, Locale locale, String email) {
        Visitor visitor = stranger(window, locale);
        visitor.open("/sign-in");
        visitor.page.locator("input[name=email]").fill(email);
        visitor.page.locator("input[name=password]").fill("demo-2026");
        visitor.page.locator("main form[action='/sign-in'] button[type=submit]").click();
        assertThat(visitor.page.locator(".qi-menu")).isVisible();
        return visitor;
    }

    Page page() {
        return page;
    }

    /** A text as this person's pages show it. */
    String text(String key, Object... arguments) {
        return MESSAGES.text(locale, key, arguments);
    }

    void open(String path) {
        page.navigate(path);
    }

    /** Takes a step of the booking on the page. */
    void take(BookingAction action) {
        Locator form = page.locator("form:has(input[name=action][value=" + action.name() + "])");
        Locator button = form.locator("button[type=submit]");
        if (!button.isVisible()) {
            page.locator("details.qi-others > summary").click();
        }
        button.click();
    }

    /** Waits until the page shows the booking in a state, without being loaded again. */
    void sees(BookingState state) {
        assertThat(page.locator("#booking .qi-head .badge")).hasText(text("booking.state." + state.name()));
    }

    /** Marks the page, so that it shows whether it was loaded again. */
    void stay() {
        page.evaluate("() => { document.documentElement.dataset.stayed = 'yes'; }");
    }

    /** Checks that the page has not been loaded again since it was marked. */
    void hasStayed() {
        Assertions.assertThat(page.evaluate("() => document.documentElement.dataset.stayed"))
                .isEqualTo("yes");
    }

    /** Checks that nothing on the page keeps anybody out, that nothing sticks out, and that the browser refused nothing. */
    void findsNoBarrier() {
        Map<String, ?> options = Map.of("resultTypes", List.of("violations"), "preload", false);
        Assertions.assertThat(page.evaluate(GRAVE_FAULTS, options))
                .as(page.url())
                .isEqualTo(List.of());
        Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .as("what sticks out of " + page.url())
                .isEqualTo(0);
        Assertions.assertThat(refused).as(page.url()).isEmpty();
    }

    /** Keeps a picture for the README, if pictures are wanted ({@code -Dscreenshots}). */
    void picture(String name) {
        if (System.getProperty("screenshots") != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", name)));
        }
    }
}
