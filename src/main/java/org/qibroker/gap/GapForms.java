package org.qibroker.gap;

import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.shared.Refusal;

/** Does what forms on the page of a gap ask for. */
final class GapForms {
    private static final String NONE = "NONE";

    private final Corrections corrections;
    private final Closing closing;
    private final MeToos meToos;

    GapForms(Corrections corrections, Closing closing, MeToos meToos) {
        this.corrections = corrections;
        this.closing = closing;
        this.meToos = meToos;
    }

    Future<Gap> correct(PageCall call) {
        Form form = call.form();
        GapType type = form.text("type").equals(NONE)
                ? null
                : form.inputs().constant("type", GapType.class).orElseThrow(() -> missing("/type"));
        @Nullable String reason = form.optional("reason").orElse(null);
        return corrections.correct(call.id("id"), version(form), type, reason, call.caller());
    }

    Future<Gap> note(PageCall call) {
        String text = call.form().optional("text").orElseThrow(() -> missing("/text"));
        return corrections.note(call.id("id"), text, call.caller());
    }

    Future<Gap> split(PageCall call) {
        Form form = call.form();
        return corrections.split(call.id("id"), version(form), ids(form.all("wish")), call.caller());
    }

    Future<Gap> merge(PageCall call) {
        Form form = call.form();
        UUID other = form.inputs().id("other").orElseThrow(() -> missing("/other"));
        return corrections.merge(call.id("id"), version(form), other, call.caller());
    }

    Future<Gap> close(PageCall call) {
        Form form = call.form();
        UUID capability = form.optional("other").isPresent() ? id(form.text("other")) : id(form.text("capability"));
        return closing.close(
                call.id("id"), version(form), capability, form.optional("note").orElse(null), call.caller());
    }

    /** A line by its id, or the address of its page. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text.substring(text.lastIndexOf('/') + 1));
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/capabilityId", "gap-capability-unknown", text)
                    .initCause(e);
        }
    }

    Future<Gap> reopen(PageCall call) {
        Form form = call.form();
        String reason = form.optional("reason").orElseThrow(() -> missing("/reason"));
        return closing.reopen(call.id("id"), version(form), reason, call.caller());
    }

    Future<Gap> join(PageCall call) {
        return meToos.say(call.id("id"), Validation.valid(meToo(call.form())), call.caller());
    }

    Future<Gap> leave(PageCall call) {
        return meToos.takeBack(call.id("id"), call.caller());
    }

    private static MeToo meToo(Form form) {
        Double min = number(form, "min");
        Double max = number(form, "max");
        Double limit = number(form, "limit");
        String unit = form.text("unit");
        return new MeToo(
                min == null && max == null ? null : new RangeAsked(min, max, unit),
                limit == null
                        ? null
                        : new ValueAsked(limit, form.optional("limitUnit").orElse(unit), null));
    }

    private static @Nullable Double number(Form form, String name) {
        return form.inputs().decimal(name).map(BigDecimal::doubleValue).orElse(null);
    }

    private static Set<UUID> ids(List<String> texts) {
        Set<UUID> ids = new HashSet<>();
        for (String text : texts) {
            try {
                ids.add(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                throw (Refusal) Refusal.badInput("/wishIds", "id", text).initCause(e);
            }
        }
        return ids;
    }

    private static long version(Form form) {
        return form.inputs().integer("version").orElseThrow(Refusal::stale);
    }

    private static Refusal missing(String pointer) {
        return Refusal.badInput(pointer, "not-null");
    }
}
