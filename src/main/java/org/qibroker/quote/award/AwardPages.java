package org.qibroker.quote.award;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.booking.Booking;
import org.qibroker.demand.Demand;
import org.qibroker.demand.Demands;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.quote.Asked;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.Quote;
import org.qibroker.quote.Quotes;
import org.qibroker.quote.award.ComparePage.Column;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The page on which offers stand side by side and are awarded. */
final class AwardPages {
    private static final String TEMPLATE = "quote/compare.jte";
    private static final String PICK = "pick-";

    private final Quotes quotes;
    private final Awards awards;
    private final Comparison comparison;
    private final Demands demands;

    AwardPages(Quotes quotes, Awards awards, Comparison comparison, Demands demands) {
        this.quotes = quotes;
        this.awards = awards;
        this.comparison = comparison;
        this.demands = demands;
    }

    void mount(PageRouter pages) {
        pages.get("/demands/:id/quotes", Access.of(Role.ENTERPRISE), this::compare);
        pages.post("/demands/:id/awards", Access.of(Role.ENTERPRISE), this::award);
    }

    private Future<View> compare(PageCall call) {
        return page(call).map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private Future<ComparePage> page(PageCall call) {
        UUID id = call.id("id");
        return demands.get(id, call.caller())
                .map(demand -> own(demand, call))
                .compose(demand -> quotes.ofDemand(id, call.caller()).map(dossiers -> page(demand, dossiers)));
    }

    private static Demand own(Demand demand, PageCall call) {
        if (!call.caller().belongsTo(demand.enterpriseId())) {
            throw Refusal.notFound("demand");
        }
        return demand;
    }

    private ComparePage page(Demand demand, List<Dossier> dossiers) {
        Map<UUID, Asked.Item> items = new LinkedHashMap<>();
        dossiers.forEach(dossier ->
                dossier.request().asked().items().forEach(item -> items.putIfAbsent(item.demandItemId(), item)));
        List<Column> columns = dossiers.stream()
                .flatMap(dossier -> dossier.current().map(quote -> new Column(dossier, quote)).stream())
                .toList();
        List<Quote> offers = columns.stream().map(Column::quote).toList();
        return new ComparePage(
                demand,
                List.copyOf(items.values()),
                columns,
                dossiers.stream().filter(dossier -> dossier.current().isEmpty()).toList(),
                comparison.of(items.keySet(), offers),
                quotes.today());
    }

    private Future<View> award(PageCall call) {
        UUID id = call.id("id");
        return demands.get(id, call.caller())
                .compose(demand -> awards.award(id, order(call.form()), call.caller()))
                .map(made -> View.seeOther(made.size() == 1 ? address(made.get(0)) : "/bookings")
                        .flash("quote.flash.awarded"))
                .recover(failure -> page(call).map(page -> View.refused(failure, TEMPLATE, Map.of("page", page))));
    }

    private static String address(Booking booking) {
        return "/bookings/" + booking.id();
    }

    private static Awards.Order order(Form form) {
        Map<UUID, List<UUID>> picked = new LinkedHashMap<>();
        for (String name : form.names()) {
            if (name.startsWith(PICK) && form.optional(name).isPresent()) {
                UUID quote = form.inputs().id(name).orElseThrow();
                picked.computeIfAbsent(quote, q -> new ArrayList<>()).add(item(name));
            }
        }
        if (picked.isEmpty()) {
            throw Refusal.badInput("/awards", "quote-nothing-chosen");
        }
        List<Choice> choices = picked.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                .toList();
        return new Awards.Order(choices, form.has("rest"));
    }

    private static UUID item(String name) {
        try {
            return UUID.fromString(name.substring(PICK.length()));
        } catch (IllegalArgumentException malformed) {
            throw (Refusal) Refusal.badInput("/awards", "id", name).initCause(malformed);
        }
    }
}
