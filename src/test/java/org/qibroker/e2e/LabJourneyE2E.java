package org.qibroker.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.support.TestBroker;

/** A laboratory publishes lines from a file, corrects one, publishes the file again, and ends one; all in the browser. */
class LabJourneyE2E {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final String HEADER = "类别,检测对象,项目/参数,标准(方法)名称及编号,测量范围,扩展不确定度(k=2),资质标志\n";
    private static final String ROUNDNESS = "METROLOGY,圆度样板,圆度,JJG 429-2000,0~20 mm,U=0.05 µm,CNAS\n";
    private static final String CONTOUR = "METROLOGY,轮廓样板,轮廓度,JJF 1100-2016,0~50 mm,U=0.5 µm,CNAS\n";

    @Test
    void fromAFileToAnEndedLine() {
        Visitor lab = Visitor.signedIn(CHROMIUM.window(BROKER.url(), "zh-CN", 1280, 960), ZH, "lab2@demo.test");

        publishes(lab, HEADER + ROUNDNESS + CONTOUR, "ADDED", 2);
        corrects(lab);
        publishes(lab, HEADER + ROUNDNESS.replace("U=0.05 µm", "U=0.08 µm") + CONTOUR, "CHANGED", 2);
        ends(lab);
    }

    private static void publishes(Visitor lab, String file, String kind, int lines) {
        Page page = lab.page();
        lab.open("/imports");
        page.locator("input[name=file]")
                .setInputFiles(new FilePayload("scope.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form[action='/imports'] button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("/imports/[0-9a-f-]{36}"));
        Locator publish = page.locator("form[action$='/confirm'] button");
        assertThat(publish).isVisible();
        page.locator("a.cat-kind[href$='kind=" + kind + "']").click();
        assertThat(page.locator("a.cat-kind[href$='kind=" + kind + "'] strong")).hasText(String.valueOf(lines));
        lab.findsNoBarrier();
        page.locator("form[action$='/confirm'] button").click();
        assertThat(page.locator("form[action$='/confirm']")).hasCount(0);
        assertThat(page.locator("main .btn-primary[href^='/providers/']")).isVisible();
    }

    private static void corrects(Visitor lab) {
        Page page = lab.page();
        line(lab, "轮廓样板");
        lab.findsNoBarrier();
        page.locator("#line-form input[name=uncertainty]").fill("U=0.6 µm");
        page.locator("#line-form form .btn-primary").click();
        assertThat(page.locator(".qi-flash")).isVisible();
        line(lab, "轮廓样板");
        assertThat(page.locator("#line-form input[name=uncertainty]")).hasValue("U=0.6 µm");
    }

    private static void ends(Visitor lab) {
        Page page = lab.page();
        line(lab, "圆度样板");
        assertThat(page.locator("#line-form input[name=uncertainty]")).hasValue("U=0.08 µm");
        page.locator("form[action$='/end'] button[type=submit]").click();
        assertThat(page.locator(".qi-flash")).isVisible();
        lab.findsNoBarrier();
    }

    private static void line(Visitor lab, String subject) {
        lab.open("/scope?q=" + subject);
        String address = lab.page().locator("a.scope-open").first().getAttribute("href");
        lab.open(address);
        assertThat(lab.page().locator("#line-form input[name=subject]")).hasValue(subject);
    }
}
