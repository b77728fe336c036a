package org.qibroker.booking.states;

import io.vertx.core.Future;
import java.util.Locale;
import java.util.Map;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** The page that explains how a booking goes, to anybody. */
public final class StatePages {
    private final Messages messages;

    /** With these texts. */
    public StatePages(Messages messages) {
        this.messages = messages;
    }

    /** Mounts it. */
    public void mount(PageRouter pages) {
        pages.get("/help/booking-states", Access.PUBLIC, this::show);
    }

    private Future<View> show(PageCall call) {
        Locale locale = call.locale();
        StateDiagram diagram = StateDiagram.of(key -> messages.text(locale, key));
        return Future.succeededFuture(View.page("booking/states.jte", Map.of("diagram", diagram)));
    }
}
