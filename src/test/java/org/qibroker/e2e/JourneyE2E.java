package org.qibroker.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.support.TestBroker;

/** Three people: an enterprise asks and books, a laboratory works, a coordinator looks on. Nobody loads a page twice. */
class JourneyE2E {
    private static final String SENTENCE = "数显卡尺 0-300mm U≤0.02mm CNAS";
    private static final String LAB = "示例计量测试研究院";
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    private static final FilePayload REPORT =
            new FilePayload("report.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    private static Visitor person(String email) {
        return Visitor.signedIn(CHROMIUM.window(BROKER.url(), "zh-CN", 1280, 960), ZH, email);
    }

    @Test
    void fromASentenceToTheReport() {
        Visitor enterprise = person("enterprise@demo.test");
        Visitor lab = person("lab@demo.test");
        Visitor coordinator = person("coordinator@demo.test");
        lab.open("/inbox");
        lab.stay();

        asks(enterprise);
        keeps(enterprise);
        books(enterprise);
        String address = enterprise.page().url();
        enterprise.sees(BookingState.REQUESTED);

        Locator arrived = lab.page()
                .locator("#bookings a[href='" + address.substring(BROKER.url().length()) + "']");
        assertThat(arrived.first()).isVisible();
        lab.hasStayed();
        arrived.first().click();
        coordinator.open("/region/bookings");
        coordinator.findsNoBarrier();
        coordinator.open(address);

        works(enterprise, lab, coordinator);
    }

    private static void asks(Visitor enterprise) {
        enterprise.open("/");
        enterprise.findsNoBarrier();
        enterprise.picture("home.png");
        enterprise.page().locator("#ask").fill(SENTENCE);
        enterprise.page().locator("form.qi-ask button[type=submit]").click();
        assertThat(enterprise.page()).hasURL(Pattern.compile("/match\\?q="));
        Locator item = enterprise.page().locator("#item-1");
        assertThat(item.locator("article.match-card .match-score").count()).isGreaterThanOrEqualTo(2);
        assertThat(item.locator(".match-misses article.match-card .match-relax li")
                        .count())
                .isGreaterThanOrEqualTo(1);
        Locator proof = item.locator("article.match-card details.match-details").first();
        assertThat(proof.locator("table.match-proof").last()).isVisible();
        enterprise.findsNoBarrier();
        enterprise.picture("match.png");
    }

    private static void keeps(Visitor enterprise) {
        enterprise.page().locator("a[href^='/demands/new?q=']").click();
        assertThat(enterprise.page()).hasURL(Pattern.compile("/demands/new"));
        assertThat(enterprise.page().locator("input[value='数显卡尺']").first()).isVisible();
        enterprise.findsNoBarrier();
        enterprise
                .page()
                .locator("main form[method=post] button[type=submit].btn-primary")
                .last()
                .click();
        assertThat(enterprise.page()).hasURL(Pattern.compile("/demands/[0-9a-f-]{36}$"));
        enterprise
                .page()
                .locator("form[action$='/submission'] button[type=submit]")
                .click();
        assertThat(enterprise.page().locator("a[href^='/bookings/new']").first())
                .isVisible();
        enterprise.findsNoBarrier();
    }

    private static void books(Visitor enterprise) {
        enterprise
                .page()
                .locator("article.match-card", new Page.LocatorOptions().setHasText(LAB))
                .locator("a[href^='/bookings/new']")
                .first()
                .click();
        enterprise.findsNoBarrier();
        choosesASlot(enterprise);
        enterprise
                .page()
                .locator("main form[method=post] button[type=submit].btn-primary")
                .last()
                .click();
        assertThat(enterprise.page()).hasURL(Pattern.compile("/bookings/[0-9a-f-]{36}$"));
        enterprise.findsNoBarrier();
        enterprise.picture("booking.png");
    }

    /** The last of the first week that has one: it cannot begin meanwhile. */
    private static void choosesASlot(Visitor enterprise) {
        Locator free = enterprise.page().locator("label:has(input[name=slot]:not([disabled]))");
        while (free.count() == 0) {
            String before = enterprise.page().locator("#slots input[name=from]").inputValue();
            enterprise.page().locator("#slots a:has(.ti-chevron-right)").click();
            assertThat(enterprise.page().locator("#slots input[name=from]"))
                    .not()
                    .hasValue(before);
        }
        free.last().click();
    }

