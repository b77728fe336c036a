package org.qibroker.demand.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.Contact;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandDraft;
import org.qibroker.demand.Preset;
import org.qibroker.demand.Wishes;
import org.qibroker.platform.http.Validation;
import org.qibroker.shared.DecisionRule;
import org.qibroker.shared.Refusal;

/** The request form apart from its items: from a demand to texts, and from texts to a draft. */
final class DemandTexts {
    private static final int FEN_DIGITS = 2;

    /** What is chosen for a decision rule that is told in words. */
    private static final String OTHER_RULE = "OTHER";

    private DemandTexts() {}

    /** The texts that a demand would have been typed as. */
    static Map<String, String> of(Demand demand) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", demand.title());
        texts.put("version", Long.toString(demand.version()));
        texts.putAll(of(demand.wishes()));
        Contact contact = demand.contact();
        if (contact != null) {
            put(texts, "contactName", contact.name());
            put(texts, "contactPhone", contact.phone());
            put(texts, "contactEmail", contact.email());
        }
        Agreement agreement = demand.agreement();
        put(texts, "decisionRule", agreement.otherRule() == null ? agreement.decisionRule() : OTHER_RULE);
        put(texts, "otherRule", agreement.otherRule());
        put(texts, "subcontracting", yes(agreement.subcontracting()));
        put(texts, "reportLanguage", agreement.reportLanguage());
        put(texts, "sampleDisposal", agreement.sampleDisposal());
        return texts;
    }

    /** The texts that wishes would have been typed as. */
    static Map<String, String> of(Wishes wishes) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "district", wishes.district());
        put(texts, "neededBy", wishes.neededBy());
        put(texts, "preset", wishes.preset());
        Long fen = wishes.budgetFen();
        put(texts, "budget", fen == null ? null : yuan(fen));
        return texts;
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static @Nullable String yes(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag) ? "true" : null;
    }

    private static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
    }

    /**
     * The draft of a form as filled in.
     *
     * @throws Refusal BAD_INPUT naming each wrong field
     */
    static DemandDraft draft(DemandForm form) {
        FieldTexts texts = new FieldTexts();
        DemandDraft draft = new DemandDraft(
                FieldTexts.said(form.text("title")),
                contact(form),
                FieldTexts.said(form.text("district")),
                texts.date(form.text("neededBy"), "/neededBy"),
                texts.yuan(form.text("budget"), "/budget/amount"),
                texts.constant(form.text("preset"), Preset.class, "/preset"),
                list(form.programmes()),
                list(form.scenarios()),
                agreement(form, texts),
                ItemReader.read(form.items(), texts));
        texts.check();
        return Validation.valid(draft);
    }

    private static @Nullable Contact contact(DemandForm form) {
        return form.any("contactName", "contactPhone", "contactEmail")
                ? new Contact(
                        form.text("contactName"),
                        FieldTexts.said(form.text("contactPhone")),
                        FieldTexts.said(form.text("contactEmail")))
                : null;
    }

    private static Agreement agreement(DemandForm form, FieldTexts texts) {
        String rule = form.text("decisionRule");
        return new Agreement(
                form.any("decisionRule", "otherRule") ? Boolean.TRUE : null,
                rule.equals(OTHER_RULE) ? null : texts.constant(rule, DecisionRule.class, "/agreement/decisionRule"),
                FieldTexts.said(form.text("otherRule")),
                form.text("subcontracting").equals("true") ? Boolean.TRUE : null,
                texts.constant(
                        form.text("reportLanguage"), Agreement.ReportLanguage.class, "/agreement/reportLanguage"),
                texts.constant(
                        form.text("sampleDisposal"), Agreement.SampleDisposal.class, "/agreement/sampleDisposal"));
    }

    private static @Nullable List<String> list(Set<String> set) {
        return set.isEmpty() ? null : List.copyOf(set);
    }
}
