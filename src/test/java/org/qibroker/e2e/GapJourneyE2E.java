package org.qibroker.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** From a request that nobody can meet to a gap, a "me too", an invitation, its answer, a capability, and the end of it. */
class GapJourneyE2E {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final String SUBJECT = "纳米位移台";
    private static final String SCOPE =
            "类别,检测对象,项目/参数,测量范围,扩展不确定度(k=2)\nMETROLOGY," + SUBJECT + ",定位误差,0~1 mm,U=8 nm\n";

    private static Visitor visitor(String email) {
        return Visitor.signedIn(CHROMIUM.window(BROKER.url(), "zh-CN", 1280, 960), ZH, email);
    }

    @Test
    void fromAnUnmetRequestToACapability() {
        asks(visitor("enterprise@demo.test"));
        Waiting.until(() -> !gaps().isEmpty());
        String gap = "/gaps/" + gaps();
        joins(visitor("enterprise2@demo.test"), gap);
        Visitor coordinator = visitor("coordinator@demo.test");
        invites(coordinator, gap);
        Visitor lab = visitor("lab2@demo.test");
        answers(lab);
        publishes(lab);
        closes(coordinator, gap);
    }

    private static String gaps() {
        return BROKER.rows("SELECT id FROM gap WHERE subject = ?", SUBJECT).stream()
                .map(row -> String.valueOf(row.get("id")))
                .findFirst()
                .orElse("");
    }

    private static void asks(Visitor enterprise) {
        Page page = enterprise.page();
        enterprise.open("/demands/new");
        page.locator("input[name='items.0.subject']").fill(SUBJECT);
        page.locator("input[name='items.0.min']").fill("0");
        page.locator("input[name='items.0.max']").fill("1");
        page.locator("input[name='items.0.unit']").fill("mm");
        page.locator("input[name='items.0.u']").fill("10");
        page.locator("input[name='items.0.uUnit']").fill("nm");
        page.locator("main form[method=post] button[type=submit].btn-primary")
                .last()
                .click();
        assertThat(page).hasURL(Pattern.compile("/demands/[0-9a-f-]{36}"));
        page.locator("form[action$='/submission'] button[type=submit]").first().click();
    }

    private static void joins(Visitor other, String gap) {
        Page page = other.page();
        other.open("/gaps?q=" + SUBJECT);
        page.locator(".gap-subject a").first().click();
        assertThat(page.locator(".gap-count")).hasText(other.text("gap.enterprises.few"));
        other.findsNoBarrier();
        page.locator("form[action='" + gap + "/me-too'] .btn-primary").click();
        assertThat(page.locator("form[action='" + gap + "/me-too/end']")).isVisible();
    }

    private static void invites(Visitor coordinator, String gap) {
        Page page = coordinator.page();
        coordinator.open(gap);
        assertThat(page.locator(".gap-count")).hasText(coordinator.text("gap.enterprises", 2));
        Locator form = page.locator("form[action='" + gap + "/invitations']");
        form.locator("input[name=uscc]").fill("91310115MA900002XF");
        form.locator("input[name=answerBy]")
                .fill(LocalDate.now(BROKER.clock()).plusDays(14).toString());
        form.locator("button[type=submit]").click();
        assertThat(page.locator(".qi-flash")).isVisible();
        coordinator.findsNoBarrier();
    }

    private static void answers(Visitor lab) {
        Page page = lab.page();
        lab.open("/gap-invitations");
        lab.findsNoBarrier();
        page.locator(".gap-subject a").first().click();
        page.locator("#answer input[name=ableOn]")
                .fill(LocalDate.now(BROKER.clock()).plusDays(60).toString());
        page.locator("#answer button[value=true]").click();
        assertThat(page.locator("#answer .badge")).hasText(lab.text("gap.invitation.ACCEPTED"));
    }

    private static void publishes(Visitor lab) {
        Page page = lab.page();
        lab.open("/imports");
        page.locator("input[name=file]")
                .setInputFiles(new FilePayload("scope.csv", "text/csv", SCOPE.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form[action='/imports'] button[type=submit]").click();
        page.locator("form[action$='/confirm'] button").click();
        assertThat(page.locator("form[action$='/confirm']")).hasCount(0);
    }

    private static void closes(Visitor coordinator, String gap) {
        Page page = coordinator.page();
        Waiting.until(() -> BROKER.rows("SELECT 1 FROM gap_proposal WHERE gap_id = ?::uuid", gap.substring(6))
                        .size()
                == 1);
        coordinator.open("/region/gaps?q=" + SUBJECT);
        assertThat(page.locator(
                        ".gap-facts .badge", new Page.LocatorOptions().setHasText(coordinator.text("gap.proposed"))))
                .isVisible();
        coordinator.open(gap);
        page.locator("form[action='" + gap + "/closure'] button[type=submit]").click();
        assertThat(page.locator(".gap-closed")).isVisible();
        coordinator.findsNoBarrier();
    }
}