    private static void works(Visitor enterprise, Visitor lab, Visitor coordinator) {
        enterprise.stay();
        coordinator.stay();
        step(lab, BookingAction.ACCEPT, BookingState.ACCEPTED, enterprise, coordinator);
        enterprise.hasStayed();
        String address = enterprise.page().url();
        String scanned = sends(enterprise);
        receives(lab, scanned);
        coordinator.sees(BookingState.IN_PROGRESS);
        enterprise.open(address);
        enterprise.sees(BookingState.IN_PROGRESS);
        lab.open(address);
        enterprise.stay();
        writes(lab);
        step(lab, BookingAction.ISSUE, BookingState.REPORTED, enterprise, coordinator);
        enterprise.hasStayed();
        enterprise.findsNoBarrier();
        verifies();
        lab.stay();
        step(enterprise, BookingAction.ACCEPT_REPORT, BookingState.COMPLETED, lab, coordinator);
        lab.hasStayed();
        coordinator.hasStayed();
        coordinator.findsNoBarrier();
    }

    /** Prints a label and sends the piece; gives the address that the label's QR code leads to. */
    private static String sends(Visitor enterprise) {
        Page page = enterprise.page();
        page.locator("#samples form button[type=submit]").click();
        assertThat(page.locator("article.custody-label")).hasCount(1);
        assertThat(page.locator("[data-print]")).isVisible();
        enterprise.findsNoBarrier();
        String picture =
                String.valueOf(page.locator("article.custody-label img").getAttribute("src"));
        page.locator(".qi-head a[href$='/samples']").click();
        page.locator("#DISPATCHED input[name=carrier]").fill("顺丰速运");
        page.locator("#DISPATCHED button[type=submit]").click();
        assertThat(page.locator("tbody .badge").first()).hasText(enterprise.text("custody.state.DISPATCHED"));
        enterprise.findsNoBarrier();
        return picture.replace("/qr.svg", "");
    }

    private static void receives(Visitor lab, String scanned) {
        Visitor courier = Visitor.stranger(CHROMIUM.window(BROKER.url(), "zh-CN", 360, 740), ZH);
        courier.open(scanned);
        assertThat(courier.page().locator("main")).containsText(LAB);
        courier.findsNoBarrier();
        lab.open(scanned);
        lab.findsNoBarrier();
        lab.page().locator(".custody-tap").click();
        assertThat(lab.page().locator(".qi-head .badge").first()).hasText(lab.text("custody.state.RECEIVED"));
    }

    private static void writes(Visitor lab) {
        Page page = lab.page();
        page.locator("#report a[href$='/report']").click();
        page.locator("#report-file").setInputFiles(REPORT);
        page.locator("#report-rule").selectOption("GUARDED_NON_BINARY");
        page.locator("input[name=parameter]").first().fill("示值误差");
        page.locator("input[name=value]").first().fill("0.01");
        page.locator("input[name=expandedUncertainty]").first().fill("0.01");
        page.locator("input[name=upperLimit]").first().fill("0.03");
        lab.findsNoBarrier();
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("#report .report-results .badge").first()).hasText(lab.text("report.conformity.PASS"));
        lab.findsNoBarrier();
    }

    private static void verifies() {
        Visitor partner = Visitor.stranger(CHROMIUM.window(BROKER.url(), "zh-CN", 360, 740), ZH);
        partner.open("/verify");
        partner.page().locator("#verify-file").setInputFiles(REPORT);
        partner.page()
                .locator("form[enctype='multipart/form-data'] button[type=submit]")
                .click();
        assertThat(partner.page().locator(".report-verdict h2")).hasText(partner.text("report.verdict.GENUINE"));
        assertThat(partner.page().locator(".report-verdict")).containsText(LAB);
        partner.findsNoBarrier();
    }

    private static void step(Visitor actor, BookingAction action, BookingState next, Visitor... onlookers) {
        actor.take(action);
        actor.sees(next);
        for (Visitor onlooker : onlookers) {
            onlooker.sees(next);
        }
    }
}
